#pragma once

// A network in plain numbers, for the packet simulator. Nothing here knows the analyses: the two share only AWS's
// rules.

#include "model/document/document.h"

#include <cstdint>
#include <string>
#include <vector>

namespace lintel::simulation {

enum class Protocol { Tcp, Udp };

/// Addresses that begin with the same bits.
struct Range {
    std::uint32_t first = 0;
    int bits = 0;

    bool holds(std::uint32_t address) const { return bits == 0 || (address ^ first) >> (32 - bits) == 0; }
    bool operator==(const Range&) const = default;
};

/// What a rule is about; without a protocol it is about both, and then about every port.
struct Traffic {
    bool tcp = true;
    bool udp = false;
    int first = 0;
    int last = 65535;

    bool holds(Protocol protocol, int port) const
    {
        return (protocol == Protocol::Tcp ? tcp : udp) && first <= port && port <= last;
    }
};

/// Names a range, a group, or the addresses of S3.
struct GroupRule {
    Traffic traffic;
    Range range;
    int group = -1;
    bool isS3 = false;
};

struct Group {
    int vpc = 0;
    std::vector<GroupRule> in;
    bool hasOut = false;  ///< without: everything may leave
    std::vector<GroupRule> out;
};

struct AclRule {
    bool allows = true;
    Traffic traffic;
    Range range;
};

struct Acl {
    std::vector<AclRule> in;
    std::vector<AclRule> out;
};

enum class Hop { Gateway, EgressOnly, Nat, Instance, Link, Nothing };

struct RouteRow {
    Range to;
    Hop hop = Hop::Nothing;
    int index = 0;  ///< of the NAT gateway, the host or the link
};

struct Table {
    int vpc = 0;
    std::vector<RouteRow> rows;
};

struct Subnet {
    int vpc = 0;
    int zone = 0;
    int acl = -1;
    int table = 0;
    std::uint32_t base = 0;  ///< of a /24
    bool isDual = false;     ///< has a /64 as well
};

struct Host {
    int subnet = 0;
    std::vector<int> groups;
    bool isPublic = false;
    bool checks = true;  ///< source and destination: false on a NAT instance
    std::uint32_t address = 0;
};

struct Nat {
    int subnet = 0;
    bool isPrivate = false;
    std::uint32_t address = 0;
};

/// An ALB or NLB with one target group.
struct Balancer {
    bool isNetwork = false;
    int vpc = 0;
    std::vector<int> subnets;
    int group = -1;
    bool isFacing = false;
    bool isCrossZone = true;
    bool isDual = false;
    bool isEverywhere = false;  ///< as if a node stood in every zone
    std::vector<int> listeners;
    int targetPort = 80;
    std::vector<int> targets;

    std::uint32_t nodeIn(const Subnet& subnet, int number) const
    {
        return subnet.base + 200 + static_cast<std::uint32_t>(number);
    }
};

/// A peering of two VPCs, or a transit gateway with attachments.
struct Link {
    bool isPeering = true;
    std::vector<int> vpcs;
};

/// A way to a service that stays inside: a route (S3) or a neighbour (SQS).
struct ServiceEndpoint {
    bool isGateway = true;
    int vpc = 0;
    std::vector<int> places;  ///< tables of a gateway endpoint, subnets of an interface endpoint
    int group = -1;
};

/// One family of addresses. What stands where is the same for both; rules about ranges, and routes, are each one's own.
struct World {
    bool isSixth = false;
    int vpcs = 1;
    std::vector<bool> hasGateway;  ///< by VPC
    std::vector<Group> groups;
    std::vector<Acl> acls;
    std::vector<Table> tables;
    std::vector<Subnet> subnets;
    std::vector<Host> hosts;
    std::vector<Nat> nats;
    std::vector<Balancer> balancers;
    std::vector<Link> links;
    std::vector<ServiceEndpoint> endpoints;
};

constexpr std::uint32_t ip(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d)
{
    return a << 24 | b << 16 | c << 8 | d;
}

/// Addresses of the internet that the rules below tell apart; every other one is like the second. Of IPv6 also one
/// that a rule about all private networks holds, because there those are a part of the internet.
const std::vector<std::uint32_t>& strangersOf(const World& world);

/// 1 to 3 VPCs, 2 to 8 subnets, and everything else at random. The same seed gives the same world.
World randomWorld(std::uint32_t seed);
/// The same networks over IPv6: an address a.b.c.d stands for 2001:db8:ab:c::d. A rule that names a group is about
/// both.
World sixthWorld(const World& fourth, std::uint32_t seed);

/// `net3`, `host0`.
std::string nameOf(const char* kind, int number);
std::string dotted(std::uint32_t address);

/// Both as one design.
model::Document drawn(const World& fourth, const World& sixth);

}  // namespace lintel::simulation
