#include "model/analysis/firewall.h"
#include "model/analysis/service_port.h"
#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <map>
#include <set>

namespace lintel::model::lint::rules {

namespace {

using analysis::PortSet;

/// Drawn calls into what the group guards.
using CallsByGroup = std::map<BlockId, std::vector<const Connection*>>;

CallsByGroup callsByGroup(const Context& context)
{
    CallsByGroup calls;
    for (const Connection& drawn : context.document.connections) {
        if (!drawn.isNetworkTraffic() && drawn.relation != "manage" && drawn.relation != "observe") continue;
        if (context.graph.hostOf(drawn.from) == context.graph.hostOf(drawn.to)) continue;
        for (const BlockId& group : context.graph.securityGroupsOf(drawn.to))
            calls[group].push_back(context.graph.connection(drawn.id));
    }
    return calls;
}

/// It forwards for whole subnets: their ranges are what it means.
bool guardsAForwarder(const Context& context, const BlockId& group)
{
    const std::vector<BlockId> members = context.graph.referrers(group, "security-groups");
    return std::any_of(members.begin(), members.end(), [&](const BlockId& member) {
        const Value& check = context.graph.value(member, "source-destination-check");
        return context.graph.value(member, "role").toString() == "nat" || (check.isBool() && !check.toBool());
    });
}

bool guardsData(const Context& context, const BlockId& group)
{
    const std::vector<BlockId> members = context.graph.referrers(group, "security-groups");
    return std::any_of(members.begin(), members.end(), [&](const BlockId& member) {
        return context.catalogue.flag(*context.graph.block(member), "data-store");
    });
}

/// The groups of the drawn callers that come in by the row; empty when one of them can only be named by its range.
std::set<BlockId> groupsOfCallers(const Context& context, const Value& row, const analysis::Cidr& range,
                                  const std::vector<const Connection*>& calls)
{
    std::set<BlockId> groups;
    const PortSet ports = PortSet::parse(row["ports"].scalarText());
    for (const Connection* call : calls) {
        if (!analysis::drawnPorts(context.graph, *call).overlaps(ports)) continue;
        const analysis::Peer peer = analysis::peerOf(context.graph, call->from);
        const bool isInRange = std::any_of(peer.ranges.begin(), peer.ranges.end(),
                                           [&](const analysis::Cidr& own) { return range.overlaps(own); });
        if (!isInRange) continue;
        const bool isFunctionOrPod =
            context.graph.isKind(call->from, "lambda") || context.graph.isKind(call->from, "eks-workload");
        if (peer.securityGroups.empty() || isFunctionOrPod) return {};
        groups.insert(peer.securityGroups.front());
    }
    return groups;
}

bool isInside(const Context& context, const BlockId& vpc, const analysis::Cidr& range)
{
    const std::vector<analysis::Cidr> own = context.routes.rangesOf(vpc);
    return std::any_of(own.begin(), own.end(), [&](const analysis::Cidr& one) { return one.contains(range); });
}

void checkGroup(const Context& context, const BlockId& group, const std::vector<const Connection*>& calls,
                Report& report)
{
    Value::List rows;
    std::string named;
    std::set<BlockId> sources;
    bool isWide = false;
    for (const Value& row : context.graph.value(group, "inbound").toList()) {
        const auto range = analysis::parseCidr(row["source"].toString());
        std::set<BlockId> callers;
        if (range && isInside(context, context.graph.vpcOf(group), *range))
            callers = groupsOfCallers(context, row, *range, calls);
        if (callers.empty()) {
            rows.push_back(row);
            continue;
        }
        named += (named.empty() ? "" : ", ") + range->text();
        isWide = isWide || range->prefix < 28;
        for (const BlockId& caller : callers) {
            Value::Map cells;
            for (const ValueEntry& cell : row.toMap())
                cells.push_back({cell.key, cell.key == "source" ? Value(caller.text()) : cell.value});
            rows.emplace_back(std::move(cells));
        }
        sources.insert(callers.begin(), callers.end());
    }
    if (sources.empty()) return;
    const std::vector<BlockId> list(sources.begin(), sources.end());
    const std::string name = labelOf(context.graph, group);
    edit::Transaction transaction(context.document);
    transaction.setProperty(group, "inbound", Value(std::move(rows)));
    auto finding = report.add(group);
    finding.with("group", name)
        .with("ranges", named)
        .with("sources", labelsOf(context.graph, list))
        .witness(texts(list));
    if (isWide && guardsData(context, group)) finding.severity(Severity::Warning);
    finding.fix("reference-groups", false,
                transaction.finish({"rule.sg-cidr-not-ref.fix.reference",
                                    {{"group", name}, {"sources", labelsOf(context.graph, list)}}}));
}

void check(const Context& context, Report& report)
{
    for (const auto& [group, calls] : callsByGroup(context))
        if (!guardsAForwarder(context, group)) checkGroup(context, group, calls, report);
}

}  // namespace

Rule sgCidrNotRef() { return {"sg-cidr-not-ref", "exposure", Severity::Info, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
