#include "tests/model/analysis/simulation/openings.h"

#include <algorithm>
#include <set>

namespace lintel::simulation {

namespace {

/// Clients use these for their own side.
constexpr Traffic ephemeral(Protocol protocol)
{
    return {protocol == Protocol::Tcp, protocol == Protocol::Udp, 1024, 65535};
}
constexpr Traffic exactly(Protocol protocol, int port)
{
    return {protocol == Protocol::Tcp, protocol == Protocol::Udp, port, port};
}

const std::set<std::string> kStructural{"no-way", "no-interface", "no-ipv6"};

/// `TCP 443` or `443`, as the blocker's message has it.
std::pair<Protocol, int> trafficOf(const model::analysis::Blocker& blocker)
{
    for (const auto& argument : blocker.message.arguments)
        if (argument.name == "port") {
            const auto digit = argument.value.find_first_of("0123456789");
            return {argument.value.starts_with("UDP") ? Protocol::Udp : Protocol::Tcp,
                    digit == std::string::npos ? 0 : std::stoi(argument.value.substr(digit))};
        }
    return {Protocol::Tcp, 0};
}

int numberOf(const std::string& subject)
{
    const auto digit = subject.find_last_not_of("0123456789");
    return digit + 1 >= subject.size() ? 0 : std::stoi(subject.substr(digit + 1));
}

template <class Items>
auto& at(Items& items, int index)
{
    return items[static_cast<std::size_t>(index)];
}

void openGroup(World& world, const Opening& one)
{
    Group& group = at(world.groups, numberOf(one.subject));
    for (const auto& [protocol, port] : one.traffic)
        (one.code == "security-group-in" ? group.in : group.out).push_back({exactly(protocol, port), {}, -1, false});
}

void openAcl(World& world, const Opening& one)
{
    Acl& acl = at(world.acls, numberOf(one.subject));
    auto& rules = one.code.ends_with("in") ? acl.in : acl.out;
    const bool isReply = one.code.find("reply") != std::string::npos;
    for (const auto& [protocol, port] : one.traffic)
        rules.insert(rules.begin(), {true, isReply ? ephemeral(protocol) : exactly(protocol, port), {}});
}

void makePublic(World& world, const Opening& one)
{
    if (one.subject.starts_with("host"))
        at(world.hosts, numberOf(one.subject)).isPublic = true;
    else
        at(world.balancers, numberOf(one.subject)).isFacing = true;
}

/// Routes to everybody of the other VPCs over a link, or to everybody of the internet.
void addRoute(World& world, int table, Hop hop, int index)
{
    auto& rows = at(world.tables, table).rows;
    const auto lead = [&](std::uint32_t address) {
        std::erase_if(rows, [&](const RouteRow& row) { return row.to == Range{address, 32}; });
        rows.push_back({{address, 32}, hop, index});
    };
    if (hop == Hop::Gateway) world.hasGateway[static_cast<std::size_t>(at(world.tables, table).vpc)] = true;
    if (hop != Hop::Link)
        for (const std::uint32_t address : strangersOf(world)) lead(address);
    // Over IPv6 the addresses of other VPCs belong to the internet as well.
    if (hop != Hop::Link && !world.isSixth) return;
    const int own = at(world.tables, table).vpc;
    for (const Host& host : world.hosts)
        if (at(world.subnets, host.subnet).vpc != own) lead(host.address);
    for (int i = 0; i < static_cast<int>(world.balancers.size()); ++i)
        for (const int subnet : at(world.balancers, i).subnets)
            if (at(world.subnets, subnet).vpc != own) lead(at(world.balancers, i).nodeIn(at(world.subnets, subnet), i));
}

/// The NATs that the table names already, and its links; a missing route to the gateway has a name of its own.
std::vector<std::pair<Hop, int>> targetsFor(const World& world, int number)
{
    const Table& table = at(world.tables, number);
    std::vector<std::pair<Hop, int>> targets;
    for (const RouteRow& row : table.rows)
        if (row.hop == Hop::Nat || row.hop == Hop::Instance) targets.emplace_back(row.hop, row.index);
    for (int i = 0; i < static_cast<int>(world.links.size()); ++i) {
        const auto& ends = at(world.links, i).vpcs;
        if (std::find(ends.begin(), ends.end(), table.vpc) != ends.end()) targets.emplace_back(Hop::Link, i);
    }
    return targets;
}

void listen(World& world, const Opening& one)
{
    for (const auto& traffic : one.traffic)
        at(world.balancers, numberOf(one.subject)).listeners.push_back(traffic.second);
}

/// With every table of its VPC.
void associate(World& world, ServiceEndpoint& endpoint)
{
    for (int table = 0; table < static_cast<int>(world.tables.size()); ++table)
        if (at(world.tables, table).vpc == endpoint.vpc) endpoint.places.push_back(table);
}

/// The table of a NAT's own subnet names the NAT: the subnet wants a table of its own, which no route can replace.
bool leadsBackToItself(const World& world, int table)
{
    for (const RouteRow& row : at(world.tables, table).rows) {
        if (row.hop == Hop::Nat && at(world.subnets, at(world.nats, row.index).subnet).table == table) return true;
        if (row.hop == Hop::Instance && at(world.subnets, at(world.hosts, row.index).subnet).table == table)
            return true;
    }
    return false;
}

void change(World& world, const Opening& one)
{
    if (one.code.starts_with("security-group"))
        openGroup(world, one);
    else if (one.code.starts_with("acl"))
        openAcl(world, one);
    else if (one.code.starts_with("no-public-address") || one.code == "internal-load-balancer")
        makePublic(world, one);
    else if (one.code == "no-internet-route" || one.code == "no-ipv6-route" || one.code == "egress-only")
        addRoute(world, numberOf(one.subject), Hop::Gateway, 0);
    else if (one.code == "nat-check")
        at(world.hosts, numberOf(one.subject)).checks = false;
    else if (one.code == "nat-private")
        at(world.nats, numberOf(one.subject)).isPrivate = false;
    else if (one.code == "cross-zone-off")
        at(world.balancers, numberOf(one.subject)).isCrossZone = true;
    else if (one.code == "no-listener")
        listen(world, one);
    else if (one.code == "endpoint-table")
        associate(world, at(world.endpoints, numberOf(one.subject)));
    else if (one.code == "zone-not-enabled")
        at(world.balancers, numberOf(one.subject)).isEverywhere = true;
}

}  // namespace

std::vector<Opening> openingsOf(const World& world, const std::vector<model::analysis::Blocker>& blockers)
{
    std::vector<Opening> openings;
    for (const auto& blocker : blockers) {
        if (kStructural.contains(blocker.code)) return {};
        // What the words say is to be done, whoever wants it.
        const std::string code = blocker.message.id.substr(std::string("reach.blocker.").size());
        if (blocker.code == "no-route" && leadsBackToItself(world, numberOf(blocker.subject))) return {};
        const auto same = std::find_if(openings.begin(), openings.end(), [&](const Opening& one) {
            return one.code == code && one.subject == blocker.subject;
        });
        if (same == openings.end())
            openings.push_back({code, blocker.subject, {trafficOf(blocker)}});
        else
            same->traffic.push_back(trafficOf(blocker));
    }
    return openings;
}

std::vector<World> opening(const World& world, const std::vector<Opening>& openings)
{
    std::vector<World> worlds{world};
    for (const Opening& one : openings) {
        std::vector<World> next;
        for (const World& before : worlds) {
            if (one.code != "no-route" && one.code != "no-return-route") {
                next.push_back(before);
                change(next.back(), one);
                continue;
            }
            for (const auto& [hop, index] : targetsFor(world, numberOf(one.subject))) {
                if (one.code == "no-return-route" && hop != Hop::Link) continue;
                next.push_back(before);
                addRoute(next.back(), numberOf(one.subject), hop, index);
            }
        }
        worlds = std::move(next);
    }
    return worlds;
}

std::string textOf(const std::vector<Opening>& openings)
{
    std::string text = "{";
    for (const Opening& one : openings) text += (text.size() > 1 ? ", " : "") + one.code + "(" + one.subject + ")";
    return text + "}";
}

}  // namespace lintel::simulation
