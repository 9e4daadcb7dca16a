#include "model/analysis/packet_walk.h"

#include <algorithm>

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

void PacketWalk::block(std::string code, const BlockId& subject, std::vector<MessageArgument> arguments)
{
    arguments.push_back({"name", labelOf(m_graph, subject)});
    arguments.push_back({"port", portText(m_query)});
    Message message("reach.blocker." + code, std::move(arguments));
    m_leg.blockers.push_back({std::move(code), subject.text(), std::move(message)});
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
    const Remote remote{at(end), m_sources.size() > 1 ? std::vector<BlockId>() : other.groups, other.place == Place::CloudFront, serviceOf(m_graph, other)};
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
        block(isIn ? "acl-in" : "acl-out", m_graph.reference(subnet, "network-acl"), {{"subnet", labelOf(m_graph, subnet)}});
    else
        at(end) = passed;
    m_replies.push_back({subnet, isIn ? Direction::Outbound : Direction::Inbound, end, m_sources.size() - 1});
}

void PacketWalk::route(const BlockId& subnet, End towards, const std::string& code, const std::function<bool(const BlockId&)>& accepts)
{
    const BlockId table = m_routes.tableOf(subnet);
    if (table.isEmpty()) return block("no-route-table", subnet);
    std::vector<Route> rows = m_routes.routesOf(table);
    std::erase_if(rows, [](const Route& row) { return !row.range(); });
    std::stable_sort(rows.begin(), rows.end(), [](const Route& a, const Route& b) { return a.range()->prefix > b.range()->prefix; });
    AddressSet undecided = at(towards);
    // The local route cannot be led away for addresses that the VPC does not have.
    for (const Cidr& own : m_routes.rangesOf(m_graph.vpcOf(subnet))) undecided = undecided.without(own);
    AddressSet led;
    BlockId taken;
    for (const Route& row : rows) {
        const AddressSet here = undecided.intersection(row.range()->canonical());
        undecided = undecided.without(row.range()->canonical());
        if (here.isEmpty() || row.target.isEmpty() || !accepts(row.target)) continue;
        if (taken.isEmpty()) taken = row.target;
        led = led.with(here);
    }
    if (led.isEmpty()) return block(code, table, {{"subnet", labelOf(m_graph, subnet)}});
    at(towards) = led;
    if (towards == End::Destination) {
        step(table);
        step(taken);
    } else {
        step(taken);
        step(table);
    }
}

AddressSet PacketWalk::reply(const Crossing& crossing, int port, const AddressSet& remote) const
{
    return passedByAcl(m_graph, crossing.subnet, crossing.direction, {m_query.protocol, port}, remote);
}

void PacketWalk::checkReplies()
{
    std::vector<int> ports{kFirstEphemeral};
    for (const Crossing& crossing : m_replies) addPortBounds(m_graph, crossing.subnet, crossing.direction, ports);
    std::sort(ports.begin(), ports.end());
    ports.erase(std::unique(ports.begin(), ports.end()), ports.end());
    std::erase_if(ports, [](int port) { return port < kFirstEphemeral || port > kLastEphemeral; });

    std::vector<AddressSet> sources(m_sources.size());
    AddressSet destinations;
    std::vector<bool> everPasses(m_replies.size(), false);
    for (const int port : ports) {
        std::vector<AddressSet> source = m_sources;
        AddressSet destination = m_destination;
        for (std::size_t i = 0; i < m_replies.size(); ++i) {
            const Crossing& crossing = m_replies[i];
            const bool isSource = crossing.end == End::Source;
            if (!reply(crossing, port, isSource ? m_sources[crossing.source] : m_destination).isEmpty()) everPasses[i] = true;
            AddressSet& remote = isSource ? source[crossing.source] : destination;
            remote = reply(crossing, port, remote);
        }
        const bool isDead = destination.isEmpty() || std::any_of(source.begin(), source.end(), [](const AddressSet& set) { return set.isEmpty(); });
        for (std::size_t i = 0; !isDead && i < source.size(); ++i) sources[i] = sources[i].with(source[i]);
        if (!isDead) destinations = destinations.with(destination);
    }
    if (destinations.isEmpty()) return blockReplies(everPasses);
    m_sources = std::move(sources);
}

void PacketWalk::blockReplies(const std::vector<bool>& everPasses)
{
    // Where each would let some port through but no port passes all, every one of them is in the way.
    const bool isJoint = std::find(everPasses.begin(), everPasses.end(), false) == everPasses.end();
    for (std::size_t i = 0; i < m_replies.size(); ++i) {
        const BlockId acl = m_graph.reference(m_replies[i].subnet, "network-acl");
        if ((isJoint && !acl.isEmpty()) || !everPasses[i])
            block(m_replies[i].direction == Direction::Outbound ? "acl-reply-out" : "acl-reply-in", acl,
                  {{"subnet", labelOf(m_graph, m_replies[i].subnet)}});
    }
}

Leg PacketWalk::finish()
{
    checkReplies();
    m_leg.sources = m_sources.front();
    std::vector<Blocker> once;
    for (Blocker& blocker : m_leg.blockers)
        if (std::find(once.begin(), once.end(), blocker) == once.end()) once.push_back(std::move(blocker));
    m_leg.blockers = std::move(once);
    return std::move(m_leg);
}

}  // namespace lintel::model::analysis
