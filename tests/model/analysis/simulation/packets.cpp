#include "tests/model/analysis/simulation/packets.h"

#include <algorithm>

namespace lintel::simulation {

namespace {

/// One of each class of client ports that the rules of a world tell apart.
constexpr int kEphemeral[] = {1024, 5000};

template <class List>
bool has(const List& list, int number)
{
    return std::find(list.begin(), list.end(), number) != list.end();
}

template <class Items>
const auto& at(const Items& items, int index)
{
    return items[static_cast<std::size_t>(index)];
}

}  // namespace

std::string Party::name() const
{
    switch (kind) {
        case Kind::Host: return nameOf("host", index);
        case Kind::Balancer: return nameOf("lb", index);
        case Kind::S3: return "s3";
        case Kind::Sqs: return "sqs";
        case Kind::Company: return "company";
        case Kind::Internet: break;
    }
    return {};
}

Packets::Node Packets::hostNode(int host) const
{
    const Host& one = at(m_world.hosts, host);
    return {one.subnet, one.address, one.groups, true, m_world.isSixth || one.isPublic, host};
}

Packets::Node Packets::balancerNode(int balancer, int subnet) const
{
    const Balancer& one = at(m_world.balancers, balancer);
    Node node{subnet, one.nodeIn(at(m_world.subnets, subnet), balancer), {}, one.group >= 0, one.isFacing, -1};
    if (one.group >= 0) node.groups.push_back(one.group);
    return node;
}

bool Packets::aclPasses(int subnet, bool isIn, std::uint32_t remote, Protocol protocol, int port) const
{
    const int number = at(m_world.subnets, subnet).acl;
    if (number < 0) return true;
    const Acl& acl = at(m_world.acls, number);
    for (const AclRule& rule : isIn ? acl.in : acl.out)
        if (rule.traffic.holds(protocol, port) && rule.range.holds(remote)) return rule.allows;
    return false;
}

bool Packets::groupsPass(const Node& node, bool isIn, std::uint32_t remote, const std::vector<int>& remoteGroups,
                         Protocol protocol, int port, bool isS3) const
{
    if (!node.isGuarded) return true;
    for (const int number : node.groups) {
        const Group& group = at(m_world.groups, number);
        if (!isIn && !group.hasOut) return true;
        for (const GroupRule& rule : isIn ? group.in : group.out) {
            if (!rule.traffic.holds(protocol, port)) continue;
            const bool isNamed = rule.isS3         ? isS3
                                 : rule.group >= 0 ? has(remoteGroups, rule.group)
                                                   : rule.range.holds(remote);
            if (isNamed) return true;
        }
    }
    return false;
}

const RouteRow* Packets::routeTo(int subnet, std::uint32_t address) const
{
    const RouteRow* best = nullptr;
    for (const RouteRow& row : at(m_world.tables, at(m_world.subnets, subnet).table).rows)
        if (row.to.holds(address) && (!best || row.to.bits > best->to.bits)) best = &row;
    return best;
}

bool Packets::leadsToGateway(int subnet, std::uint32_t address) const
{
    const RouteRow* row = routeTo(subnet, address);
    return row && row->hop == Hop::Gateway &&
           m_world.hasGateway[static_cast<std::size_t>(at(m_world.subnets, subnet).vpc)];
}

bool Packets::isLinked(const Node& from, const Node& to) const
{
    const int here = subnetOf(from).vpc;
    const int there = subnetOf(to).vpc;
    if (here == there) return true;
    const RouteRow* out = routeTo(from.subnet, to.address);
    const RouteRow* back = routeTo(to.subnet, from.address);
    if (!out || !back || out->hop != Hop::Link || back->hop != Hop::Link || out->index != back->index) return false;
    const auto& ends = at(m_world.links, out->index).vpcs;
    return has(ends, here) && has(ends, there) && mayUse(nameOf("link", out->index));
}

bool Packets::deliver(const Node& from, const Node& to, std::uint32_t seen, const Wish& wish) const
{
    if (!hasAddress(from) || !hasAddress(to)) return false;
    if (!isLinked(from, to)) return false;
    if (!groupsPass(from, false, to.address, to.groups, wish.protocol, wish.port) ||
        !groupsPass(to, true, seen, from.groups, wish.protocol, wish.port))
        return false;
    if (from.subnet == to.subnet) return true;
    return aclPasses(from.subnet, false, to.address, wish.protocol, wish.port) &&
           aclPasses(to.subnet, true, seen, wish.protocol, wish.port) &&
           aclPasses(to.subnet, false, seen, wish.protocol, wish.reply) &&
           aclPasses(from.subnet, true, to.address, wish.protocol, wish.reply);
}

bool Packets::leaveOverNat(const Node& from, int natSubnet, std::uint32_t to, const Wish& wish, bool isS3) const
{
    if (!groupsPass(from, false, to, {}, wish.protocol, wish.port, isS3)) return false;
    if (!leadsToGateway(natSubnet, to)) return false;
    if (!aclPasses(natSubnet, false, to, wish.protocol, wish.port) ||
        !aclPasses(natSubnet, true, to, wish.protocol, wish.natReply))
        return false;
    if (natSubnet == from.subnet) return true;
    return aclPasses(from.subnet, false, to, wish.protocol, wish.port) &&
           aclPasses(natSubnet, true, from.address, wish.protocol, wish.port) &&
           aclPasses(natSubnet, false, from.address, wish.protocol, wish.reply) &&
           aclPasses(from.subnet, true, to, wish.protocol, wish.reply);
}

bool Packets::leave(const Node& from, std::uint32_t to, const Wish& wish, bool isS3, bool& isNat) const
{
    const RouteRow* row = routeTo(from.subnet, to);
    isNat = row && row->hop != Hop::Gateway && row->hop != Hop::EgressOnly;
    if (!row || !hasAddress(from)) return false;
    if (!isNat)
        return (row->hop == Hop::EgressOnly || leadsToGateway(from.subnet, to)) && from.isPublic &&
               groupsPass(from, false, to, {}, wish.protocol, wish.port, isS3) &&
               aclPasses(from.subnet, false, to, wish.protocol, wish.port) &&
               aclPasses(from.subnet, true, to, wish.protocol, wish.reply);
    if (row->hop == Hop::Nat) {
        const Nat& nat = at(m_world.nats, row->index);
        return mayUse(nameOf("nat", row->index)) && !nat.isPrivate && leaveOverNat(from, nat.subnet, to, wish, isS3);
    }
    if (row->hop != Hop::Instance || row->index == from.host) return false;
    const Host& host = at(m_world.hosts, row->index);
    const Node nat = hostNode(row->index);
    return mayUse(nameOf("host", row->index)) && !host.checks && host.isPublic &&
           groupsPass(nat, true, from.address, from.groups, wish.protocol, wish.port) &&
           groupsPass(nat, false, to, {}, wish.protocol, wish.port, isS3) &&
           leaveOverNat(from, host.subnet, to, wish, isS3);
}

bool Packets::enter(std::uint32_t source, const Node& to, Protocol protocol, int port, int reply) const
{
    return to.isPublic && hasAddress(to) && leadsToGateway(to.subnet, source) &&
           groupsPass(to, true, source, {}, protocol, port) && aclPasses(to.subnet, true, source, protocol, port) &&
           aclPasses(to.subnet, false, source, protocol, reply);
}

/// `stranger` is the address of the internet that the sender may have; `seen` becomes what the receiver sees.
bool Packets::toNode(const Party& from, const Node& to, const Wish& wish, std::uint32_t& seen,
                     std::uint32_t stranger) const
{
    if (from.kind == Party::Kind::Internet) {
        seen = stranger;
        return enter(stranger, to, wish.protocol, wish.port, wish.reply);
    }
    const Node node = hostNode(from.index);
    const bool isBalancer = to.host < 0;
    const bool isNeighbour = subnetOf(node).vpc == subnetOf(to).vpc;
    // The name of an internet-facing load balancer gives its public addresses to everybody; hosts know each other by
    // their private ones, and by public ones only where nothing private leads there. Over IPv6 there is but one
    // address.
    const bool mayBePrivate = m_world.isSixth || !isBalancer || !to.isPublic;
    seen = node.address;
    if (mayBePrivate && deliver(node, to, node.address, wish)) return true;
    if (!to.isPublic || (isNeighbour && (m_world.isSixth || !isBalancer))) return false;
    bool isNat = false;
    if (m_world.isSixth)
        return leave(node, to.address, wish, false, isNat) &&
               enter(node.address, to, wish.protocol, wish.port, wish.reply);
    seen = stranger;
    for (const std::uint32_t address : strangersOf(m_world))
        if (leave(node, address, wish, false, isNat) &&
            enter(stranger, to, wish.protocol, wish.port, isNat ? wish.natReply : wish.reply))
            return true;
    return false;
}

bool Packets::handsOn(int balancer, int subnet, int host, std::optional<std::uint32_t> client, const Wish& wish) const
{
    if (m_world.isSixth) return Packets(m_fourth, m_only).handsOn(balancer, subnet, host, {}, wish);
    const Balancer& one = at(m_world.balancers, balancer);
    const int zone = at(m_world.subnets, at(m_world.hosts, host).subnet).zone;
    const auto isInZone = [&](int place) { return at(m_world.subnets, place).zone == zone; };
    if (!one.isEverywhere && std::none_of(one.subnets.begin(), one.subnets.end(), isInZone)) return false;
    if (!one.isEverywhere && !one.isCrossZone && !isInZone(subnet)) return false;
    const Node node = balancerNode(balancer, subnet);
    const Node target = hostNode(host);
    if (deliver(node, target, node.address, wish)) return true;
    // A network load balancer may leave the client's address in place.
    return one.isNetwork && client && deliver(node, target, *client, wish);
}

bool Packets::toTarget(const Party& from, int host, const Wish& wish) const
{
    for (int i = 0; i < static_cast<int>(m_world.balancers.size()); ++i) {
        const Balancer& one = at(m_world.balancers, i);
        if (wish.protocol != Protocol::Tcp || wish.port != one.targetPort || !has(one.targets, host) ||
            !mayUse(nameOf("lb", i)) || (m_world.isSixth && !one.isDual))
            continue;
        for (const int subnet : one.subnets) {
            if (!mayUse(nameOf("net", subnet))) continue;
            for (const int listener : one.listeners)
                for (const std::uint32_t sender : strangersOf(m_world))
                    for (const int own : kEphemeral) {
                        std::uint32_t seen = 0;
                        // Two connections: the client's, and the load balancer's own with a port of its own.
                        if (toNode(from, balancerNode(i, subnet), {wish.protocol, listener, wish.reply, wish.natReply},
                                   seen, sender) &&
                            handsOn(i, subnet, host, seen, {wish.protocol, wish.port, own, own}))
                            return true;
                    }
        }
    }
    return false;
}

bool Packets::toBalancer(const Party& from, int balancer, const Wish& wish) const
{
    const Balancer& one = at(m_world.balancers, balancer);
    if (wish.protocol != Protocol::Tcp || !has(one.listeners, wish.port)) return false;
    if (m_world.isSixth && !one.isDual) return false;
    for (const int subnet : one.subnets)
        for (const std::uint32_t sender : strangersOf(m_world)) {
            std::uint32_t seen = 0;
            if (mayUse(nameOf("net", subnet)) && toNode(from, balancerNode(balancer, subnet), wish, seen, sender))
                return true;
        }
    return false;
}

bool Packets::toService(const Party& from, bool isS3, const Wish& wish) const
{
    const Node node = hostNode(from.index);
    for (const std::uint32_t address : strangersOf(m_world)) {
        bool isNat = false;
        if (leave(node, address, wish, isS3, isNat)) return true;
    }
    return false;
}

bool Packets::attempt(const Party& from, const Party& to, const Wish& wish) const
{
    if (to.kind == Party::Kind::Host) {
        for (const std::uint32_t sender : strangersOf(m_world)) {
            std::uint32_t seen = 0;
            if (toNode(from, hostNode(to.index), wish, seen, sender)) return true;
        }
        return toTarget(from, to.index, wish);
    }
    if (to.kind == Party::Kind::Balancer) return toBalancer(from, to.index, wish);
    const bool isS3 = to.kind == Party::Kind::S3;
    // The usual names of AWS's services have IPv4 addresses.
    if (m_world.isSixth && to.kind != Party::Kind::Company) return false;
    const Node node = hostNode(from.index);
    for (int i = 0; i < static_cast<int>(m_world.endpoints.size()); ++i) {
        const ServiceEndpoint& one = at(m_world.endpoints, i);
        if (to.kind == Party::Kind::Company || one.isGateway != isS3 || one.vpc != subnetOf(node).vpc ||
            !mayUse(nameOf("end", i)))
            continue;
        for (const int place : one.places) {
            if (isS3 && place == subnetOf(node).table)
                for (const std::uint32_t address : strangersOf(m_world))
                    if (groupsPass(node, false, address, {}, wish.protocol, wish.port, true) &&
                        aclPasses(node.subnet, false, address, wish.protocol, wish.port) &&
                        aclPasses(node.subnet, true, address, wish.protocol, wish.reply))
                        return true;
            const std::uint32_t address = at(m_world.subnets, place).base + 220;
            if (!isS3 && mayUse(nameOf("net", place)) &&
                deliver(node, {place, address, {one.group}, true, false, -1}, node.address, wish))
                return true;
        }
    }
    return toService(from, isS3, wish);
}

bool Packets::arrive(const Party& from, const Party& to, Protocol protocol, int port) const
{
    for (const int reply : kEphemeral)
        for (const int natReply : kEphemeral)
            if (attempt(from, to, {protocol, port, reply, natReply})) return true;
    return false;
}

}  // namespace lintel::simulation
