// Reachability against a simulator that knows nothing of it: one packet, one address, one port at a time, forth and
// back, straight from the rules that AWS documents.

#include "model/analysis/reachability.h"

#include "model/embedded/embedded.h"
#include "tests/support/design_builder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace lintel::model::analysis {
namespace {

using support::DesignBuilder;
using support::row;

struct Range {
    const char* text;
    std::uint32_t first;
    int bits;  ///< that must be equal, from the left
};
bool in(std::uint32_t address, const Range& range) { return range.bits == 0 || (address ^ range.first) >> (32 - range.bits) == 0; }

constexpr std::uint32_t ip(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) { return a << 24 | b << 16 | c << 8 | d; }
constexpr Range kRanges[] = {{"0.0.0.0/0", 0, 0},
                             {"10.0.0.0/16", ip(10, 0, 0, 0), 16},
                             {"10.1.0.0/16", ip(10, 1, 0, 0), 16},
                             {"10.0.1.0/24", ip(10, 0, 1, 0), 24},
                             {"10.1.0.0/24", ip(10, 1, 0, 0), 24},
                             {"203.0.113.0/24", ip(203, 0, 113, 0), 24}};
constexpr std::uint32_t kStrangers[] = {ip(203, 0, 113, 10), ip(8, 8, 8, 8)};
constexpr int kEphemeral[] = {1024, 5000, 40000};  ///< one of each class that the rules below tell apart
constexpr std::pair<const char*, std::pair<int, int>> kPorts[] = {{"22", {22, 22}}, {"80-443", {80, 443}}, {"", {0, 65535}}, {"1024-4999", {1024, 4999}}, {"5000-65535", {5000, 65535}}};

struct SgRule { std::size_t ports; int range; int group; };  ///< one of range and group is -1
struct AclRule { bool allow; std::size_t ports; std::size_t range; };
struct Acl { std::vector<AclRule> in, out; };
struct Subnet { int vpc; int acl; bool toGateway; bool toPeer; std::uint32_t base; };
struct Host { std::size_t subnet; int group; bool isPublic; std::uint32_t address; };

/// Two VPCs, each with a gateway, peered.
struct World {
    std::vector<std::vector<SgRule>> groups;
    std::vector<Acl> acls;
    std::vector<Subnet> subnets;
    std::vector<Host> hosts;
};

World randomWorld(std::uint32_t seed)
{
    std::mt19937 random(seed);
    const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
    const auto aclRules = [&] {
        std::vector<AclRule> rules;
        for (std::size_t count = below(3); count > 0; --count) rules.push_back({below(2) == 0, below(std::size(kPorts)), below(std::size(kRanges))});
        if (below(4) != 0) rules.push_back({true, 2, 0});
        return rules;
    };
    World world;
    for (std::size_t group = 0; group < 3; ++group) {
        std::vector<SgRule> rules;
        for (std::size_t count = below(3); count > 0; --count) {
            const bool isReference = below(3) == 0;
            rules.push_back({below(3), isReference ? -1 : static_cast<int>(below(std::size(kRanges))), isReference ? static_cast<int>(below(3)) : -1});
        }
        world.groups.push_back(std::move(rules));
    }
    for (int acl = 0; acl < 2; ++acl) {
        auto inbound = aclRules();
        world.acls.push_back({std::move(inbound), aclRules()});
    }
    for (std::uint32_t i = 0; i < 4; ++i) {
        const int vpc = static_cast<int>(i / 2);
        world.subnets.push_back({vpc, below(2) == 0 ? -1 : static_cast<int>(below(2)), below(2) == 0, below(3) != 0, ip(10, i / 2, i % 2, 0)});
    }
    for (std::uint32_t i = 0; i < 5; ++i) {
        const std::size_t subnet = below(world.subnets.size());
        world.hosts.push_back({subnet, static_cast<int>(below(3)), below(2) == 0, world.subnets[subnet].base + 10 + i});
    }
    return world;
}

bool holds(std::size_t ports, int port) { return kPorts[ports].second.first <= port && port <= kPorts[ports].second.second; }

bool aclPasses(const World& world, const Subnet& subnet, bool isIn, std::uint32_t remote, int port)
{
    if (subnet.acl < 0) return true;
    const Acl& acl = world.acls[static_cast<std::size_t>(subnet.acl)];
    for (const AclRule& rule : isIn ? acl.in : acl.out)
        if (holds(rule.ports, port) && in(remote, kRanges[rule.range])) return rule.allow;
    return false;
}

bool groupPasses(const World& world, const Host& host, std::uint32_t remote, int remoteGroup, int port)
{
    for (const SgRule& rule : world.groups[static_cast<std::size_t>(host.group)]) {
        if (!holds(rule.ports, port)) continue;
        if (rule.range >= 0 ? in(remote, kRanges[rule.range]) : rule.group == remoteGroup) return true;
    }
    return false;
}

/// A request from host to host over private addresses, and its reply to one ephemeral port.
bool delivered(const World& world, const Host& from, const Host& to, int port, int ephemeral)
{
    const Subnet& a = world.subnets[from.subnet];
    const Subnet& b = world.subnets[to.subnet];
    if (a.vpc != b.vpc && (!a.toPeer || !b.toPeer)) return false;
    if (from.subnet != to.subnet &&
        (!aclPasses(world, a, false, to.address, port) || !aclPasses(world, b, true, from.address, port) ||
         !aclPasses(world, b, false, from.address, ephemeral) || !aclPasses(world, a, true, to.address, ephemeral)))
        return false;
    return groupPasses(world, to, from.address, from.group, port);
}

bool deliveredFromOutside(const World& world, std::uint32_t stranger, const Host& to, int port, int ephemeral)
{
    const Subnet& subnet = world.subnets[to.subnet];
    return to.isPublic && subnet.toGateway && aclPasses(world, subnet, true, stranger, port) &&
           aclPasses(world, subnet, false, stranger, ephemeral) && groupPasses(world, to, stranger, -1, port);
}

std::string numbered(const char* name, std::size_t number) { return name + std::to_string(number); }

std::string dotted(std::uint32_t address)
{
    const std::string text = Cidr{address, 32}.text();
    return text.substr(0, text.find('/'));
}

Value aclTable(const std::vector<AclRule>& rules, const char* end)
{
    Value::List table;
    int number = 100;
    for (const AclRule& rule : rules)
        table.push_back(row({{"rule", number++}, {"action", rule.allow ? "allow" : "deny"}, {"protocol", "tcp"},
                             {"ports", kPorts[rule.ports].first}, {end, kRanges[rule.range].text}}));
    return Value(std::move(table));
}

Document drawn(const World& world)
{
    DesignBuilder design;
    for (std::size_t vpc = 0; vpc < 2; ++vpc)
        design.block(numbered("vpc", vpc), "vpc", "", {{"cidr", kRanges[1 + vpc].text}}).block(numbered("igw", vpc), "internet-gateway", numbered("vpc", vpc));
    design.block("pcx", "vpc-peering", "", {{"requester", "vpc0"}, {"accepter", "vpc1"}});
    for (std::size_t i = 0; i < world.groups.size(); ++i) {
        Value::List rules;
        for (const SgRule& rule : world.groups[i])
            rules.push_back(row({{"protocol", "tcp"}, {"ports", kPorts[rule.ports].first},
                                 {"source", rule.range >= 0 ? std::string(kRanges[rule.range].text) : numbered("sg", static_cast<std::size_t>(rule.group))}}));
        design.block(numbered("sg", i), "security-group", "vpc0", {{"inbound", Value(std::move(rules))}});
    }
    for (std::size_t i = 0; i < world.acls.size(); ++i)
        design.block(numbered("acl", i), "network-acl", "vpc0", {{"inbound", aclTable(world.acls[i].in, "source")}, {"outbound", aclTable(world.acls[i].out, "destination")}});
    for (std::size_t i = 0; i < world.subnets.size(); ++i) {
        const Subnet& subnet = world.subnets[i];
        const std::string vpc = numbered("vpc", static_cast<std::size_t>(subnet.vpc));
        Value::List routes;
        if (subnet.toGateway) routes.push_back(row({{"destination", "0.0.0.0/0"}, {"target", numbered("igw", static_cast<std::size_t>(subnet.vpc))}}));
        if (subnet.toPeer) routes.push_back(row({{"destination", kRanges[2 - subnet.vpc].text}, {"target", "pcx"}}));
        design.block(numbered("rt", i), "route-table", vpc, {{"routes", Value(std::move(routes))}});
        design.block(numbered("net", i), "subnet", vpc, {{"cidr", Cidr{subnet.base, 24}.text()}, {"route-table", numbered("rt", i)}});
        if (subnet.acl >= 0) design.set(numbered("net", i), "network-acl", numbered("acl", static_cast<std::size_t>(subnet.acl)));
    }
    for (std::size_t i = 0; i < world.hosts.size(); ++i) {
        const Host& host = world.hosts[i];
        design.block(numbered("host", i), "ec2-instance", numbered("net", host.subnet),
                     {{"private-ip", dotted(host.address)}, {"public-ip", host.isPublic}, {"security-groups", Value(Value::List{Value(numbered("sg", static_cast<std::size_t>(host.group)))})}});
    }
    return design.build();
}

template <class Try>
bool someEphemeral(Try attempt)
{
    return std::any_of(std::begin(kEphemeral), std::end(kEphemeral), attempt);
}

TEST(PacketSimulator, AgreesOnEveryPairAndPort)
{
    int reachable = 0;
    int blocked = 0;
    for (std::uint32_t seed = 1; seed <= 300 && !testing::Test::HasFailure(); ++seed) {
        const World world = randomWorld(seed);
        const graph::ArchitectureGraph graph(drawn(world), embedded::catalogue());
        const Routes routes(graph);
        const Reachability reachability(graph, routes);
        for (std::size_t to = 0; to < world.hosts.size(); ++to)
            for (const int port : {22, 443, 5000}) {
                const Host& target = world.hosts[to];
                const Query query{"tcp", port};
                const bool fromOutside = std::any_of(std::begin(kStrangers), std::end(kStrangers), [&](std::uint32_t stranger) {
                    return someEphemeral([&](int ephemeral) { return deliveredFromOutside(world, stranger, target, port, ephemeral); });
                });
                EXPECT_EQ(reachability.reach({}, BlockId(numbered("host", to)), query).reachable, fromOutside) << seed << " internet " << to << ":" << port;
                for (std::size_t from = 0; from < world.hosts.size(); ++from) {
                    // Between VPCs a public address is a second way, which this simulator does not know.
                    const bool hasOtherWay = world.subnets[world.hosts[from].subnet].vpc != world.subnets[target.subnet].vpc && target.isPublic;
                    if (from == to || hasOtherWay) continue;
                    const bool expected = someEphemeral([&](int ephemeral) { return delivered(world, world.hosts[from], target, port, ephemeral); });
                    const Reach found = reachability.reach(BlockId(numbered("host", from)), BlockId(numbered("host", to)), query);
                    EXPECT_EQ(found.reachable, expected) << seed << " " << from << " to " << to << ":" << port;
                    EXPECT_EQ(found.blockers.empty(), expected) << "there is a path or there are blockers";
                    ++(expected ? reachable : blocked);
                }
            }
    }
    EXPECT_GT(reachable, 500) << "a world in which nothing arrives proves nothing";
    EXPECT_GT(blocked, 500);
}

}  // namespace
}  // namespace lintel::model::analysis
