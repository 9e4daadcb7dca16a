#include "model/lint/services.h"

#include <algorithm>
#include <map>
#include <set>

namespace lintel::model::lint {

namespace {

const Value kNothing;

/// Which block stands for which service while they are found: every unit leads to the smallest of its copies.
class Copies {
public:
    BlockId rootOf(const BlockId& id)
    {
        BlockId at = id;
        for (auto found = m_leader.find(at); found != m_leader.end() && found->second != at; found = m_leader.find(at))
            at = found->second;
        m_leader[id] = at;
        return at;
    }
    void join(const BlockId& a, const BlockId& b)
    {
        const BlockId first = rootOf(a);
        const BlockId second = rootOf(b);
        m_leader[std::max(first, second)] = std::min(first, second);
    }

private:
    std::map<BlockId, BlockId> m_leader;
};

/// Blocks of the kinds that include the property set `application`, in the order of their kinds.
std::vector<BlockId> codeBlocks(const graph::ArchitectureGraph& graph)
{
    std::vector<BlockId> blocks;
    for (const catalogue::Kind& kind : graph.catalogue().kinds()) {
        if (kind.id.text() == "lambda" || kind.flag("monitoring") || !kind.property("deploy-strategy")) continue;
        const std::vector<BlockId>& some = graph.blocksOfKind(kind.id.text());
        blocks.insert(blocks.end(), some.begin(), some.end());
    }
    return blocks;
}

/// What the block is a part of: software of its instance, an instance of its Auto Scaling group.
BlockId unitOf(const graph::ArchitectureGraph& graph, const BlockId& id)
{
    const BlockId host = graph.hostOf(id);
    // Software on nodes is a workload of its own: the node group runs many.
    const BlockId unit = graph.isKind(host, "ec2-instance") ? host : id;
    const BlockId group = graph.reference(unit, "auto-scaling-group");
    return group.isEmpty() ? unit : group;
}

std::vector<BlockId> registeredIn(const graph::ArchitectureGraph& graph, const BlockId& targetGroup)
{
    std::vector<BlockId> targets = graph.references(targetGroup, "targets");
    for (const BlockId& group : graph.referrers(targetGroup, "target-groups")) targets.push_back(group);
    for (const ConnectionId& link : graph.outgoing(targetGroup)) targets.push_back(graph.connection(link)->to);
    return targets;
}

std::int64_t copiesOf(const graph::ArchitectureGraph& graph, const BlockId& unit, const std::vector<BlockId>& parts)
{
    std::int64_t copies = std::max<std::int64_t>(1, graph.value(unit, "replicas").toInteger());
    if (!graph.isKind(unit, "auto-scaling-group")) {
        for (const BlockId& part : parts) copies = std::max(copies, graph.value(part, "replicas").toInteger());
        return copies;
    }
    std::int64_t members = 0;
    for (const BlockId& member : graph.membersOf(unit))
        members += std::max<std::int64_t>(1, graph.value(member, "replicas").toInteger());
    copies = std::max({copies, members, graph.value(unit, "desired").toInteger()});
    return copies > 1 ? copies : std::max(copies, graph.value(unit, "max").toInteger());
}

void addOnce(std::vector<BlockId>& list, const BlockId& id)
{
    if (std::find(list.begin(), list.end(), id) == list.end()) list.push_back(id);
}

}  // namespace

std::vector<Service> services(const graph::ArchitectureGraph& graph)
{
    std::map<BlockId, std::vector<BlockId>> partsOf;  // by unit
    for (const BlockId& id : codeBlocks(graph)) partsOf[unitOf(graph, id)].push_back(id);

    Copies copies;
    for (const BlockId& group : graph.blocksOfKind("target-group")) {
        BlockId first;
        for (const BlockId& target : registeredIn(graph, group)) {
            const BlockId unit = unitOf(graph, target);
            if (!partsOf.contains(unit)) continue;
            if (first.isEmpty())
                first = unit;
            else
                copies.join(first, unit);
        }
    }

    std::map<BlockId, Service> found;
    for (const auto& [unit, parts] : partsOf) {
        Service& service = found[copies.rootOf(unit)];
        const std::int64_t more = copiesOf(graph, unit, parts);
        service.copies = service.units.empty() ? more : service.copies + more;
        service.units.push_back(unit);
        addOnce(service.blocks, unit);
        for (const BlockId& part : parts) addOnce(service.blocks, part);
    }
    std::vector<Service> all;
    for (auto& [root, service] : found) all.push_back(std::move(service));
    return all;
}

std::vector<Service> servicesIfSaid(const graph::ArchitectureGraph& graph, std::string_view key)
{
    const Table<Block>& blocks = graph.document().blocks;
    const bool isSaid =
        std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) { return !block.property(key).isNull(); });
    return isSaid ? services(graph) : std::vector<Service>();
}

const Value& saidBy(const graph::ArchitectureGraph& graph, const Service& service, std::string_view key)
{
    for (const BlockId& id : service.blocks)
        if (const Value& value = graph.block(id)->property(key); !value.isNull()) return value;
    return kNothing;
}

bool says(const graph::ArchitectureGraph& graph, const Service& service, std::string_view key, std::string_view value)
{
    return std::any_of(service.blocks.begin(), service.blocks.end(),
                       [&](const BlockId& id) { return graph.block(id)->property(key).toString() == value; });
}

std::vector<ConnectionId> requestsTo(const graph::ArchitectureGraph& graph, const Service& service)
{
    const std::set<BlockId> own(service.blocks.begin(), service.blocks.end());
    std::vector<ConnectionId> requests;
    for (const BlockId& id : service.blocks)
        for (const ConnectionId& link : graph.incoming(id))
            if (const Connection& drawn = *graph.connection(link);
                drawn.isNetworkTraffic() && !own.contains(drawn.from))
                requests.push_back(link);
    return requests;
}

std::vector<BlockId> targetGroupsOf(const graph::ArchitectureGraph& graph, const Service& service)
{
    std::set<BlockId> groups;
    for (const BlockId& id : service.blocks) {
        for (const BlockId& group : graph.referrers(id, "targets")) groups.insert(group);
        for (const BlockId& group : graph.references(id, "target-groups")) groups.insert(group);
        for (const ConnectionId& link : graph.incoming(id))
            if (const BlockId& from = graph.connection(link)->from; graph.isKind(from, "target-group"))
                groups.insert(from);
    }
    return {groups.begin(), groups.end()};
}

std::vector<BlockId> loadBalancersOf(const graph::ArchitectureGraph& graph, const Service& service)
{
    const std::vector<BlockId> groups = targetGroupsOf(graph, service);
    const std::set<BlockId> own(service.blocks.begin(), service.blocks.end());
    std::vector<BlockId> all;
    for (const BlockId& balancer : graph.loadBalancers()) {
        const std::vector<graph::Target> targets = graph.targetsOf(balancer);
        if (std::any_of(targets.begin(), targets.end(), [&](const auto& target) {
                return own.contains(target.block) ||
                       std::find(groups.begin(), groups.end(), target.group) != groups.end();
            }))
            all.push_back(balancer);
    }
    return all;
}

std::vector<BlockId> calledBy(const graph::ArchitectureGraph& graph, const Service& service)
{
    const std::set<BlockId> own(service.blocks.begin(), service.blocks.end());
    std::set<BlockId> called;
    for (const BlockId& id : service.blocks)
        for (const ConnectionId& link : graph.outgoing(id))
            if (const BlockId& to = graph.connection(link)->to; graph.block(to) && !own.contains(to)) called.insert(to);
    return {called.begin(), called.end()};
}

bool isSharedStore(const graph::ArchitectureGraph& graph, const BlockId& id)
{
    static const std::set<std::string, std::less<>> kRoles{"database", "cache", "broker", "topic", "stream", "queue"};
    return kRoles.contains(graph.fact(id, "role")) || kRoles.contains(graph.value(id, "role").toString());
}

}  // namespace lintel::model::lint
