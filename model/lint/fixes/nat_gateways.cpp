#include "model/lint/fixes/nat_gateways.h"

#include "model/lint/fixes/default_routes.h"
#include "model/lint/fixes/internet_gateways.h"

#include <map>

namespace lintel::model::lint::fixes {

namespace {

bool isRegional(const Context& context, const BlockId& nat)
{
    return context.graph.value(nat, "availability-mode").toString() == "regional";
}

BlockId workingNat(const Context& context, const BlockId& vpc, const std::string& zone)
{
    for (const BlockId& nat : context.graph.blocksOfKind("nat-gateway")) {
        if (context.graph.vpcOf(nat) != vpc || !context.routes.natWorks(nat)) continue;
        if (isRegional(context, nat) || zone.empty()) return nat;
        const BlockId subnet = context.graph.positionSubnet(nat);
        // Unknown routes are nothing to build on.
        if (context.routes.isPublic(subnet) && context.graph.zoneOf(subnet) == zone) return nat;
    }
    return {};
}

std::string upper(std::string text)
{
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c ^ 0x20);
    return text;
}

BlockId elasticIpOf(const Context& context, const BlockId& nat)
{
    if (const BlockId named = context.graph.reference(nat, "elastic-ip"); !named.isEmpty()) return named;
    for (const ConnectionId& link : context.graph.incoming(nat))
        if (const Connection& drawn = *context.graph.connection(link);
            drawn.relation == "attach" && context.graph.isKind(drawn.from, "elastic-ip"))
            return drawn.from;
    return {};
}

void moveInto(const BlockId& id, const BlockId& subnet, edit::Transaction& transaction)
{
    Block moved = *transaction.block(id);
    moved.parent = subnet;
    transaction.put(std::move(moved));
    if (transaction.placement(placementId(id))) transaction.remove(placementId(id));
}

}  // namespace

bool hasElasticIp(const Context& context, const BlockId& nat) { return !elasticIpOf(context, nat).isEmpty(); }

void addElasticIp(const BlockId& nat, edit::Transaction& transaction)
{
    Block address;
    address.id = BlockId(transaction.freeId("eip-" + nat.text(), "eip"));
    address.kind = KindId("elastic-ip");
    address.parent = transaction.block(nat)->parent;
    const BlockId id = address.id;
    transaction.put(std::move(address));
    transaction.setProperty(nat, "elastic-ip", id.text());
    Connection link;
    link.id = ConnectionId(transaction.freeId(id.text() + "-attach", "eip-attach"));
    link.from = id;
    link.to = nat;
    link.relation = "attach";
    transaction.put(std::move(link));
}

BlockId addNatGateway(const BlockId& subnet, const std::string& zone, edit::Transaction& transaction)
{
    Block nat;
    nat.id = BlockId(transaction.freeId(zone.empty() ? "nat" : "nat-" + zone, "nat"));
    nat.kind = KindId("nat-gateway");
    nat.parent = subnet;
    const BlockId id = nat.id;
    transaction.put(std::move(nat));
    addElasticIp(id, transaction);
    return id;
}

void moveNatGateway(const Context& context, const BlockId& nat, const BlockId& subnet, edit::Transaction& transaction)
{
    const BlockId from = context.graph.block(nat)->parent;
    if (const BlockId address = elasticIpOf(context, nat);
        !address.isEmpty() && context.graph.block(address)->parent == from)
        moveInto(address, subnet, transaction);
    moveInto(nat, subnet, transaction);
}

std::optional<NatWay> sendThroughNat(const Context& context, const std::vector<BlockId>& subnets,
                                     edit::Transaction& transaction)
{
    std::map<std::string, std::vector<BlockId>> zones;
    for (const BlockId& subnet : subnets) zones[context.graph.zoneOf(subnet)].push_back(subnet);
    const BlockId vpc = context.graph.vpcOf(subnets.front());
    PublicSubnets places(context, vpc, transaction);
    NatWay way;
    std::vector<DefaultRoute> routes;
    for (const auto& [zone, inZone] : zones) {
        BlockId nat = workingNat(context, vpc, zone);
        if (nat.isEmpty()) {
            const BlockId place = places.beside(inZone.front());
            if (place.isEmpty()) return std::nullopt;
            nat = addNatGateway(place, zone, transaction);
            way.gateways.push_back(nat);
        }
        routes.push_back({inZone, nat, zone.empty() ? "rt-private" : "rt-private-" + zone, upper(zone)});
    }
    setDefaultRoutes(context, routes, transaction);
    way.drawsSubnet = places.drewSome();
    return way;
}

}  // namespace lintel::model::lint::fixes
