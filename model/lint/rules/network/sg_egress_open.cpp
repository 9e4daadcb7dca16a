#include "model/analysis/service_port.h"
#include "model/lint/fixes/firewall_rows.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <map>
#include <set>

namespace lintel::model::lint::rules {

namespace {

/// Written down: everything to everywhere. What nobody has written yet is AWS's default, and not said to anybody.
bool isOpen(const Context& context, const BlockId& group)
{
    for (const Value& row : context.graph.value(group, "outbound").toList()) {
        const auto range = analysis::parseCidr(row["destination"].toString());
        const std::string& protocol = row["protocol"].toString();
        const bool isEverything = (protocol.empty() || protocol == "all") && row["ports"].scalarText().empty();
        if (range && analysis::isEverywhere(*range) && isEverything) return true;
    }
    return false;
}

/// A NAT instance sends whatever others send: nothing that is drawn says what that will be.
bool guardsAForwarder(const Context& context, const BlockId& group)
{
    for (const BlockId& member : context.graph.referrers(group, "security-groups"))
        if (!context.graph.value(member, "source-destination-check").isNull() &&
            !context.graph.value(member, "source-destination-check").toBool())
            return true;
    return false;
}

bool isUse(const Connection& drawn)
{
    return drawn.isNetworkTraffic() || drawn.relation == "manage" || drawn.relation == "observe";
}

/// What is drawn to leave each group, in the order of the connections.
using UsesByGroup = std::map<BlockId, std::vector<const Connection*>>;

UsesByGroup usesByGroup(const Context& context)
{
    UsesByGroup uses;
    for (const Connection& drawn : context.graph.connections()) {
        if (!isUse(drawn) || !context.graph.block(drawn.from) ||
            context.graph.hostOf(drawn.from) == context.graph.hostOf(drawn.to))
            continue;
        for (const BlockId& group : context.graph.securityGroupsOf(drawn.from)) uses[group].push_back(&drawn);
    }
    return uses;
}

void writeRules(const Context& context, const BlockId& group, const std::vector<const Connection*>& uses,
                edit::Transaction& transaction)
{
    std::set<std::string> written;
    for (const Connection* drawn : uses) {
        analysis::PortSet ports = analysis::drawnPorts(context.graph, *drawn);
        if (ports.isEmpty()) ports = analysis::PortSet::all();
        const std::string_view protocol = analysis::transportOf(drawn->protocol);
        for (const std::string& other : fixes::otherEndsOf(context, drawn->to, context.graph.vpcOf(group)))
            if (written.insert(std::string(protocol) + " " + ports.text() + " " + other).second)
                fixes::addRule(group, analysis::Direction::Outbound, protocol, ports, {other}, transaction);
    }
}

edit::ChangeSet asDrawn(const Context& context, const std::vector<BlockId>& open, const UsesByGroup& uses)
{
    edit::Transaction transaction(context.document);
    for (const BlockId& group : open) {
        if (guardsAForwarder(context, group)) continue;
        transaction.setProperty(group, "outbound", Value(Value::List{}));
        if (const auto drawn = uses.find(group); drawn != uses.end())
            writeRules(context, group, drawn->second, transaction);
    }
    return transaction.finish({"rule.sg-egress-open.fix.drawn", {{"groups", labelsOf(context.graph, open)}}});
}

void check(const Context& context, Report& report)
{
    std::map<BlockId, std::vector<BlockId>> byVpc;
    for (const BlockId& group : context.graph.blocksOfKind("security-group"))
        if (isOpen(context, group)) byVpc[context.graph.vpcOf(group)].push_back(group);
    if (byVpc.empty()) return;
    const UsesByGroup uses = usesByGroup(context);
    for (const auto& [vpc, groups] : byVpc)
        report.add(texts(groups))
            .with("groups", labelsOf(context.graph, groups))
            .witness(texts(groups))
            .fix("egress-as-drawn", false, asDrawn(context, groups, uses));
}

}  // namespace

Rule sgEgressOpen() { return {"sg-egress-open", "network", Severity::Info, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
