// Who hands on to whom, and who stands in for whom.
#include "model/analysis/availability.h"

#include <algorithm>
#include <map>

namespace lintel::model::analysis {

namespace {

constexpr std::size_t kNone = graph::IdIndex::kNone;

/// Software that elects a leader by majority.
bool needsQuorum(const graph::ArchitectureGraph& graph, const BlockId& block)
{
    return graph.isKind(block, "mongodb") || graph.isKind(block, "kafka");
}

template <class Item>
void sortUnique(std::vector<Item>& items)
{
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
}

/// Follows a list of pairs: what is linked to what, directly or not.
class UnionFind {
public:
    explicit UnionFind(std::size_t size) : m_parent(size)
    {
        for (std::size_t i = 0; i < size; ++i) m_parent[i] = i;
    }
    std::size_t find(std::size_t at)
    {
        while (m_parent[at] != at) at = m_parent[at] = m_parent[m_parent[at]];
        return at;
    }
    void join(std::size_t a, std::size_t b)
    {
        a = find(a);
        b = find(b);
        m_parent[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<std::size_t> m_parent;
};

}  // namespace

bool Availability::isPeople(const BlockId& block) const
{
    const std::string& role = m_graph->fact(block, "role");
    return role == "client" || role == "internet";
}

void Availability::addUnits()
{
    std::vector<BlockId> drawn;
    const auto add = [&](const BlockId& block) {
        if (m_graph->block(block)) drawn.push_back(m_graph->hostOf(block));
    };
    for (const Connection& connection : m_graph->connections()) {
        if (!connection.isNetworkTraffic()) continue;
        add(connection.from);
        add(connection.to);
    }
    for (const BlockId& balancer : m_graph->loadBalancers())
        for (const graph::Target& target : m_graph->targetsOf(balancer)) add(target.block);
    sortUnique(drawn);
    // What stands in for something that traffic goes to is a unit as well.
    m_units = drawn;
    for (const BlockId& unit : drawn)
        for (const char* key : {"source", "cluster", "auto-scaling-group"})
            for (const BlockId& other : m_graph->referrers(unit, key)) m_units.push_back(m_graph->hostOf(other));
    sortUnique(m_units);
    std::vector<std::string_view> ids;
    for (const BlockId& unit : m_units) ids.push_back(unit.text());
    m_places = graph::IdIndex(std::move(ids));
}

std::size_t Availability::unitOf(const BlockId& block) const { return m_places.find(m_graph->hostOf(block).text()); }

Availability::Ends Availability::severedEnds(const std::set<ConnectionId>& failed) const
{
    Ends severed;
    if (failed.empty()) return severed;
    const auto endsOf = [&](const Connection& one) {
        return std::pair(m_graph->hostOf(one.from), m_graph->hostOf(one.to));
    };
    const auto carries = [](const Connection& one) { return one.isNetworkTraffic() || one.relation == "attach"; };
    for (const ConnectionId& id : failed)
        if (const Connection* one = m_graph->connection(id); one && carries(*one)) severed.insert(endsOf(*one));
    for (const Connection& one : m_graph->connections())
        if (carries(one) && !failed.contains(one.id)) severed.erase(endsOf(one));
    return severed;
}

Availability::Edges Availability::edgesWithout(const std::set<ConnectionId>& failed) const
{
    Edges edges(m_units.size());
    const auto link = [&](const BlockId& from, const BlockId& to) {
        const std::size_t a = unitOf(from);
        const std::size_t b = unitOf(to);
        if (a != kNone && b != kNone && a != b) edges[a].push_back(b);
    };
    const auto isUp = [&](const Connection& connection) {
        return connection.isNetworkTraffic() && !failed.contains(connection.id);
    };
    for (const Connection& connection : m_graph->connections())
        if (isUp(connection)) link(connection.from, connection.to);
    const Ends severed = severedEnds(failed);
    const auto isSevered = [&](const BlockId& from, const BlockId& to) {
        return !severed.empty() && severed.contains({m_graph->hostOf(from), m_graph->hostOf(to)});
    };
    for (const BlockId& balancer : m_graph->loadBalancers())
        for (const graph::Target& target : m_graph->targetsOf(balancer))
            // The line to the target, to its group and from the group to it say the same thing.
            if (!isSevered(balancer, target.block) && !isSevered(balancer, target.group) &&
                !isSevered(target.group, target.block))
                link(balancer, target.block);
    linkMembers(edges, failed);
    for (std::vector<std::size_t>& targets : edges) sortUnique(targets);
    linkClientsToAllMembers(edges);
    return edges;
}

/// A group hands on to its members, and what the group may do they may do.
void Availability::linkMembers(Edges& edges, const std::set<ConnectionId>& failed) const
{
    const auto link = [&](std::size_t from, const BlockId& to) {
        const std::size_t target = unitOf(to);
        if (from != kNone && target != kNone && target != from) edges[from].push_back(target);
    };
    for (std::size_t unit = 0; unit < m_units.size(); ++unit) {
        for (const BlockId& member : m_graph->referrers(m_units[unit], "auto-scaling-group")) {
            link(unit, member);
            for (const ConnectionId& out : m_graph->outgoing(m_units[unit])) {
                const Connection& drawn = *m_graph->connection(out);
                if (drawn.isNetworkTraffic() && !failed.contains(drawn.id)) link(unitOf(member), drawn.to);
            }
        }
        for (const BlockId& member : m_graph->referrers(m_units[unit], "cluster")) link(unit, member);
    }
}

void Availability::addGroups()
{
    UnionFind sets(m_units.size());
    const auto join = [&](const BlockId& a, const BlockId& b) {
        if (const std::size_t one = unitOf(a), other = unitOf(b); one != kNone && other != kNone) sets.join(one, other);
    };
    std::map<BlockId, BlockId> firstTarget;
    for (const BlockId& balancer : m_graph->loadBalancers())
        for (const graph::Target& target : m_graph->targetsOf(balancer))
            if (!target.group.isEmpty())
                join(firstTarget.emplace(target.group, target.block).first->second, target.block);
    for (const BlockId& unit : m_units)
        for (const char* key : {"source", "auto-scaling-group"})
            if (const BlockId owner = m_graph->reference(unit, key); !owner.isEmpty()) join(owner, unit);
    std::set<std::size_t> quorums;
    for (const Connection& connection : m_graph->connections()) {
        if (connection.relation != "replication") continue;
        join(connection.from, connection.to);
        if (needsQuorum(*m_graph, connection.from) && unitOf(connection.from) != kNone)
            quorums.insert(unitOf(connection.from));
    }
    std::map<std::size_t, std::vector<BlockId>> members;
    std::set<std::size_t> quorumRoots;
    for (const std::size_t unit : quorums) quorumRoots.insert(sets.find(unit));
    for (std::size_t unit = 0; unit < m_units.size(); ++unit)
        // People are where traffic comes from, and an Auto Scaling group with members is only their frame.
        if (!isPeople(m_units[unit]) && m_graph->referrers(m_units[unit], "auto-scaling-group").empty())
            members[sets.find(unit)].push_back(m_units[unit]);
    for (const auto& [root, list] : members) {
        ReplicaGroup group{list, 1};
        if (quorumRoots.contains(root)) group.needed = static_cast<int>(list.size()) / 2 + 1;
        m_groups.push_back(std::move(group));
    }
    std::sort(m_groups.begin(), m_groups.end(),
              [](const ReplicaGroup& a, const ReplicaGroup& b) { return a.members < b.members; });
    for (const ReplicaGroup& group : m_groups) {
        std::vector<std::size_t>& units = m_members.emplace_back();
        for (const BlockId& member : group.members) units.push_back(m_places.find(member.text()));
    }
}

bool Availability::failsOver(const ReplicaGroup& group) const
{
    return group.needed > 1 || std::any_of(group.members.begin(), group.members.end(), [&](const BlockId& one) {
               return m_graph->isKind(one, "elasticache") && m_graph->value(one, "automatic-failover").toBool();
           });
}

void Availability::linkClientsToAllMembers(Edges& edges) const
{
    std::vector<std::size_t> cluster(m_units.size(), kNone);
    for (std::size_t group = 0; group < m_groups.size(); ++group)
        if (m_groups[group].members.size() > 1 && failsOver(m_groups[group]))
            for (const std::size_t member : m_members[group]) cluster[member] = group;
    for (std::size_t unit = 0; unit < edges.size(); ++unit) {
        std::vector<std::size_t> called;
        for (const std::size_t target : edges[unit])
            if (cluster[target] != kNone && cluster[target] != cluster[unit]) called.push_back(cluster[target]);
        if (called.empty()) continue;
        for (const std::size_t group : called)
            edges[unit].insert(edges[unit].end(), m_members[group].begin(), m_members[group].end());
        sortUnique(edges[unit]);
    }
}

}  // namespace lintel::model::analysis
