#pragma once

#include "model/graph/architecture_graph.h"
#include "model/graph/id_index.h"

#include <set>
#include <string>
#include <vector>

namespace lintel::model::analysis {

/// What goes on after a failure.
enum class Fate {
    Survives,  ///< as before
    Degrades,  ///< still reached, with fewer members or on the standby
    Dies,      ///< nobody gets there any more
};

/// Blocks that do the same job and stand in for each other: the instances behind one target group or of one Auto
/// Scaling group, a database and its replicas, a replica set. Most blocks are alone. Ids in order.
struct ReplicaGroup {
    std::vector<BlockId> members;
    int needed = 1;  ///< members that must be left for it to work: more than half of a quorum
};

/// What becomes of one group that people get to.
struct FlowFate {
    ReplicaGroup group;
    Fate fate = Fate::Survives;
    int left = 0;    ///< members that still work and are still reached
    int before = 0;  ///< members that are reached when all is well
    /// Copies that run, groups and services with replicas counted by their size: what is left of them carries the load.
    int capacityLeft = 0;
    int capacityBefore = 0;
    std::vector<BlockId> because;       ///< what failed on every way to it
    std::vector<ConnectionId> severed;  ///< the connections that failed, where no block did
};

/// Something that fails, with all that fails with it.
struct Loss {
    std::set<BlockId> blocks;
    std::set<BlockId> subnets;  ///< what has copies there loses them, and may live on elsewhere
    std::set<ConnectionId> connections;
};

/// A block whose loss alone keeps people from others.
struct SinglePoint {
    BlockId block;
    std::vector<BlockId> cutsOff;  ///< what nobody reaches without it, itself not counted
};

/// Who still gets where when something fails, after the drawn traffic: people's connections, through load balancers
/// to their targets and on. Hosts stand for the software on them. Reads the graph, which must outlive it; safe to
/// share.
class Availability {
public:
    explicit Availability(const graph::ArchitectureGraph& graph);

    const std::vector<ReplicaGroup>& groups() const { return m_groups; }

    /// The blocks that stop working when the zone (its letter, or the id of its block) fails in every VPC. Managed
    /// services that span zones live on in another one.
    std::set<BlockId> lostWithZone(const std::string& zone) const;
    /// The block and what it holds.
    std::set<BlockId> lostWithBlock(const BlockId& block) const;

    Loss lossOfZone(const std::string& zone) const;
    /// The block and what it holds; with a subnet or zone also what has no other place to run in.
    Loss lossOfBlock(const BlockId& block) const;
    /// Nothing gets through the drawn connection any more; another one between the same two hosts stands in for it.
    Loss lossOfConnection(const ConnectionId& connection) const { return {{}, {}, {connection}}; }

    /// Every group that people reach now, and its fate. Dead ones first, then in id order.
    std::vector<FlowFate> without(const Loss& loss) const;
    std::vector<FlowFate> without(const std::set<BlockId>& lost) const { return without(Loss{lost, {}, {}}); }
    /// The same without reasons, for one walk over the traffic: `because` and `severed` are empty, groups are in id
    /// order.
    std::vector<FlowFate> fatesWithout(const Loss& loss) const;
    std::vector<FlowFate> fatesWithout(const std::set<BlockId>& lost) const { return fatesWithout(Loss{lost, {}, {}}); }

    /// By dominators of the traffic from people, in id order. What spans zones by itself (a load balancer, S3, a
    /// Multi-AZ database) is none.
    std::vector<SinglePoint> singlePoints() const;

private:
    using Edges = std::vector<std::vector<std::size_t>>;
    using Ends = std::set<std::pair<BlockId, BlockId>>;
    /// What people reach when just this one of the lost blocks is gone, for each that traffic passes now.
    using Alone = std::vector<std::pair<BlockId, std::vector<bool>>>;

    void addUnits();
    void addGroups();
    /// Who talks to whom while these connections are broken.
    Edges edgesWithout(const std::set<ConnectionId>& failed) const;
    void linkMembers(Edges& edges, const std::set<ConnectionId>& failed) const;
    /// Hosts that nothing but failed connections leads between, by pairs.
    Ends severedEnds(const std::set<ConnectionId>& failed) const;
    std::size_t unitOf(const BlockId& block) const;
    /// Clients of a cluster that fails over by itself find whichever member is left.
    void linkClientsToAllMembers(Edges& edges) const;
    bool failsOver(const ReplicaGroup& group) const;
    bool isPeople(const BlockId& block) const;
    bool isRedundant(const BlockId& unit) const;
    bool survivesZone(const BlockId& unit, const std::string& zone) const;
    std::vector<bool> reached(const Edges& edges, const std::set<BlockId>& lost) const;
    int copiesOf(const BlockId& unit) const;
    int copiesLeft(const BlockId& unit, const std::set<BlockId>& lostSubnets) const;
    FlowFate fateOf(std::size_t group, const std::vector<bool>& after, const Loss& loss) const;
    Alone reachedWithoutEach(const std::set<BlockId>& lost) const;
    std::vector<BlockId> causes(const ReplicaGroup& group, const std::set<BlockId>& lost, const Alone& alone) const;

    const graph::ArchitectureGraph* m_graph;
    std::vector<BlockId> m_units;  ///< in id order
    graph::IdIndex m_places;       ///< among them
    Edges m_edges;                 ///< from unit to unit
    std::vector<std::size_t> m_sources;
    std::vector<bool> m_reached;  ///< when all is well
    std::vector<ReplicaGroup> m_groups;
    std::vector<std::vector<std::size_t>> m_members;  ///< of each group, as units
};

}  // namespace lintel::model::analysis
