#include "model/analysis/firewall.h"
#include "model/lint/data_tier.h"
#include "model/lint/fixes/address_fixes.h"
#include "model/lint/fixes/private_subnets.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>

namespace lintel::model::lint::rules {

namespace {

using analysis::Route;

/// The route that makes the subnet public, the widest first; a narrow one leads to a partner's addresses only.
std::optional<Route> publicRoute(const Context& context, const BlockId& subnet)
{
    std::optional<Route> widest;
    for (const Route& route : context.routes.routesOf(context.routes.tableOf(subnet))) {
        const auto range = route.range();
        const bool isWayIn = range && !analysis::isPrivateRange(*range) &&
                             context.graph.isKind(route.target, "internet-gateway") &&
                             context.graph.vpcOf(route.target) == context.graph.vpcOf(subnet);
        if (isWayIn && (!widest || range->prefix < widest->range()->prefix)) widest = route;
    }
    return widest;
}

/// Somebody outside uses it over its public address, or it calls out: a private subnet without a way out may cut
/// that off.
bool talksToOutside(const Context& context, const BlockId& store)
{
    const auto isOutside = [&](const BlockId& other) {
        return context.graph.vpcOf(context.graph.hostOf(other)).isEmpty();
    };
    for (const ConnectionId& link : context.graph.outgoing(store))
        if (isOutside(context.graph.connection(link)->to)) return true;
    for (const ConnectionId& link : context.graph.incoming(store))
        if (isOutside(context.graph.connection(link)->from)) return true;
    return false;
}

/// A rule that names its old addresses does not follow it to the new ones.
bool leavesRulesBehind(const Context& context, const BlockId& store, const edit::Transaction& moved)
{
    std::vector<BlockId> homes{moved.block(store)->parent};
    for (const Value& subnet : moved.block(store)->property("subnets").toList()) homes.emplace_back(subnet.toString());
    for (const BlockId& old : context.graph.subnetsOf(store))
        for (const BlockId& home : homes) {
            const Block* subnet = moved.block(home);
            const auto before = analysis::parseCidr(context.graph.value(old, "cidr").toString());
            const auto after = subnet ? analysis::parseCidr(subnet->property("cidr").toString()) : std::nullopt;
            if (before && after && fixes::isNamedByRules(context, *before, *after)) return true;
        }
    return false;
}

void addFix(const Context& context, const DataHost& store, const Block& block, FindingBuilder& finding)
{
    edit::Transaction transaction(context.document);
    const bool isHost = context.graph.isKind(store.host, "ec2-instance");
    const bool isMoved = isHost ? fixes::moveHostToPrivateSubnet(context, store.host, transaction)
                                : fixes::moveToPrivateSubnets(context, store.host, transaction);
    // A host fetches its updates from the internet; moving it needs a way out as well.
    if (isMoved)
        finding.fix(
            "move-to-private",
            !isHost && !talksToOutside(context, store.host) && !leavesRulesBehind(context, store.host, transaction),
            transaction.finish(
                {isHost ? "rule.data-in-public-subnet.fix.move-host" : "rule.data-in-public-subnet.fix.move",
                 {{"name", block.label()}}}));
}

void checkStore(const Context& context, const DataHost& store, Report& report)
{
    BlockId where;
    std::optional<Route> why;
    for (const BlockId& subnet : context.graph.subnetsOf(store.host)) {
        const auto route = publicRoute(context, subnet);
        if (route && (!why || route->range()->prefix < why->range()->prefix)) {
            where = subnet;
            why = route;
        }
    }
    if (!why) return;
    const Block& block = *context.graph.block(store.host);
    const bool isDrawnThere = context.graph.positionSubnet(store.host) == where;
    auto finding = report.add(store.host);
    finding.with("name", block.label())
        .with("subnet", labelOf(context.graph, where))
        .with("table", labelOf(context.graph, why->table))
        .with("destination", why->destination)
        .with("gateway", labelOf(context.graph, why->target))
        .witness({store.host.text(), where.text(), why->table.text(), why->target.text()});
    if (!analysis::isInternetWide(*why->range()))
        finding.variant("narrow").severity(Severity::Info);
    else if (!isDrawnThere)
        finding.variant("group");
    addFix(context, store, block, finding);
}

void check(const Context& context, Report& report)
{
    for (const DataHost& store : dataHosts(context.graph)) checkStore(context, store, report);
}

}  // namespace

Rule dataInPublicSubnet() { return {"data-in-public-subnet", "exposure", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
