#pragma once

#include "model/base/stored_hash.h"
#include "model/catalogue/catalogue.h"
#include "model/document/containment.h"
#include "model/document/document.h"
#include "model/graph/analysis_cache.h"
#include "model/graph/id_index.h"
#include "model/graph/node_cache.h"

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lintel::model::graph {

/// What a load balancer hands requests to.
struct Target {
    BlockId block;
    BlockId group;      ///< the target group between them; empty when drawn directly
    std::string ports;  ///< as in Connection::ports; empty = not said
};

/// One snapshot, indexed: who holds whom, who sits in which subnet and zone, which security groups guard it, who
/// talks to whom. Built once, then only read; safe to share between threads. Lists are in id order unless said
/// otherwise, and references to blocks that do not exist are left out. The catalogue must outlive the graph. What is
/// handed out by reference lives as long as the graph. A ReadRecorder sees whatever is read through it.
class ArchitectureGraph {
public:
    ArchitectureGraph(Document document, const catalogue::Catalogue& catalogue);

    ArchitectureGraph(const ArchitectureGraph&) = delete;
    ArchitectureGraph& operator=(const ArchitectureGraph&) = delete;

    /// All of it: whoever asks counts as having read everything.
    const Document& document() const;
    const catalogue::Catalogue& catalogue() const { return *m_catalogue; }
    const Containment& containment() const;

    const Block* block(const BlockId& id) const
    {
        const Node* node = find(id);
        return node ? node->row.get() : nullptr;
    }
    /// Null for a block that does not exist or whose kind is unknown.
    const catalogue::Kind* kindOf(const BlockId& id) const
    {
        const Node* node = find(id);
        return node ? node->kind : nullptr;
    }
    bool isKind(const BlockId& id, std::string_view kind) const;
    /// The value, or what AWS does when unset; null when unknown. Null for a block that does not exist.
    const Value& value(const BlockId& id, std::string_view key) const;
    const std::string& fact(const BlockId& id, std::string_view key) const;
    const std::vector<BlockId>& blocksOfKind(std::string_view kind) const;
    /// Blocks whose kind has the fact set to true, such as `has-interface`.
    const std::vector<BlockId>& blocksWithFlag(std::string_view flag) const;
    /// Blocks whose kind has the role among its facts.
    const std::vector<BlockId>& blocksWithRole(std::string_view role) const;
    /// Blocks whose kind has the property, set or not.
    const std::vector<BlockId>& blocksWithProperty(std::string_view key) const;
    /// Worked out once per graph and shared by all who ask under the name; `make` returns a Result and reads the graph
    /// only. A name stands for one type.
    template <class Result, class Make>
    const Result& shared(std::string_view name, Make make) const
    {
        const auto& kept = m_shared.get(
            std::string(name), [&] { return std::shared_ptr<const void>(std::make_shared<const Result>(make())); });
        return *static_cast<const Result*>(kept.get());
    }
    /// What a property of type reference or references names, in its order.
    std::vector<BlockId> references(const BlockId& id, std::string_view key) const;
    BlockId reference(const BlockId& id, std::string_view key) const;
    /// Blocks that name `id` in `key`.
    const std::vector<BlockId>& referrers(const BlockId& id, std::string_view key) const;

    /// The nearest container of the kind; the block itself does not count. Empty when there is none.
    BlockId ancestorOfKind(const BlockId& id, std::string_view kind) const;
    /// The VPC that holds the block, or that its subnets lie in. A VPC is its own.
    const BlockId& vpcOf(const BlockId& id) const;
    /// Where it is drawn: the subnet that holds it. Empty when none does.
    BlockId positionSubnet(const BlockId& id) const;
    /// Every subnet it may have an interface in: where it is drawn, `subnets`, and what it inherits (software from
    /// its host, a cluster from its instances, EKS parts from the cluster, an Auto Scaling group from its members).
    const std::vector<BlockId>& subnetsOf(const BlockId& id) const;
    /// The zone of a subnet: its letter where known, else the id of its zone block. Empty when not drawn.
    std::string zoneOf(const BlockId& subnet) const;
    const std::set<std::string>& zonesOf(const BlockId& id) const;
    const std::vector<BlockId>& subnetsOfVpc(const BlockId& vpc) const { return blocksInVpc(vpc, "subnet"); }
    /// Blocks of the kind whose vpcOf() it is.
    const std::vector<BlockId>& blocksInVpc(const BlockId& vpc, std::string_view kind) const;

    /// The block whose network interface carries this block's traffic: the host of software, else itself.
    BlockId hostOf(const BlockId& id) const;
    /// Own or inherited; empty when none is drawn.
    const std::vector<BlockId>& securityGroupsOf(const BlockId& id) const;
    /// The elastic IP, public-ip, the subnet's auto-assign or publicly-accessible: has an address of its own that
    /// the internet can name. Load balancers are not asked here.
    bool hasPublicAddress(const BlockId& id) const;

    /// Connections of every relation by end.
    const std::vector<ConnectionId>& outgoing(const BlockId& from) const;
    const std::vector<ConnectionId>& incoming(const BlockId& to) const;
    const Connection* connection(const ConnectionId& id) const;
    const Table<Connection>& connections() const;

    std::vector<BlockId> loadBalancers() const;  ///< ALBs and NLBs
    /// Target groups of its listeners or drawn from it, with their targets, and compute drawn directly.
    const std::vector<Target>& targetsOf(const BlockId& loadBalancer) const;
    /// Instances that name the Auto Scaling group.
    const std::vector<BlockId>& membersOf(const BlockId& group) const { return referrers(group, "auto-scaling-group"); }

private:
    struct Referrers {
        std::string_view key;  ///< of the catalogue
        std::vector<BlockId> blocks;
    };
    struct Node {
        Table<Block>::Row row;
        const catalogue::Kind* kind = nullptr;
        std::size_t kindBit = 0;  ///< in read sets
        bool isSoftware = false;
        const Node* parent = nullptr;  ///< null at the top and where the parent does not exist
        std::vector<ConnectionId> outgoing;
        std::vector<ConnectionId> incoming;
        std::vector<Referrers> referrers;
    };
    struct KindEntry {
        const catalogue::Kind* kind = nullptr;
        std::size_t bit = 0;
        std::vector<const catalogue::Property*> references;
        std::vector<BlockId> blocks;
    };
    /// By hash, without making a string of a word that is looked up.
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using ByVpc = std::unordered_map<BlockId, std::vector<BlockId>, StoredHash<BlockId>>;

    const Node* find(const BlockId& id) const;
    Node* nodeOf(const BlockId& id);
    /// What the cache holds for the block; `make` works it out. Empty for a block that does not exist.
    template <class Result, class Make>
    const Result& kept(const NodeCache<Result>& cache, const BlockId& id, Make make) const;
    KindEntry& entryOf(const KindId& kind);
    void addReferrer(const catalogue::Property& property, const Value& named, const BlockId& from);
    void addNodes();
    void addConnections();
    const Node* ancestor(const Node* node, std::string_view kind) const;
    template <class Wanted>
    std::vector<BlockId> blocksOfKinds(Wanted wanted) const;
    const ReadSet& kindsReferringBy(std::string_view key) const;
    BlockId findVpc(const BlockId& id) const;
    std::vector<BlockId> findSubnets(const BlockId& id) const;
    std::set<std::string> findZones(const BlockId& id) const;
    std::vector<BlockId> findSecurityGroups(const BlockId& id) const;
    std::vector<Target> findTargets(const BlockId& loadBalancer) const;
    void addTargets(const BlockId& group, const std::string& ports, std::vector<Target>& into) const;

    Document m_document;
    const catalogue::Catalogue* m_catalogue;
    // Asked for all the time: lookups by hash, whose order nobody sees.
    std::vector<Node> m_nodes;  ///< in the order of the document's table
    IdIndex m_places;           ///< of blocks among the nodes
    std::vector<const Connection*> m_drawn;
    IdIndex m_connections;  ///< among those
    std::unordered_map<std::string, KindEntry, TextHash, std::equal_to<>> m_kinds;
    AnalysisCache<bool, std::shared_ptr<const Containment>> m_containment;
    AnalysisCache<std::string, ReadSet> m_kindsReferring;
    AnalysisCache<std::string, std::vector<BlockId>> m_byFlag;
    AnalysisCache<std::string, std::vector<BlockId>> m_byRole;
    AnalysisCache<std::string, std::vector<BlockId>> m_byProperty;
    AnalysisCache<std::string, std::shared_ptr<const void>> m_shared;
    AnalysisCache<std::string, ByVpc> m_byVpc;
    NodeCache<BlockId> m_vpcs;
    NodeCache<std::vector<BlockId>> m_subnets;
    NodeCache<std::set<std::string>> m_zones;
    NodeCache<std::vector<BlockId>> m_securityGroups;
    NodeCache<std::vector<Target>> m_targets;
};

}  // namespace lintel::model::graph
