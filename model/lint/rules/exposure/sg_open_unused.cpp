#include "model/analysis/service_port.h"
#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <map>
#include <optional>
#include <set>

namespace lintel::model::lint::rules {

namespace {

using analysis::PortSet;

/// A row that opens more than this says "whatever comes", not which port.
constexpr int kNamedPorts = 100;

/// What the members of one group serve, as far as drawn; `isKnown` is false as soon as one of them does not say.
struct Use {
    PortSet ports{{{22, 22}, {3389, 3389}, {5985, 5986}}};  ///< every host listens for its administrator
    bool isKnown = true;
    int members = 0;
};

std::optional<PortSet> servedBy(const Context& context, const BlockId& member)
{
    PortSet ports = analysis::servicePorts(context.graph, member);
    for (const BlockId& inside : context.graph.containment().descendants(member)) {
        if (context.graph.hostOf(inside) != member) continue;
        const PortSet own = analysis::servicePorts(context.graph, inside);
        if (own.isEmpty() && ports.isEmpty()) return std::nullopt;
        ports = ports.with(own);
    }
    if (ports.isEmpty()) return std::nullopt;
    return ports;
}

std::map<BlockId, Use> useByGroup(const Context& context)
{
    std::map<BlockId, Use> uses;
    for (const BlockId& host : context.graph.blocksWithFlag("has-interface")) {
        if (context.graph.kindOf(host)->flag("software")) continue;
        const std::vector<BlockId>& groups = context.graph.securityGroupsOf(host);
        if (groups.empty()) continue;
        const std::optional<PortSet> served = servedBy(context, host);
        for (const BlockId& group : groups) {
            Use& use = uses[group];
            ++use.members;
            use.isKnown = use.isKnown && served.has_value();
            if (served) use.ports = use.ports.with(*served);
        }
    }
    for (const Connection& drawn : context.graph.connections()) {
        const std::vector<BlockId>& groups = context.graph.securityGroupsOf(drawn.to);
        if (groups.empty()) continue;
        const PortSet ports = analysis::drawnPorts(context.graph, drawn);
        const bool isUnsaid = drawn.relation != "attach" && ports.isEmpty() &&
                              context.graph.hostOf(drawn.from) != context.graph.hostOf(drawn.to);
        for (const BlockId& group : groups) {
            Use& use = uses[group];
            use.isKnown = use.isKnown && !isUnsaid;
            use.ports = use.ports.with(ports);
        }
    }
    return uses;
}

/// The ports of the row that nobody serves; empty for rows about everything, and for members among themselves.
PortSet unusedOf(const Value& row, const BlockId& group, const Use& use)
{
    const std::string& protocol = row["protocol"].toString();
    const std::string text = row["ports"].scalarText();
    if (text.empty() || (!protocol.empty() && protocol != "tcp") || row["source"].toString() == group.text()) return {};
    const PortSet ports = PortSet::parse(text);
    for (const PortSet::Interval& interval : ports.intervals())
        if (interval.last - interval.first >= kNamedPorts) return {};
    return ports.without(use.ports);
}

Value withPorts(const Value& row, const PortSet& ports)
{
    Value::Map cells;
    for (const ValueEntry& cell : row.toMap())
        cells.push_back({cell.key, cell.key == "ports" ? Value(ports.text()) : cell.value});
    return Value(std::move(cells));
}

void checkGroup(const Context& context, const BlockId& group, const Use& use, Report& report)
{
    Value::List kept;
    PortSet unused;
    for (const Value& row : context.graph.value(group, "inbound").toList()) {
        const PortSet here = unusedOf(row, group, use);
        const PortSet rest = PortSet::parse(row["ports"].scalarText()).without(here);
        unused = unused.with(here);
        if (here.isEmpty())
            kept.push_back(row);
        else if (!rest.isEmpty())
            kept.push_back(withPorts(row, rest));
    }
    if (unused.isEmpty()) return;
    const std::string name = labelOf(context.graph, group);
    edit::Transaction transaction(context.document);
    transaction.setProperty(group, "inbound", Value(std::move(kept)));
    auto finding = report.add(group);
    finding.with("group", name).with("port", unused.text());
    // 80 and 443 on what serves no web: somebody thought that downloads need them.
    if (PortSet({{80, 80}, {443, 443}}).containsAll(unused)) finding.variant("replies");
    finding.fix("delete-rule", false,
                transaction.finish({"rule.sg-open-unused.fix.delete", {{"group", name}, {"port", unused.text()}}}));
}

void check(const Context& context, Report& report)
{
    for (const auto& [group, use] : useByGroup(context))
        if (use.isKnown && use.members > 0) checkGroup(context, group, use, report);
}

}  // namespace

Rule sgOpenUnused() { return {"sg-open-unused", "exposure", Severity::Info, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
