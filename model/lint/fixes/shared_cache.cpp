#include "model/lint/fixes/shared_cache.h"

#include "model/lint/fixes/firewall_rows.h"

#include <map>

namespace lintel::model::lint::fixes {

namespace {

constexpr int kRedisPort = 6379;

/// Whoever has a network interface: the instances of a group, not the group; for software, its host.
std::vector<BlockId> callersOf(const Context& context, const Service& service)
{
    std::vector<BlockId> callers;
    for (const BlockId& id : service.blocks) {
        const bool isGroup = context.graph.isKind(id, "auto-scaling-group") && !context.graph.membersOf(id).empty();
        if (!isGroup && context.graph.hostOf(id) == id) callers.push_back(id);
    }
    return callers.empty() ? service.units : callers;
}

/// One subnet per zone where the service runs: a private one of the data tier, else one of its own.
std::vector<BlockId> placesFor(const Context& context, const std::vector<BlockId>& callers, const BlockId& vpc)
{
    std::map<std::string, BlockId> byZone;
    for (const BlockId& caller : callers)
        for (const BlockId& subnet : context.graph.subnetsOf(caller))
            if (!context.routes.isPublic(subnet)) byZone.emplace(context.graph.zoneOf(subnet), subnet);
    for (const BlockId& subnet : context.graph.subnetsOfVpc(vpc)) {
        const bool isForData =
            context.graph.value(subnet, "tier").toString() == "data" && !context.routes.isPublic(subnet);
        if (isForData) byZone[context.graph.zoneOf(subnet)] = subnet;
    }
    std::vector<BlockId> places;
    for (const auto& [zone, subnet] : byZone) places.push_back(subnet);
    return places;
}

Value asValue(const std::vector<BlockId>& ids)
{
    Value::List list;
    for (const BlockId& id : ids) list.emplace_back(id.text());
    return Value(std::move(list));
}

BlockId guardFor(const Context& context, const std::vector<BlockId>& callers, const BlockId& vpc,
                 edit::Transaction& transaction)
{
    Block group;
    group.id = BlockId(transaction.freeId("sg-redis", "sg-redis"));
    group.kind = KindId("security-group");
    group.parent = vpc;
    const BlockId id = group.id;
    transaction.put(std::move(group));
    for (const BlockId& caller : callers)
        addRule(id, analysis::Direction::Inbound, "tcp", analysis::PortSet::one(kRedisPort),
                otherEndsOf(context, caller, vpc), transaction);
    return id;
}

}  // namespace

BlockId sharedCacheOf(const Context& context, const Service& service)
{
    for (const BlockId& called : calledBy(context.graph, service))
        if (context.graph.fact(called, "role") == "cache" &&
            context.graph.value(called, "engine").toString() != "memcached")
            return called;
    return {};
}

BlockId sharedCacheFor(const Context& context, const Service& service, const std::string& usage,
                       edit::Transaction& transaction)
{
    if (const BlockId known = sharedCacheOf(context, service); !known.isEmpty()) return known;
    const std::vector<BlockId> callers = callersOf(context, service);
    const BlockId vpc = context.graph.vpcOf(callers.front());
    if (vpc.isEmpty()) return {};

    const std::vector<BlockId> places = placesFor(context, callers, vpc);
    Block cache;
    cache.id = BlockId(transaction.freeId("redis", "redis"));
    cache.kind = KindId("elasticache");
    cache.parent = vpc;
    cache.properties = {{"engine", "redis"},
                        {"usage", usage},
                        {"replicas", 1},
                        {"automatic-failover", true},
                        {"multi-az", places.size() > 1},
                        {"encrypted", true},
                        {"transit-encryption", true}};
    if (!places.empty()) cache.properties["subnets"] = asValue(places);
    cache.properties["security-groups"] = asValue({guardFor(context, callers, vpc, transaction)});
    const BlockId id = cache.id;
    transaction.put(std::move(cache));
    for (const BlockId& caller : callers) {
        const ConnectionId link(transaction.freeId(caller.text() + "-" + id.text(), "redis"));
        transaction.put(Connection{link, caller, id, {}, {}, "redis", std::to_string(kRedisPort), {}});
    }
    return id;
}

}  // namespace lintel::model::lint::fixes
