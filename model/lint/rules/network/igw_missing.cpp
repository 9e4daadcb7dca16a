#include "model/edit/operations/remove_elements.h"
#include "model/lint/fixes/default_routes.h"
#include "model/lint/fixes/internet_gateways.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"
#include "model/lint/subnet_intent.h"

#include <algorithm>
#include <map>
#include <set>

namespace lintel::model::lint::rules {

namespace {

/// What cannot do its work without an internet gateway, and the subnets that want a route to it.
struct Needs {
    std::vector<BlockId> blocks;
    std::set<BlockId> subnets;

    void add(const BlockId& block, const std::vector<BlockId>& routed)
    {
        blocks.push_back(block);
        subnets.insert(routed.begin(), routed.end());
    }
};

bool isPublicNat(const Context& context, const BlockId& id)
{
    return context.graph.isKind(id, "nat-gateway") && context.graph.value(id, "connectivity").toString() != "private";
}

bool isLoadBalancer(const Context& context, const BlockId& id)
{
    return context.graph.fact(id, "role") == "load-balancer";
}

/// CloudFront reaches a private origin through the gateway of its VPC, without any route.
bool isVpcOrigin(const Context& context, const BlockId& id)
{
    if (!isLoadBalancer(context, id) && !context.graph.isKind(id, "ec2-instance")) return false;
    const std::vector<ConnectionId>& links = context.graph.incoming(id);
    return std::any_of(links.begin(), links.end(), [&](const ConnectionId& link) {
        const Connection& drawn = *context.graph.connection(link);
        return drawn.isNetworkTraffic() && context.graph.isKind(drawn.from, "cloudfront");
    });
}

std::map<BlockId, Needs> needsByVpc(const Context& context)
{
    std::map<BlockId, Needs> all;
    for (const BlockId& id : context.graph.blocksWithFlag("has-interface")) {
        if (context.graph.kindOf(id)->flag("software")) continue;
        const bool isFacing =
            isLoadBalancer(context, id) && context.graph.value(id, "scheme").toString() == "internet-facing";
        if (isFacing || (!isLoadBalancer(context, id) && context.graph.hasPublicAddress(id)) ||
            isPublicNat(context, id))
            all[context.graph.vpcOf(id)].add(id, context.graph.subnetsOf(id));
        else if (isVpcOrigin(context, id))
            all[context.graph.vpcOf(id)].add(id, {});
    }
    return all;
}

/// Those that want a route, and that one would not surprise: not called private, and not on their way out elsewhere.
std::vector<BlockId> subnetsToRoute(const Context& context, const Needs& needs)
{
    std::vector<BlockId> subnets;
    // A regional NAT gateway is in no subnet and needs no route.
    for (const BlockId& subnet : needs.subnets)
        if (!context.routes.isPublic(subnet) && intentOf(context.graph, subnet) != SubnetIntent::Private &&
            !fixes::hasDefaultRoute(context, subnet))
            subnets.push_back(subnet);
    return subnets;
}

edit::ChangeSet withGateway(const Context& context, const BlockId& vpc, const std::vector<BlockId>& subnets)
{
    edit::Transaction transaction(context.document);
    const BlockId gateway = fixes::internetGatewayFor(context, vpc, transaction);
    if (!subnets.empty()) fixes::setDefaultRoutes(context, {{subnets, gateway, "rt-public"}}, transaction);
    const Message attach("rule.igw-missing.fix.attach", {{"vpc", labelOf(context.graph, vpc)}});
    const Message route("rule.igw-missing.fix.route",
                        {{"vpc", labelOf(context.graph, vpc)}, {"subnets", labelsOf(context.graph, subnets)}});
    return transaction.finish(subnets.empty() ? attach : route);
}

void addGatewayFix(const Context& context, const BlockId& vpc, const Needs& needs, FindingBuilder& finding)
{
    edit::ChangeSet change = withGateway(context, vpc, subnetsToRoute(context, needs));
    const auto after = edit::apply(context.document, change);
    // The routes would open what is closed today: attach the gateway, and let people decide about the routes.
    if (!after || fixes::exposesMore(context, *after)) change = withGateway(context, vpc, {});
    finding.fix("add-internet-gateway", true, std::move(change));
}

/// One stays; routes and connections to the others go to it.
void addSingleGatewayFix(const Context& context, const std::vector<BlockId>& gateways, FindingBuilder& finding)
{
    const BlockId& kept = gateways.front();
    edit::Transaction transaction(context.document);
    const std::set<BlockId> surplus(gateways.begin() + 1, gateways.end());
    for (const BlockId& table : context.graph.blocksOfKind("route-table")) {
        Value::List rows;
        for (const Value& row : context.graph.value(table, "routes").toList()) {
            Value::Map cells = row.toMap();
            for (ValueEntry& cell : cells)
                if (cell.key == "target" && surplus.contains(BlockId(cell.value.toString())))
                    cell.value = Value(kept.text());
            Value moved(std::move(cells));
            if (std::find(rows.begin(), rows.end(), moved) == rows.end()) rows.push_back(std::move(moved));
        }
        if (!rows.empty()) transaction.setProperty(table, "routes", Value(std::move(rows)));
    }
    for (const Connection& link : context.document.connections) {
        Connection moved = link;
        if (surplus.contains(moved.from)) moved.from = kept;
        if (surplus.contains(moved.to)) moved.to = kept;
        if (!(moved == link) && moved.from != moved.to) transaction.put(moved);
    }
    std::set<std::string> gone;
    for (const BlockId& gateway : surplus) gone.insert(gateway.text());
    const edit::ChangeSet removal = edit::removeElements(transaction.document(), gone);
    const auto after = edit::apply(transaction.document(), removal);
    if (!after) return;
    edit::ChangeSet change = edit::diff(context.document, *after);
    change.caption = {"rule.igw-missing.fix.one", {{"gateway", labelOf(context.graph, kept)}}};
    finding.fix("keep-one-gateway", true, std::move(change));
}

void check(const Context& context, Report& report)
{
    const std::map<BlockId, Needs> needs = needsByVpc(context);
    for (const BlockId& vpc : context.graph.blocksOfKind("vpc")) {
        const std::vector<BlockId> gateways = context.routes.internetGatewaysOf(vpc);
        if (gateways.size() > 1) {
            auto finding = report.add(vpc);
            finding.variant("several")
                .with("vpc", labelOf(context.graph, vpc))
                .with("gateways", labelsOf(context.graph, gateways))
                .witness(texts(gateways));
            addSingleGatewayFix(context, gateways, finding);
        }
        const auto needed = needs.find(vpc);
        if (!gateways.empty() || needed == needs.end()) continue;
        auto finding = report.add(vpc);
        finding.with("vpc", labelOf(context.graph, vpc))
            .with("names", labelsOf(context.graph, needed->second.blocks))
            .witness(texts(needed->second.blocks));
        addGatewayFix(context, vpc, needed->second, finding);
    }
}

}  // namespace

Rule igwMissing() { return {"igw-missing", "network", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
