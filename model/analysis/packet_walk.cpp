#include "model/analysis/packet_walk.h"

#include <algorithm>
#include <bit>

namespace lintel::model::analysis {

namespace {

/// What clients take for their own side of a connection; Linux uses less of it, load balancers and NAT all.
constexpr int kFirstEphemeral = 1024;
constexpr int kLastEphemeral = 65535;

std::string labelOf(const graph::ArchitectureGraph& graph, const BlockId& id)
{
    const Block* block = graph.block(id);
    return block ? block->label() : id.text();
}

std::string labelsOf(const graph::ArchitectureGraph& graph, const std::vector<BlockId>& ids)
{
    std::string text;
    for (const BlockId& id : ids) text += (text.empty() ? "" : ", ") + labelOf(graph, id);
    return text;
}

std::string portText(const Query& query)
{
    std::string name = query.protocol;
    std::transform(name.begin(), name.end(), name.begin(), [](char c) { return static_cast<char>(c - 'a' + 'A'); });
    return query.protocol == "icmp" ? name : name + " " + std::to_string(query.port);
}

std::string serviceOf(const graph::ArchitectureGraph& graph, const Endpoint& endpoint)
{
    if (graph.isKind(endpoint.host, "s3-bucket")) return "s3";
    return graph.isKind(endpoint.host, "dynamodb") ? "dynamodb" : "";
}

}  // namespace

void PacketWalk::step(const BlockId& id)
{
    if (!id.isEmpty() && (m_leg.path.empty() || m_leg.path.back() != id.text())) m_leg.path.push_back(id.text());
}

void PacketWalk::block(std::string code, const BlockId& subject, std::vector<MessageArgument> arguments,
                       const std::string& words)
{
    arguments.push_back({"name", labelOf(m_graph, subject)});
    arguments.push_back({"port", portText(m_query)});
    Message message("reach.blocker." + (words.empty() ? code : words), std::move(arguments));
    m_leg.blockers.push_back({std::move(code), subject.text(), std::move(message)});
}

bool PacketWalk::isBlocked(std::string_view code, const BlockId& subject) const
{
    return std::any_of(m_leg.blockers.begin(), m_leg.blockers.end(),
                       [&](const Blocker& one) { return one.code == code && one.subject == subject.text(); });
}

void PacketWalk::guard(const Endpoint& host, Direction direction, const Endpoint& other, std::vector<OpenRow>* rows)
{
    const bool isIn = direction == Direction::Inbound;
    if (host.groups.empty()) {
        // A network load balancer may go without any; then nothing filters at it.
        if (!m_graph.isKind(host.host, "nlb") && isIn) block("no-security-group", host.host);
        return;
    }
    const End end = isIn ? End::Source : End::Destination;
    const Remote remote{at(end), m_sources.size() > 1 ? std::vector<BlockId>() : other.groups,
                        other.place == Place::CloudFront, serviceOf(m_graph, other)};
    std::vector<OpenRow> matched;
    const AddressSet admitted = admittedBy(m_graph, host.groups, direction, m_query, remote, &matched);
    if (admitted.isEmpty())
        block(isIn ? "security-group-in" : "security-group-out", host.groups.front(),
              {{"groups", labelsOf(m_graph, host.groups)}, {"host", labelOf(m_graph, host.host)}});
    else
        at(end) = admitted;
    if (isIn && !matched.empty()) step(matched.front().group);
    if (rows) *rows = std::move(matched);
}

void PacketWalk::cross(const BlockId& subnet, Direction direction)
{
    const bool isIn = direction == Direction::Inbound;
    const End end = isIn ? End::Source : End::Destination;
    const AddressSet passed = passedByAcl(m_graph, subnet, direction, m_query, at(end));
    if (passed.isEmpty())
        block(isIn ? "acl-in" : "acl-out", m_graph.reference(subnet, "network-acl"),
              {{"subnet", labelOf(m_graph, subnet)}});
    else
        at(end) = passed;
    m_replies.push_back({subnet, isIn ? Direction::Outbound : Direction::Inbound, end, m_sources.size() - 1, m_client});
}

void PacketWalk::route(const BlockId& subnet, End towards, const std::string& code,
                       const std::function<bool(const BlockId&)>& accepts, const std::string& words)
{
    const BlockId table = m_routes.tableOf(subnet);
    if (table.isEmpty()) return block("no-route-table", subnet);
    AddressSet undecided = at(towards);
    // The local route cannot be led away for addresses that the VPC does not have.
    undecided = undecided.without(m_routes.localOf(m_graph.vpcOf(subnet)));
    AddressSet led;
    BlockId taken;
    for (const Route* row : m_routes.byPrefix(table)) {
        const AddressSet here = undecided.intersection(*row->addresses);
        undecided = undecided.without(*row->addresses);
        if (here.isEmpty() || row->target.isEmpty() || !accepts(row->target)) continue;
        if (taken.isEmpty()) taken = row->target;
        led = led.with(here);
    }
    if (led.isEmpty()) return block(code, table, {{"subnet", labelOf(m_graph, subnet)}}, words);
    at(towards) = led;
    if (towards == End::Destination) {
        step(table);
        step(taken);
    } else {
        step(taken);
        step(table);
    }
}

PacketWalk::Gate PacketWalk::gateOf(const Crossing& crossing) const
{
    return {m_graph.reference(crossing.subnet, "network-acl"), crossing.direction};
}

std::vector<int> PacketWalk::replyPorts() const
{
    std::vector<int> ports{kFirstEphemeral};
    for (const Crossing& crossing : m_replies) addPortBounds(m_graph, crossing.subnet, crossing.direction, ports);
    std::sort(ports.begin(), ports.end());
    ports.erase(std::unique(ports.begin(), ports.end()), ports.end());
    std::erase_if(ports, [](int port) { return port < kFirstEphemeral || port > kLastEphemeral; });
    return ports;
}

/// With these client ports, the sender's first and then the NAT's.
bool PacketWalk::repliesPass(const std::vector<Gate>& open, const std::vector<int>& ports,
                             std::vector<AddressSet>& sources) const
{
    std::vector<AddressSet> left = m_sources;
    AddressSet destination = m_destination;
    for (const Crossing& crossing : m_replies) {
        if (std::find(open.begin(), open.end(), gateOf(crossing)) != open.end()) continue;
        AddressSet& remote = crossing.end == End::Source ? left[crossing.source] : destination;
        remote = passedByAcl(m_graph, crossing.subnet, crossing.direction, {m_query.protocol, ports[crossing.client]},
                             remote);
        if (remote.isEmpty()) return false;
    }
    for (std::size_t i = 0; i < left.size(); ++i) sources[i] = sources[i].with(left[i]);
    return true;
}

bool PacketWalk::repliesPass(const std::vector<Gate>& open, std::vector<AddressSet>* sources) const
{
    std::vector<AddressSet> found(m_sources.size());
    bool passes = false;
    const std::vector<int> ports = replyPorts();
    for (const int own : ports)
        for (const int nat : m_client == 0 ? std::vector<int>{own} : ports)
            if (repliesPass(open, {own, nat}, found)) passes = true;
    if (passes && sources) *sources = std::move(found);
    return passes;
}

/// The smallest sets of places whose change lets the answers through.
std::vector<std::vector<PacketWalk::Gate>> PacketWalk::placesInTheWay() const
{
    std::vector<Gate> places;
    for (const Crossing& crossing : m_replies)
        if (const Gate place = gateOf(crossing);
            !place.first.isEmpty() && std::find(places.begin(), places.end(), place) == places.end())
            places.push_back(place);
    // A walk crosses few borders: all choices can be tried, smaller ones first.
    std::vector<unsigned> choices(1u << places.size());
    for (unsigned i = 0; i < choices.size(); ++i) choices[i] = i;
    std::stable_sort(choices.begin(), choices.end(),
                     [](unsigned a, unsigned b) { return std::popcount(a) < std::popcount(b); });
    std::vector<unsigned> smallest;
    std::vector<std::vector<Gate>> found;
    for (const unsigned choice : choices) {
        if (std::any_of(smallest.begin(), smallest.end(), [&](unsigned known) { return (known & choice) == known; }))
            continue;
        std::vector<Gate> open;
        for (std::size_t i = 0; i < places.size(); ++i)
            if (choice >> i & 1u) open.push_back(places[i]);
        if (!repliesPass(open, nullptr)) continue;
        smallest.push_back(choice);
        found.push_back(std::move(open));
    }
    return found;
}

Leg PacketWalk::legWithout(const std::vector<Gate>& places) const
{
    PacketWalk copy = *this;
    for (const Gate& place : places) {
        const auto crossing =
            std::find_if(m_replies.begin(), m_replies.end(), [&](const Crossing& one) { return gateOf(one) == place; });
        copy.block(place.second == Direction::Outbound ? "acl-reply-out" : "acl-reply-in", place.first,
                   {{"subnet", labelOf(m_graph, crossing->subnet)}});
    }
    std::vector<Blocker> once;
    for (Blocker& blocker : copy.m_leg.blockers)
        if (std::find(once.begin(), once.end(), blocker) == once.end()) once.push_back(std::move(blocker));
    copy.m_leg.blockers = std::move(once);
    return std::move(copy.m_leg);
}

std::vector<Leg> PacketWalk::finish()
{
    std::vector<AddressSet> sources;
    const bool passes = repliesPass({}, &sources);
    if (passes) m_sources = std::move(sources);
    m_leg.sources = m_sources.front();
    m_leg.seen = m_sources.back();
    std::vector<Leg> legs;
    if (passes)
        legs.push_back(legWithout({}));
    else
        for (const std::vector<Gate>& places : placesInTheWay()) legs.push_back(legWithout(places));
    return legs;
}

}  // namespace lintel::model::analysis
