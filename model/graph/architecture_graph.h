#pragma once

#include "model/catalogue/catalogue.h"
#include "model/document/containment.h"
#include "model/document/document.h"

#include <map>
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
/// otherwise, and references to blocks that do not exist are left out. The catalogue must outlive the graph.
class ArchitectureGraph {
public:
    ArchitectureGraph(Document document, const catalogue::Catalogue& catalogue);

    const Document& document() const { return m_document; }
    const catalogue::Catalogue& catalogue() const { return *m_catalogue; }
    const Containment& containment() const { return m_containment; }

    const Block* block(const BlockId& id) const
    {
        const auto found = m_rows.find(id);
        return found == m_rows.end() ? nullptr : found->second.get();
    }
    bool isKind(const BlockId& id, std::string_view kind) const;
    /// The value, or what AWS does when unset; null when unknown. Null for a block that does not exist.
    const Value& value(const BlockId& id, std::string_view key) const;
    const std::string& fact(const BlockId& id, std::string_view key) const;
    const std::vector<BlockId>& blocksOfKind(std::string_view kind) const;
    /// What a property of type reference or references names, in its order.
    std::vector<BlockId> references(const BlockId& id, std::string_view key) const;
    BlockId reference(const BlockId& id, std::string_view key) const;
    /// Blocks that name `id` in `key`.
    std::vector<BlockId> referrers(const BlockId& id, std::string_view key) const;

    /// The nearest container of the kind; the block itself does not count. Empty when there is none.
    BlockId ancestorOfKind(const BlockId& id, std::string_view kind) const;
    /// The VPC that holds the block, or that its subnets lie in. A VPC is its own.
    BlockId vpcOf(const BlockId& id) const;
    /// Where it is drawn: the subnet that holds it. Empty when none does.
    BlockId positionSubnet(const BlockId& id) const;
    /// Every subnet it may have an interface in: where it is drawn, `subnets`, and what it inherits (software from
    /// its host, a cluster from its instances, EKS parts from the cluster, an Auto Scaling group from its members).
    std::vector<BlockId> subnetsOf(const BlockId& id) const;
    /// The zone of a subnet: its letter where known, else the id of its zone block. Empty when not drawn.
    std::string zoneOf(const BlockId& subnet) const;
    std::set<std::string> zonesOf(const BlockId& id) const;
    std::vector<BlockId> subnetsOfVpc(const BlockId& vpc) const;

    /// The block whose network interface carries this block's traffic: the host of software, else itself.
    BlockId hostOf(const BlockId& id) const;
    /// Own or inherited; empty when none is drawn.
    std::vector<BlockId> securityGroupsOf(const BlockId& id) const;
    /// The elastic IP, public-ip, the subnet's auto-assign or publicly-accessible: has an address of its own that
    /// the internet can name. Load balancers are not asked here.
    bool hasPublicAddress(const BlockId& id) const;

    /// Connections of every relation by end.
    const std::vector<ConnectionId>& outgoing(const BlockId& from) const;
    const std::vector<ConnectionId>& incoming(const BlockId& to) const;
    const Connection* connection(const ConnectionId& id) const { return m_document.connections.find(id); }

    std::vector<BlockId> loadBalancers() const;  ///< ALBs and NLBs
    /// Target groups of its listeners or drawn from it, with their targets, and compute drawn directly.
    std::vector<Target> targetsOf(const BlockId& loadBalancer) const;
    /// Instances that name the Auto Scaling group.
    std::vector<BlockId> membersOf(const BlockId& group) const { return referrers(group, "auto-scaling-group"); }

private:
    void addTargets(const BlockId& group, const std::string& ports, std::vector<Target>& into) const;

    Document m_document;
    const catalogue::Catalogue* m_catalogue;
    Containment m_containment;
    /// Asked for all the time: a lookup by hash, whose order nobody sees.
    std::unordered_map<BlockId, Table<Block>::Row> m_rows;
    std::map<std::string, std::vector<BlockId>, std::less<>> m_byKind;
    std::map<BlockId, std::vector<ConnectionId>> m_outgoing;
    std::map<BlockId, std::vector<ConnectionId>> m_incoming;
    /// (named block, property) -> who names it.
    std::map<std::pair<BlockId, std::string>, std::vector<BlockId>> m_referrers;
};

}  // namespace lintel::model::graph
