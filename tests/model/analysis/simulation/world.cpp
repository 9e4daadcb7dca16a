#include "tests/model/analysis/simulation/world.h"

#include "tests/support/design_builder.h"

#include <algorithm>
#include <random>
#include <sstream>
#include <tuple>

namespace lintel::simulation {

namespace {

using model::Value;
using support::DesignBuilder;
using support::row;

class WorldMaker {
public:
    explicit WorldMaker(std::uint32_t seed) : m_random(seed) {}

    World make()
    {
        m_world.vpcs = 1 + below(3);
        for (int vpc = 0; vpc < m_world.vpcs; ++vpc) m_world.hasGateway.push_back(below(6) != 0);
        addLinks();
        addGroups();
        for (int acl = 2; acl > 0; --acl) m_world.acls.push_back({aclRules(), aclRules()});
        addSubnets();
        addHosts();
        addNats();
        addBalancers();
        addEndpoints();
        addRoutes();
        return std::move(m_world);
    }

    /// What the seed makes of the networks of another world for IPv6.
    World sixth(const World& fourth)
    {
        m_world = fourth;
        m_world.isSixth = true;
        m_groups = static_cast<int>(fourth.groups.size());
        for (Subnet& subnet : m_world.subnets) subnet.isDual = !chance(4);
        for (Balancer& balancer : m_world.balancers) balancer.isDual = !chance(3);
        for (Group& group : m_world.groups) {
            rewrite(group.in);
            if (group.hasOut) rewrite(group.out);
        }
        for (Acl& acl : m_world.acls) acl = {aclRules(), aclRules()};
        for (Table& table : m_world.tables) table.rows.clear();
        addRoutes();
        return std::move(m_world);
    }

private:
    /// Rules about ranges become others; those about groups hold for both families.
    void rewrite(std::vector<GroupRule>& rules)
    {
        std::erase_if(rules, [](const GroupRule& rule) { return rule.group < 0; });
        for (int count = below(3); count > 0; --count) rules.push_back({traffic(), range(), -1, false});
    }

    int below(int limit) { return static_cast<int>(m_random() % static_cast<std::uint32_t>(limit)); }
    bool chance(int of) { return below(of) == 0; }

    Range range()
    {
        switch (below(6)) {
            case 0: return {ip(203, 0, 113, 0), 24};
            case 1: return {ip(10, static_cast<std::uint32_t>(below(m_world.vpcs)), 0, 0), 16};
            case 2:
                return {
                    ip(10, static_cast<std::uint32_t>(below(m_world.vpcs)), static_cast<std::uint32_t>(below(3)), 0),
                    24};
            case 3: return {ip(10, 0, 0, 0), 8};
            default: return {};
        }
    }

    Traffic traffic()
    {
        Traffic one;
        one.udp = chance(3);
        one.tcp = !one.udp || chance(2);
        if (one.tcp && one.udp) return one;
        constexpr std::pair<int, int> kPorts[] = {{22, 22},   {80, 443},    {443, 443},
                                                  {0, 65535}, {1024, 4999}, {5000, 65535}};
        std::tie(one.first, one.last) = kPorts[below(6)];
        return one;
    }

    std::vector<GroupRule> groupRules(int count, bool isOut)
    {
        std::vector<GroupRule> rules;
        for (; count > 0; --count) {
            GroupRule rule{traffic(), range(), -1, false};
            if (chance(3))
                rule.group = below(m_groups);
            else if (isOut && chance(5))
                rule.isS3 = true;
            rules.push_back(rule);
        }
        return rules;
    }

    void addGroups()
    {
        m_groups = 3 + below(3);
        for (int i = 0; i < m_groups; ++i) {
            Group group{below(m_world.vpcs), groupRules(below(4), false), chance(3), {}};
            if (group.hasOut) group.out = groupRules(1 + below(3), true);
            m_world.groups.push_back(std::move(group));
        }
    }

    std::vector<AclRule> aclRules()
    {
        std::vector<AclRule> rules;
        for (int count = below(4); count > 0; --count) rules.push_back({chance(2), traffic(), range()});
        if (!chance(4)) rules.push_back({true, {true, true}, {}});
        return rules;
    }

    void addLinks()
    {
        for (int a = 0; a < m_world.vpcs; ++a)
            for (int b = a + 1; b < m_world.vpcs; ++b)
                if (!chance(3)) m_world.links.push_back({true, {a, b}});
        if (m_world.vpcs < 2 || !chance(2)) return;
        Link transit{false, {}};
        for (int vpc = 0; vpc < m_world.vpcs; ++vpc)
            if (!chance(3)) transit.vpcs.push_back(vpc);
        m_world.links.push_back(std::move(transit));
    }

    void addSubnets()
    {
        const int count = std::max(2 + below(7), m_world.vpcs);
        for (int i = 0; i < count; ++i) {
            const int vpc = i < m_world.vpcs ? i : below(m_world.vpcs);
            const auto third = static_cast<std::uint32_t>(std::count_if(
                m_world.subnets.begin(), m_world.subnets.end(), [&](const Subnet& one) { return one.vpc == vpc; }));
            m_world.subnets.push_back(
                {vpc, below(2), chance(2) ? below(2) : -1, i, ip(10, static_cast<std::uint32_t>(vpc), third, 0)});
            m_world.tables.push_back({vpc, {}});
        }
    }

    void addHosts()
    {
        for (std::uint32_t i = 0, count = 3 + static_cast<std::uint32_t>(below(4)); i < count; ++i) {
            Host host{below(static_cast<int>(m_world.subnets.size())), {below(m_groups)}, chance(2), !chance(3), 0};
            if (chance(3) && m_groups > 1) host.groups.push_back((host.groups[0] + 1) % m_groups);
            host.address = m_world.subnets[static_cast<std::size_t>(host.subnet)].base + 10 + i;
            m_world.hosts.push_back(std::move(host));
        }
    }

    void addNats()
    {
        for (std::uint32_t i = 0, count = static_cast<std::uint32_t>(below(3)); i < count; ++i) {
            const int subnet = below(static_cast<int>(m_world.subnets.size()));
            m_world.nats.push_back(
                {subnet, chance(5), m_world.subnets[static_cast<std::size_t>(subnet)].base + 100 + i});
        }
    }

    void addBalancers()
    {
        for (int i = below(3); i > 0; --i) {
            Balancer one;
            one.isNetwork = chance(2);
            one.vpc = below(m_world.vpcs);
            for (int subnet = 0; subnet < static_cast<int>(m_world.subnets.size()); ++subnet)
                if (m_world.subnets[static_cast<std::size_t>(subnet)].vpc == one.vpc && one.subnets.size() < 2)
                    one.subnets.push_back(subnet);
            if (!one.isNetwork || chance(2)) one.group = below(m_groups);
            one.isFacing = chance(2);
            one.isCrossZone = !one.isNetwork || chance(2);
            one.listeners = {chance(2) ? 443 : 80};
            if (chance(3)) one.listeners.push_back(5000);
            for (int host = 0; host < static_cast<int>(m_world.hosts.size()); ++host)
                if (vpcOf(m_world.hosts[static_cast<std::size_t>(host)].subnet) == one.vpc && chance(2))
                    one.targets.push_back(host);
            m_world.balancers.push_back(std::move(one));
        }
    }

    int vpcOf(int subnet) const { return m_world.subnets[static_cast<std::size_t>(subnet)].vpc; }

    void addEndpoints()
    {
        for (const bool isGateway : {true, false}) {
            if (chance(2)) continue;
            ServiceEndpoint one{isGateway, below(m_world.vpcs), {}, isGateway ? -1 : below(m_groups)};
            // Tables and subnets carry the same numbers.
            for (int i = 0; i < static_cast<int>(m_world.subnets.size()); ++i)
                if (vpcOf(i) == one.vpc && (!isGateway || chance(2)) && one.places.size() < 2) one.places.push_back(i);
            m_world.endpoints.push_back(std::move(one));
        }
    }

    /// What a route to the internet may name: a gateway of its own VPC, a NAT there, or what is not there at all.
    RouteRow outward(int vpc, const Range& to)
    {
        std::vector<RouteRow> choices{{to, Hop::Nothing, 0}};
        if (m_world.hasGateway[static_cast<std::size_t>(vpc)]) choices.insert(choices.end(), 3, {to, Hop::Gateway, 0});
        if (m_world.isSixth) {
            choices.insert(choices.end(), 2, {to, Hop::EgressOnly, 0});
            return choices[static_cast<std::size_t>(below(static_cast<int>(choices.size())))];
        }
        for (int i = 0; i < static_cast<int>(m_world.nats.size()); ++i)
            if (vpcOf(m_world.nats[static_cast<std::size_t>(i)].subnet) == vpc)
                choices.insert(choices.end(), 2, {to, Hop::Nat, i});
        for (int i = 0; i < static_cast<int>(m_world.hosts.size()); ++i)
            if (vpcOf(m_world.hosts[static_cast<std::size_t>(i)].subnet) == vpc &&
                !m_world.hosts[static_cast<std::size_t>(i)].checks)
                choices.push_back({to, Hop::Instance, i});
        return choices[static_cast<std::size_t>(below(static_cast<int>(choices.size())))];
    }

    void addRoutes()
    {
        for (Table& table : m_world.tables) {
            if (!chance(4)) table.rows.push_back(outward(table.vpc, {}));
            if (chance(4)) table.rows.push_back(outward(table.vpc, {ip(203, 0, 113, 0), 24}));
            addLinkRoutes(table);
        }
    }

    void addLinkRoutes(Table& table)
    {
        for (int i = 0; i < static_cast<int>(m_world.links.size()); ++i) {
            const auto& ends = m_world.links[static_cast<std::size_t>(i)].vpcs;
            if (std::find(ends.begin(), ends.end(), table.vpc) == ends.end()) continue;
            for (const int vpc : ends) {
                if (vpc == table.vpc || chance(5)) continue;
                const Range narrow{ip(10, static_cast<std::uint32_t>(vpc), static_cast<std::uint32_t>(below(2)), 0),
                                   24};
                const Range wide{ip(10, static_cast<std::uint32_t>(vpc), 0, 0), 16};
                const Range to = chance(3) ? narrow : wide;
                const bool isThere = std::any_of(table.rows.begin(), table.rows.end(),
                                                 [&](const RouteRow& one) { return one.to == to; });
                if (!isThere) table.rows.push_back({to, Hop::Link, i});
            }
        }
    }

    std::mt19937 m_random;
    World m_world;
    int m_groups = 0;
};

std::string fourthText(const Range& range) { return dotted(range.first) + "/" + std::to_string(range.bits); }

/// a.b.c.d as 2001:db8:ab:c::d: a range of /8 becomes one of /40, /16 a VPC's /56, /24 a subnet's /64.
std::string sixthText(const Range& range)
{
    if (range.bits == 0) return "::/0";
    std::ostringstream text;
    text << "2001:db8:" << std::hex << (range.first >> 16) << ':' << (range.first >> 8 & 255)
         << "::" << (range.first & 255) << std::dec << '/';
    text << (range.bits == 8 ? 40 : range.bits == 16 ? 56 : range.bits == 24 ? 64 : 128);
    return text.str();
}

std::string textOf(const World& world, const Range& range)
{
    return world.isSixth ? sixthText(range) : fourthText(range);
}

void addTraffic(Value::Map& cells, const Traffic& traffic)
{
    cells.push_back({"protocol", traffic.tcp && traffic.udp ? "all" : traffic.tcp ? "tcp" : "udp"});
    if (traffic.first == 0 && traffic.last == 65535) return;
    std::string ports = std::to_string(traffic.first);
    if (traffic.last != traffic.first) ports += "-" + std::to_string(traffic.last);
    cells.push_back({"ports", ports});
}

void addGroupRules(Value::List& table, const World& world, const std::vector<GroupRule>& rules, const char* end)
{
    for (const GroupRule& rule : rules) {
        if (world.isSixth && rule.group >= 0) continue;  // drawn with IPv4
        Value::Map cells;
        addTraffic(cells, rule.traffic);
        cells.push_back({end, rule.isS3         ? "com.amazonaws.ap-northeast-2.s3"
                              : rule.group >= 0 ? nameOf("sg", rule.group)
                                                : textOf(world, rule.range)});
        table.emplace_back(std::move(cells));
    }
}

Value groupTable(const std::vector<GroupRule>& fourth, const World& sixthWorld, const std::vector<GroupRule>& sixth,
                 const char* end)
{
    Value::List table;
    addGroupRules(table, World(), fourth, end);
    addGroupRules(table, sixthWorld, sixth, end);
    return Value(std::move(table));
}

void addAclRules(Value::List& table, const World& world, const std::vector<AclRule>& rules, const char* end)
{
    int number = world.isSixth ? 101 : 100;
    for (const AclRule& rule : rules) {
        Value::Map cells{{"rule", number}, {"action", rule.allows ? "allow" : "deny"}};
        number += 2;
        addTraffic(cells, rule.traffic);
        cells.push_back({end, textOf(world, rule.range)});
        table.emplace_back(std::move(cells));
    }
}

Value aclTable(const std::vector<AclRule>& fourth, const World& sixthWorld, const std::vector<AclRule>& sixth,
               const char* end)
{
    Value::List table;
    addAclRules(table, World(), fourth, end);
    addAclRules(table, sixthWorld, sixth, end);
    // The rows may stand in any order: their numbers count.
    std::reverse(table.begin(), table.end());
    return Value(std::move(table));
}

template <class Numbers>
Value named(const char* kind, const Numbers& numbers)
{
    Value::List list;
    for (const int number : numbers) list.emplace_back(nameOf(kind, number));
    return Value(std::move(list));
}

std::string targetOf(const Table& table, const RouteRow& row)
{
    switch (row.hop) {
        case Hop::Gateway: return nameOf("igw", table.vpc);
        case Hop::EgressOnly: return nameOf("eigw", table.vpc);
        case Hop::Nat: return nameOf("nat", row.index);
        case Hop::Instance: return nameOf("host", row.index);
        case Hop::Link: return nameOf("link", row.index);
        case Hop::Nothing: break;
    }
    return "gone";
}

void drawVpcs(const World& world, DesignBuilder& design)
{
    for (int vpc = 0; vpc < world.vpcs; ++vpc) {
        const Range range{ip(10, static_cast<std::uint32_t>(vpc), 0, 0), 16};
        design.block(nameOf("vpc", vpc), "vpc", "", {{"cidr", fourthText(range)}, {"ipv6-cidr", sixthText(range)}});
        if (world.hasGateway[static_cast<std::size_t>(vpc)])
            design.block(nameOf("igw", vpc), "internet-gateway", nameOf("vpc", vpc));
        design.block(nameOf("eigw", vpc), "egress-only-internet-gateway", nameOf("vpc", vpc));
    }
}

void drawLinks(const World& world, DesignBuilder& design)
{
    for (int i = 0; i < static_cast<int>(world.links.size()); ++i) {
        const Link& link = world.links[static_cast<std::size_t>(i)];
        if (link.isPeering)
            design.block(nameOf("link", i), "vpc-peering", "",
                         {{"requester", nameOf("vpc", link.vpcs[0])}, {"accepter", nameOf("vpc", link.vpcs[1])}});
        else
            design.block(nameOf("link", i), "transit-gateway", "", {{"attachments", named("vpc", link.vpcs)}});
    }
}

void drawSubnets(const World& fourth, const World& sixth, DesignBuilder& design)
{
    for (std::size_t i = 0; i < fourth.tables.size(); ++i) {
        Value::List routes;
        for (const World* world : {&sixth, &fourth})
            for (const RouteRow& one : world->tables[i].rows)
                routes.push_back(
                    row({{"destination", textOf(*world, one.to)}, {"target", targetOf(world->tables[i], one)}}));
        design.block(nameOf("rt", static_cast<int>(i)), "route-table", nameOf("vpc", fourth.tables[i].vpc),
                     {{"routes", Value(std::move(routes))}});
    }
    for (std::size_t i = 0; i < fourth.subnets.size(); ++i) {
        const Subnet& subnet = fourth.subnets[i];
        const std::string name = nameOf("net", static_cast<int>(i));
        design.block(name, "subnet", nameOf("vpc", subnet.vpc),
                     {{"cidr", fourthText({subnet.base, 24})},
                      {"zone", subnet.zone == 0 ? "a" : "c"},
                      {"route-table", nameOf("rt", subnet.table)}});
        if (sixth.subnets[i].isDual) design.set(name, "ipv6-cidr", sixthText({subnet.base, 24}));
        if (subnet.acl >= 0) design.set(name, "network-acl", nameOf("acl", subnet.acl));
    }
}

void drawRules(const World& fourth, const World& sixth, DesignBuilder& design)
{
    for (std::size_t i = 0; i < fourth.groups.size(); ++i) {
        const Group& group = fourth.groups[i];
        const std::string name = nameOf("sg", static_cast<int>(i));
        design.block(name, "security-group", nameOf("vpc", group.vpc),
                     {{"inbound", groupTable(group.in, sixth, sixth.groups[i].in, "source")}});
        if (group.hasOut)
            design.set(name, "outbound", groupTable(group.out, sixth, sixth.groups[i].out, "destination"));
    }
    for (std::size_t i = 0; i < fourth.acls.size(); ++i)
        design.block(nameOf("acl", static_cast<int>(i)), "network-acl", "vpc0",
                     {{"inbound", aclTable(fourth.acls[i].in, sixth, sixth.acls[i].in, "source")},
                      {"outbound", aclTable(fourth.acls[i].out, sixth, sixth.acls[i].out, "destination")}});
}

void drawBalancers(const World& world, const World& sixth, DesignBuilder& design)
{
    for (int i = 0; i < static_cast<int>(world.balancers.size()); ++i) {
        const Balancer& one = world.balancers[static_cast<std::size_t>(i)];
        Value::List listeners;
        for (const int port : one.listeners)
            listeners.push_back(row({{"protocol", one.isNetwork ? "TCP" : "HTTP"},
                                     {"port", port},
                                     {"action", "forward"},
                                     {"target", nameOf("tg", i)}}));
        design.block(nameOf("tg", i), "target-group", nameOf("vpc", one.vpc),
                     {{"port", one.targetPort}, {"targets", named("host", one.targets)}});
        design.block(nameOf("lb", i), one.isNetwork ? "nlb" : "alb", nameOf("vpc", one.vpc),
                     {{"scheme", one.isFacing ? "internet-facing" : "internal"},
                      {"subnets", named("net", one.subnets)},
                      {"listeners", Value(std::move(listeners))},
                      {"ip-address-type", sixth.balancers[static_cast<std::size_t>(i)].isDual ? "dualstack" : "ipv4"},
                      {"cross-zone", one.isCrossZone}});
        if (one.group >= 0) design.set(nameOf("lb", i), "security-groups", named("sg", std::vector<int>{one.group}));
    }
}

}  // namespace

World randomWorld(std::uint32_t seed) { return WorldMaker(seed).make(); }

World sixthWorld(const World& fourth, std::uint32_t seed) { return WorldMaker(seed + 0x80000000u).sixth(fourth); }

const std::vector<std::uint32_t>& strangersOf(const World& world)
{
    static const std::vector<std::uint32_t> kFourth{ip(203, 0, 113, 10), ip(8, 8, 8, 8)};
    static const std::vector<std::uint32_t> kSixth{ip(203, 0, 113, 10), ip(8, 8, 8, 8), ip(10, 200, 0, 1)};
    return world.isSixth ? kSixth : kFourth;
}

std::string nameOf(const char* kind, int number) { return kind + std::to_string(number); }

std::string dotted(std::uint32_t address)
{
    std::string text;
    for (int shift = 24; shift >= 0; shift -= 8)
        text += (shift == 24 ? "" : ".") + std::to_string(address >> shift & 255);
    return text;
}

model::Document drawn(const World& world, const World& sixth)
{
    DesignBuilder design;
    drawVpcs(world, design);
    drawLinks(world, design);
    drawSubnets(world, sixth, design);
    drawRules(world, sixth, design);
    for (int i = 0; i < static_cast<int>(world.hosts.size()); ++i) {
        const Host& host = world.hosts[static_cast<std::size_t>(i)];
        design.block(nameOf("host", i), "ec2-instance", nameOf("net", host.subnet),
                     {{"private-ip", dotted(host.address)},
                      {"public-ip", host.isPublic},
                      {"source-destination-check", host.checks},
                      {"security-groups", named("sg", host.groups)}});
    }
    for (int i = 0; i < static_cast<int>(world.nats.size()); ++i) {
        const Nat& nat = world.nats[static_cast<std::size_t>(i)];
        design.block(nameOf("nat", i), "nat-gateway", nameOf("net", nat.subnet),
                     {{"connectivity", nat.isPrivate ? "private" : "public"}});
    }
    drawBalancers(world, sixth, design);
    design.block("s3", "s3-bucket").block("sqs", "sqs").block("company", "generic-external");
    for (int i = 0; i < static_cast<int>(world.endpoints.size()); ++i) {
        const ServiceEndpoint& one = world.endpoints[static_cast<std::size_t>(i)];
        if (one.isGateway) {
            design.block(nameOf("end", i), "vpc-endpoint-gateway", nameOf("vpc", one.vpc),
                         {{"service", "s3"}, {"route-tables", named("rt", one.places)}});
        } else {
            design.block(nameOf("end", i), "vpc-endpoint-interface", nameOf("vpc", one.vpc),
                         {{"service", "sqs"},
                          {"private-dns", false},
                          {"subnets", named("net", one.places)},
                          {"security-groups", named("sg", std::vector<int>{one.group})}});
        }
    }
    return design.build();
}

}  // namespace lintel::simulation
