#pragma once

#include "tests/model/analysis/simulation/world.h"

#include <optional>
#include <set>
#include <string>

namespace lintel::simulation {

/// Who sends or receives.
struct Party {
    enum class Kind { Internet, Host, Balancer, S3, Sqs, Company } kind = Kind::Internet;
    int index = 0;

    std::string name() const;  ///< of its block; empty for the internet
};

/// Lets single packets run through a world: one address, one port and one ephemeral port at a time, forth and back.
class Packets {
public:
    explicit Packets(const World& world, std::set<std::string> only = {}) : Packets(world, world, std::move(only)) {}
    /// Load balancers send IPv4 to their targets, in `fourth`. Only over these subnets, gateways, NATs, load balancers
    /// and endpoints, when any are said.
    Packets(const World& world, const World& fourth, std::set<std::string> only = {})
        : m_world(world), m_fourth(fourth), m_only(std::move(only))
    {
    }

    /// A request and its answer, from any of the sender's addresses, over any way there is.
    bool arrive(const Party& from, const Party& to, Protocol protocol, int port) const;

private:
    /// An interface with a private address.
    struct Node {
        int subnet = 0;
        std::uint32_t address = 0;
        std::vector<int> groups;
        bool isGuarded = true;  ///< false: no security group, nothing filters
        bool isPublic = false;
        int host = -1;  ///< it is a host
    };
    struct Wish {
        Protocol protocol = Protocol::Tcp;
        int port = 0;
        int reply = 0;     ///< ephemeral port of the client
        int natReply = 0;  ///< of a NAT in between
    };

    bool mayUse(const std::string& name) const { return m_only.empty() || m_only.contains(name); }
    const Subnet& subnetOf(const Node& node) const { return m_world.subnets[static_cast<std::size_t>(node.subnet)]; }
    Node hostNode(int host) const;
    Node balancerNode(int balancer, int subnet) const;

    bool aclPasses(int subnet, bool isIn, std::uint32_t remote, Protocol protocol, int port) const;
    bool groupsPass(const Node& node, bool isIn, std::uint32_t remote, const std::vector<int>& remoteGroups,
                    Protocol protocol, int port, bool isS3 = false) const;
    const RouteRow* routeTo(int subnet, std::uint32_t address) const;
    bool leadsToGateway(int subnet, std::uint32_t address) const;

    /// Inside a VPC or over a link. `seen` is the source that the receiver sees.
    bool hasAddress(const Node& node) const { return !m_world.isSixth || subnetOf(node).isDual; }
    bool deliver(const Node& from, const Node& to, std::uint32_t seen, const Wish& wish) const;
    bool isLinked(const Node& from, const Node& to) const;
    /// From the inside out to an address of the internet.
    bool leave(const Node& from, std::uint32_t to, const Wish& wish, bool isS3, bool& isNat) const;
    bool leaveOverNat(const Node& from, int natSubnet, std::uint32_t to, const Wish& wish, bool isS3) const;
    bool enter(std::uint32_t source, const Node& to, Protocol protocol, int port, int reply) const;

    bool toNode(const Party& from, const Node& to, const Wish& wish, std::uint32_t& seen, std::uint32_t stranger) const;
    bool toTarget(const Party& from, int host, const Wish& wish) const;
    bool toBalancer(const Party& from, int balancer, const Wish& wish) const;
    bool toService(const Party& from, bool isS3, const Wish& wish) const;
    bool attempt(const Party& from, const Party& to, const Wish& wish) const;
    /// `client` is whose address a network load balancer may hand on.
    bool handsOn(int balancer, int subnet, int host, std::optional<std::uint32_t> client, const Wish& wish) const;

    const World& m_world;
    const World& m_fourth;
    std::set<std::string> m_only;
};

}  // namespace lintel::simulation
