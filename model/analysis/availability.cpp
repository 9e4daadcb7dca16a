#include "model/analysis/availability.h"

#include "model/analysis/dominators.h"

#include <algorithm>
#include <map>

namespace lintel::model::analysis {

namespace {

constexpr std::size_t kNone = graph::IdIndex::kNone;

}  // namespace

Availability::Availability(const graph::ArchitectureGraph& graph) : m_graph(&graph)
{
    addUnits();
    addGroups();
    m_edges = edgesWithout({});
    for (std::size_t unit = 0; unit < m_units.size(); ++unit)
        if (isPeople(m_units[unit])) m_sources.push_back(unit);
    m_reached = reached(m_edges, {});
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
            if (at >= m_units.size() || isOwn || isPeople(m_units[at]) || isRedundant(m_units[at])) continue;
            cutsOff[m_units[at]].insert(group.members.begin(), group.members.end());
        }
    }
    std::vector<SinglePoint> points;
    for (const auto& [block, others] : cutsOff) points.push_back({block, {others.begin(), others.end()}});
    return points;
}

}  // namespace lintel::model::analysis
