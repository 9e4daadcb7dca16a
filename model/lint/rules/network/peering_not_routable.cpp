#include "model/analysis/service_port.h"
#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <map>
#include <set>

namespace lintel::model::lint::rules {

namespace {

using analysis::Blocker;
using Ways = std::vector<std::vector<Blocker>>;

bool hasCode(const std::vector<Blocker>& way, std::string_view code)
{
    return std::any_of(way.begin(), way.end(), [&](const Blocker& one) { return one.code == code; });
}

bool isForWantOfARoute(const std::vector<Blocker>& way)
{
    return hasCode(way, "no-route") || hasCode(way, "no-return-route") || hasCode(way, "no-way");
}

/// VPCs joined by peering, each with its neighbours.
std::map<BlockId, std::set<BlockId>> peers(const Context& context)
{
    std::map<BlockId, std::set<BlockId>> all;
    for (const BlockId& peering : context.graph.blocksOfKind("vpc-peering")) {
        const BlockId a = context.graph.reference(peering, "requester");
        const BlockId b = context.graph.reference(peering, "accepter");
        if (a.isEmpty() || b.isEmpty()) continue;
        all[a].insert(b);
        all[b].insert(a);
    }
    return all;
}

/// A VPC that is peered with both: people hope that it passes packets on.
BlockId middleOf(const Context& context, const BlockId& a, const BlockId& b)
{
    const auto all = peers(context);
    const auto of = all.find(a);
    if (of == all.end()) return {};
    for (const BlockId& middle : of->second)
        if (const auto further = all.find(middle); further != all.end() && further->second.contains(b)) return middle;
    return {};
}

/// The peering or transit gateway that both are attached to.
BlockId linkOf(const Context& context, const BlockId& a, const BlockId& b)
{
    for (const BlockId& peering : context.graph.blocksOfKind("vpc-peering")) {
        const std::set<BlockId> ends{context.graph.reference(peering, "requester"),
                                     context.graph.reference(peering, "accepter")};
        if (ends == std::set<BlockId>{a, b}) return peering;
    }
    for (const BlockId& hub : context.graph.blocksOfKind("transit-gateway")) {
        const std::vector<BlockId> attached = context.graph.references(hub, "attachments");
        if (std::find(attached.begin(), attached.end(), a) != attached.end() &&
            std::find(attached.begin(), attached.end(), b) != attached.end())
            return hub;
    }
    return {};
}

/// Every table of the host's subnets learns the other VPC's ranges.
void addRoutes(const Context& context, const BlockId& host, const BlockId& otherVpc, const BlockId& link,
               edit::Transaction& transaction)
{
    for (const BlockId& subnet : context.graph.subnetsOf(host)) {
        const BlockId table = context.routes.tableOf(subnet);
        if (table.isEmpty()) continue;
        Value::List rows = transaction.block(table)->property("routes").toList();
        const std::size_t before = rows.size();
        for (const analysis::Cidr& range : context.routes.rangesOf(otherVpc)) {
            const auto route = context.routes.routeTo(subnet, range);
            if (route && route->target == link) continue;
            // A route for exactly this range leads elsewhere: AWS takes one, and somebody wanted that one.
            if (route && route->range()->canonical() == range) continue;
            Value::Map row{{"destination", Value(range.text())}, {"target", Value(link.text())}};
            if (const Value added(std::move(row)); std::find(rows.begin(), rows.end(), added) == rows.end())
                rows.push_back(added);
        }
        if (rows.size() != before) transaction.setProperty(table, "routes", Value(std::move(rows)));
    }
}

/// The ways that fail for want of a route, when every way does; empty otherwise.
Ways unroutedWays(const analysis::Reachability& reachability, const graph::ArchitectureGraph& graph,
                  const Connection& drawn)
{
    const analysis::PortSet ports = analysis::drawnPorts(graph, drawn);
    if (ports.isEmpty()) return {};
    analysis::Reach reach = reachability.reach(
        drawn.from, drawn.to, {std::string(analysis::transportOf(drawn.protocol)), ports.intervals().front().first});
    if (reach.reachable || !std::all_of(reach.blockers.begin(), reach.blockers.end(), isForWantOfARoute)) return {};
    return std::move(reach.blockers);
}

/// Ranges that are not drawn, or that both sides use, are not settled by a route.
bool isRoutedIn(const Context& context, const Document& after, const Connection& drawn)
{
    const graph::ArchitectureGraph graph(after, context.catalogue);
    const analysis::Routes routes(graph);
    return unroutedWays(analysis::Reachability(graph, routes), graph, drawn).empty();
}

void reportEdge(const Context& context, const Connection& drawn, const Ways& ways, Report& report)
{
    const BlockId from = context.graph.hostOf(drawn.from);
    const BlockId to = context.graph.hostOf(drawn.to);
    const BlockId here = context.graph.vpcOf(from);
    const BlockId there = context.graph.vpcOf(to);
    const BlockId link = linkOf(context, here, there);
    const BlockId middle = link.isEmpty() ? middleOf(context, here, there) : BlockId();
    const bool lacksReturn =
        std::none_of(ways.begin(), ways.end(), [](const auto& way) { return hasCode(way, "no-route"); });
    std::vector<std::string> witness{drawn.from.text(), here.text()};
    for (const BlockId& between : {link, middle})
        if (!between.isEmpty()) witness.push_back(between.text());
    witness.insert(witness.end(), {there.text(), drawn.to.text()});

    auto finding = report.add(std::vector<std::string>{drawn.id.text()});
    if (!middle.isEmpty())
        finding.variant("transitive").with("middle", labelOf(context.graph, middle));
    else if (link.isEmpty())
        finding.variant("unconnected");
    else if (lacksReturn)
        finding.variant("no-return");
    finding.with("from", labelOf(context.graph, drawn.from))
        .with("to", labelOf(context.graph, drawn.to))
        .with("here", labelOf(context.graph, here))
        .with("there", labelOf(context.graph, there))
        .witness(std::move(witness));
    if (link.isEmpty()) return;
    finding.with("link", labelOf(context.graph, link));
    edit::Transaction transaction(context.document);
    addRoutes(context, from, there, link, transaction);
    addRoutes(context, to, here, link, transaction);
    if (!isRoutedIn(context, transaction.document(), drawn)) return;
    finding.fix("add-routes", true,
                transaction.finish({"rule.peering-not-routable.fix.routes", {{"link", labelOf(context.graph, link)}}}));
}

void check(const Context& context, Report& report)
{
    for (const Connection& drawn : context.graph.connections()) {
        if (!drawn.isNetworkTraffic() || !context.graph.block(drawn.from) || !context.graph.block(drawn.to)) continue;
        const BlockId here = context.graph.vpcOf(context.graph.hostOf(drawn.from));
        const BlockId there = context.graph.vpcOf(context.graph.hostOf(drawn.to));
        if (here.isEmpty() || there.isEmpty() || here == there) continue;
        if (const Ways ways = unroutedWays(context.reachability, context.graph, drawn); !ways.empty())
            reportEdge(context, drawn, ways, report);
    }
}

}  // namespace

Rule peeringNotRoutable() { return {"peering-not-routable", "network", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
