#include "model/analysis/availability.h"

#include "model/analysis/dominators.h"

#include <algorithm>
#include <map>

namespace lintel::model::analysis {

namespace {

constexpr std::size_t kNone = graph::IdIndex::kNone;

bool isPeople(const graph::ArchitectureGraph& graph, const BlockId& block)
{
    const std::string& role = graph.fact(block, "role");
    return role == "client" || role == "internet";
}

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

Availability::Availability(const graph::ArchitectureGraph& graph) : m_graph(&graph)
{
    addUnits();
    addGroups();
    m_edges = edgesWithout({});
    for (std::size_t unit = 0; unit < m_units.size(); ++unit)
        if (isPeople(graph, m_units[unit])) m_sources.push_back(unit);
    m_reached = reached(m_edges, {});
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
        if (!isPeople(*m_graph, m_units[unit]) && m_graph->referrers(m_units[unit], "auto-scaling-group").empty())
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

bool Availability::survivesZone(const BlockId& unit, const std::string& zone) const
{
    const std::set<std::string>& zones = m_graph->zonesOf(unit);
    if (!zones.contains(zone)) return true;
    if (zones.size() == 1) return false;
    const BlockId place = m_graph->positionSubnet(unit);
    const bool isThere = !place.isEmpty() && m_graph->zoneOf(place) == zone;
    if (m_graph->isKind(unit, "rds-instance") || m_graph->isKind(unit, "rds-read-replica"))
        return m_graph->value(unit, "multi-az").toBool() || (!place.isEmpty() && !isThere);
    if (m_graph->isKind(unit, "elasticache")) {
        const bool hasReplica =
            m_graph->value(unit, "replicas").toInteger() > 0 || !m_graph->referrers(unit, "source").empty();
        return (hasReplica && m_graph->value(unit, "automatic-failover").toBool()) || (!place.isEmpty() && !isThere);
    }
    if (m_graph->isKind(unit, "aurora-cluster")) {
        const std::vector<BlockId> instances = m_graph->referrers(unit, "cluster");
        return instances.empty() ? m_graph->value(unit, "instances").toInteger() > 1
                                 : std::any_of(instances.begin(), instances.end(),
                                               [&](const BlockId& one) { return survivesZone(one, zone); });
    }
    // Everything else that names subnets of several zones runs in all of them; what is drawn in one runs there.
    return place.isEmpty() || !isThere || m_graph->fact(unit, "redundancy") == "regional";
}

std::set<BlockId> Availability::lostWithZone(const std::string& zone) const
{
    std::set<BlockId> lost;
    for (const std::vector<BlockId>* all : {&m_graph->blocksWithFlag("has-interface"), &m_units})
        for (const BlockId& block : *all)
            if (!survivesZone(block, zone)) lost.insert(block);
    return lost;
}

std::set<BlockId> Availability::lostWithBlock(const BlockId& block) const
{
    std::set<BlockId> lost{block};
    for (const BlockId& inside : m_graph->containment().descendants(block)) lost.insert(inside);
    return lost;
}

std::vector<bool> Availability::reached(const Edges& edges, const std::set<BlockId>& lost) const
{
    std::vector<bool> isLost(m_units.size(), false);
    for (const BlockId& one : lost)
        if (const std::size_t unit = m_places.find(one.text()); unit != kNone) isLost[unit] = true;
    std::vector<bool> seen(m_units.size(), false);
    std::vector<std::size_t> queue;
    const auto visit = [&](std::size_t unit) {
        if (seen[unit] || isLost[unit]) return;
        seen[unit] = true;
        queue.push_back(unit);
    };
    for (const std::size_t source : m_sources) visit(source);
    while (!queue.empty()) {
        const std::size_t at = queue.back();
        queue.pop_back();
        for (const std::size_t next : edges[at]) visit(next);
    }
    return seen;
}

Availability::Alone Availability::reachedWithoutEach(const std::set<BlockId>& lost) const
{
    Alone alone;
    for (const BlockId& one : lost)
        if (const std::size_t unit = m_places.find(one.text()); unit != kNone && m_reached[unit])
            alone.emplace_back(one, reached(m_edges, {one}));
    return alone;
}

std::vector<BlockId> Availability::causes(const ReplicaGroup& group, const std::set<BlockId>& lost,
                                          const Alone& alone) const
{
    std::vector<BlockId> own;
    for (const BlockId& member : group.members)
        if (lost.contains(member)) own.push_back(member);
    if (!own.empty()) return own;
    // Its members are well: of what failed, name what alone would be enough, else everything that traffic passes.
    std::vector<BlockId> enough;
    std::vector<BlockId> all;
    for (const auto& [one, seen] : alone) {
        const auto isLeft = [&, &left = seen](const BlockId& member) { return left[unitOf(member)]; };
        all.push_back(one);
        if (std::count_if(group.members.begin(), group.members.end(), isLeft) < group.needed) enough.push_back(one);
    }
    return enough.empty() ? all : enough;
}

Loss Availability::lossOfZone(const std::string& zone) const
{
    Loss loss{lostWithZone(zone), {}, {}};
    for (const BlockId& subnet : m_graph->blocksOfKind("subnet"))
        if (m_graph->zoneOf(subnet) == zone) loss.subnets.insert(subnet);
    return loss;
}

Loss Availability::lossOfBlock(const BlockId& block) const
{
    Loss loss{lostWithBlock(block), {}, {}};
    for (const BlockId& one : loss.blocks)
        if (m_graph->isKind(one, "subnet")) loss.subnets.insert(one);
    for (const BlockId& unit : m_units) {
        const std::vector<BlockId> places = m_graph->subnetsOf(unit);
        const auto isLost = [&](const BlockId& subnet) { return loss.subnets.contains(subnet); };
        if (!places.empty() && std::all_of(places.begin(), places.end(), isLost)) loss.blocks.insert(unit);
    }
    return loss;
}

int Availability::copiesOf(const BlockId& unit) const
{
    const bool isGroup = m_graph->isKind(unit, "auto-scaling-group") || m_graph->isKind(unit, "eks-node-group");
    const bool isService = m_graph->isKind(unit, "ecs-service") || m_graph->isKind(unit, "eks-workload");
    if (!isGroup && !isService) return 1;
    constexpr const char* kSizes[] = {"replicas", "desired", "min"};
    for (const char* key : kSizes)
        if (const std::int64_t size = m_graph->value(unit, key).toInteger(0); size > 0)
            return static_cast<int>(std::min<std::int64_t>(size, 1'000'000));
    return 1;
}

int Availability::copiesLeft(const BlockId& unit, const std::set<BlockId>& lostSubnets) const
{
    const int copies = copiesOf(unit);
    const std::vector<BlockId> places = m_graph->subnetsOf(unit);
    if (copies == 1 || places.empty()) return copies;
    const int all = static_cast<int>(places.size());
    const auto lost = static_cast<int>(
        std::count_if(places.begin(), places.end(), [&](const BlockId& one) { return lostSubnets.contains(one); }));
    // Spread evenly; the places with one more than the others are the ones that fail.
    return copies - lost * (copies / all) - std::min(lost, copies % all);
}

FlowFate Availability::fateOf(std::size_t group, const std::vector<bool>& after, const Loss& loss) const
{
    FlowFate fate;
    fate.group = m_groups[group];
    for (const std::size_t member : m_members[group]) {
        if (!m_reached[member]) continue;
        ++fate.before;
        fate.capacityBefore += copiesOf(m_units[member]);
        if (!after[member]) continue;
        ++fate.left;
        fate.capacityLeft += copiesLeft(m_units[member], loss.subnets);
    }
    if (fate.left < std::min(fate.group.needed, fate.before))
        fate.fate = Fate::Dies;
    else if (fate.left < fate.before || fate.capacityLeft < fate.capacityBefore)
        fate.fate = Fate::Degrades;
    return fate;
}

std::vector<FlowFate> Availability::fatesWithout(const Loss& loss) const
{
    const std::vector<bool> after =
        reached(loss.connections.empty() ? m_edges : edgesWithout(loss.connections), loss.blocks);
    std::vector<FlowFate> fates;
    for (std::size_t group = 0; group < m_groups.size(); ++group)
        if (FlowFate fate = fateOf(group, after, loss); fate.before > 0) fates.push_back(std::move(fate));
    return fates;
}

std::vector<FlowFate> Availability::without(const Loss& loss) const
{
    const Alone alone = reachedWithoutEach(loss.blocks);
    std::vector<FlowFate> fates = fatesWithout(loss);
    for (FlowFate& fate : fates) {
        if (fate.fate == Fate::Survives) continue;
        fate.because = causes(fate.group, loss.blocks, alone);
        if (fate.because.empty()) fate.severed.assign(loss.connections.begin(), loss.connections.end());
    }
    std::stable_sort(fates.begin(), fates.end(), [](const FlowFate& a, const FlowFate& b) {
        return (a.fate == Fate::Dies) > (b.fate == Fate::Dies);
    });
    return fates;
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

bool Availability::isRedundant(const BlockId& unit) const
{
    const std::string& redundancy = m_graph->fact(unit, "redundancy");
    return redundancy == "regional" || redundancy == "global" || redundancy == "external" ||
           m_graph->value(unit, "multi-az").toBool();
}

std::vector<SinglePoint> Availability::singlePoints() const
{
    // Beside the units: one vertex that leads to all people, and one per group that any of its members leads to.
    Edges edges = m_edges;
    const std::size_t root = edges.size();
    edges.push_back(m_sources);
    for (const std::vector<std::size_t>& members : m_members) {
        for (const std::size_t member : members) edges[member].push_back(edges.size());
        edges.emplace_back();
    }
    const std::vector<std::size_t> dominators = immediateDominators(edges, root);
    std::map<BlockId, std::set<BlockId>> cutsOff;
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        const ReplicaGroup& group = m_groups[i];
        for (std::size_t at = dominators[root + 1 + i]; at != kNoDominator && at != root; at = dominators[at]) {
            const bool isOwn = at < m_units.size() && std::find(group.members.begin(), group.members.end(),
                                                                m_units[at]) != group.members.end();
            if (at >= m_units.size() || isOwn || isPeople(*m_graph, m_units[at]) || isRedundant(m_units[at])) continue;
            cutsOff[m_units[at]].insert(group.members.begin(), group.members.end());
        }
    }
    std::vector<SinglePoint> points;
    for (const auto& [block, others] : cutsOff) points.push_back({block, {others.begin(), others.end()}});
    return points;
}

}  // namespace lintel::model::analysis
