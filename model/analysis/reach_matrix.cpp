#include "model/analysis/reach_matrix.h"

#include "model/analysis/matrix_party.h"
#include "model/analysis/service_port.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace lintel::model::analysis {

namespace {

using Graph = graph::ArchitectureGraph;

constexpr const char* kProtocols[] = {"tcp", "udp"};

PortSet intersection(const PortSet& a, const PortSet& b) { return a.without(PortSet::all().without(b)); }

/// The ports cut where a verdict may change: within a piece one port stands for all.
std::vector<PortSet::Interval> pieces(const PortSet& ports, const std::vector<int>& bounds)
{
    std::vector<PortSet::Interval> parts;
    for (const PortSet::Interval& interval : ports.intervals()) {
        int first = interval.first;
        for (auto at = std::upper_bound(bounds.begin(), bounds.end(), first);
             at != bounds.end() && *at <= interval.last; ++at) {
            parts.push_back({first, *at - 1});
            first = *at;
        }
        parts.push_back({first, interval.last});
    }
    return parts;
}

/// Ports that are open to the same addresses.
struct Opening {
    PortSet ports;
    std::vector<Cidr> onlyFrom;  ///< empty: practically everybody
};

PortSet portsOf(const std::vector<Opening>& openings)
{
    PortSet all;
    for (const Opening& opening : openings) all = all.with(opening.ports);
    return all;
}

class MatrixMaker {
public:
    MatrixMaker(const Graph& graph, const Routes& routes, const Reachability& reachability)
        : m_graph(graph), m_routes(routes), m_reachability(reachability), m_parties(graph)
    {
    }

    std::vector<MatrixCell> make()
    {
        addDrawn();
        addUndrawn();
        std::vector<MatrixCell> cells;
        for (auto& [key, cell] : m_cells) cells.push_back(std::move(cell));
        return cells;
    }

private:
    using Key = std::tuple<BlockId, BlockId, std::string, Talk, std::vector<std::string>>;

    MatrixCell& cell(const Party& from, const BlockId& to, const std::string& protocol, Talk talk,
                     const std::vector<Cidr>& onlyFrom = {})
    {
        std::vector<std::string> ranges;
        for (const Cidr& range : onlyFrom) ranges.push_back(range.text());
        MatrixCell& cell = m_cells[Key(from.id, to, protocol, talk, ranges)];
        cell.from = from.id;
        cell.to = to;
        cell.protocol = protocol;
        cell.talk = talk;
        cell.onlyFrom = onlyFrom;
        return cell;
    }

    void addDrawn()
    {
        for (const Connection& drawn : m_graph.document().connections) {
            if (!drawn.isNetworkTraffic() && drawn.relation != "manage") continue;
            const std::string protocol(transportOf(drawn.protocol));
            const Party* from = m_parties.of(drawn.from);
            const Party* to = m_parties.of(drawn.to);
            if (!from || !to || from == to || protocol == "icmp") continue;
            // A person's own id says more than "the internet" where packets go to somebody outside.
            const BlockId receiver = to->id.isEmpty() ? drawn.to : to->id;
            addDrawn(drawn, *from, *to, receiver, protocol);
        }
    }

    void addDrawn(const Connection& drawn, const Party& from, const Party& to, const BlockId& receiver,
                  const std::string& protocol)
    {
        PortSet works =
            from.endpoint.isInside() && m_parties.isReceiver(to) ? portsOf(openings(from, to, protocol)) : PortSet();
        const PortSet wanted = drawnPorts(m_graph, drawn);
        std::vector<Blocker> blockers;
        if (!wanted.isEmpty()) {
            works = intersection(works, wanted);
            for (const PortSet::Interval& piece : pieces(wanted.without(works), m_parties.bounds(from, to))) {
                Reach reach = m_reachability.reach(drawn.from, drawn.to, {protocol, piece.first});
                if (reach.reachable)
                    works = works.with(PortSet({piece}));
                else if (blockers.empty() && !reach.blockers.empty())
                    blockers = std::move(reach.blockers.front());
            }
        } else if (works.isEmpty()) {
            return;  // nothing says what it is about
        }
        const PortSet blocked = wanted.without(works);
        if (!works.isEmpty()) add(cell(from, receiver, protocol, Talk::Works), drawn.id, works);
        if (blocked.isEmpty()) return;
        MatrixCell& stopped = cell(from, receiver, protocol, Talk::Blocked);
        add(stopped, drawn.id, blocked);
        if (stopped.blockers.empty()) stopped.blockers = std::move(blockers);
    }

    static void add(MatrixCell& cell, const ConnectionId& drawn, const PortSet& ports)
    {
        cell.ports = cell.ports.with(ports);
        if (std::find(cell.connections.begin(), cell.connections.end(), drawn) == cell.connections.end())
            cell.connections.push_back(drawn);
    }

    using Sorts = std::map<std::size_t, std::vector<const Party*>>;

    void addUndrawn()
    {
        Sorts senders;
        Sorts receivers;
        for (const Party& party : m_parties.all()) {
            if (m_parties.isSender(party)) senders[party.sort].push_back(&party);
            if (m_parties.isReceiver(party)) receivers[party.sort].push_back(&party);
        }
        for (const auto& [sort, listeners] : receivers)
            for (const char* protocol : kProtocols) addUndrawn(senders, listeners, protocol);
    }

    void addUndrawn(const Sorts& senders, const std::vector<const Party*>& listeners, const std::string& protocol)
    {
        PortSet open;  // to the internet, whose sort is the first
        for (const auto& [sort, speakers] : senders) {
            const Party* from = speakers.front();
            const Party* to = listeners.front() == from ? listeners.back() : listeners.front();
            if (from == to) continue;
            for (const Opening& opening : openings(*from, *to, protocol)) {
                const PortSet ports = opening.ports.without(open);
                if (!ports.isEmpty()) addPairs(speakers, listeners, protocol, ports, opening.onlyFrom);
            }
            if (sort != 0) continue;
            for (const Opening& opening : openings(*from, *to, protocol))
                if (opening.onlyFrom.empty()) open = open.with(opening.ports);
        }
    }

    void addPairs(const std::vector<const Party*>& speakers, const std::vector<const Party*>& listeners,
                  const std::string& protocol, const PortSet& ports, const std::vector<Cidr>& onlyFrom)
    {
        for (const Party* from : speakers)
            for (const Party* to : listeners) {
                if (from == to || !m_parties.maySpeakTo(*from, *to)) continue;
                const PortSet undrawn = ports.without(drawnWithin(*from, *to, protocol));
                if (!undrawn.isEmpty()) cell(*from, to->id, protocol, Talk::Undrawn, onlyFrom).ports = undrawn;
            }
    }

    PortSet drawnWithin(const Party& from, const Party& to, const std::string& protocol) const
    {
        const auto found = m_cells.find(Key(from.id, to.id, protocol, Talk::Works, {}));
        return found == m_cells.end() ? PortSet() : found->second.ports;
    }

    /// Straight from one to the other; worked out once for all that are of their sorts.
    const std::vector<Opening>& openings(const Party& from, const Party& to, const std::string& protocol)
    {
        const auto [found, isNew] = m_openings.try_emplace({from.sort, to.sort, protocol == "tcp"});
        if (!isNew) return found->second;
        const PortSet candidates = m_parties.candidates(from, to, protocol);
        if (candidates.isEmpty()) return found->second;
        for (const PortSet::Interval& piece : pieces(candidates, m_parties.bounds(from, to)))
            addOpening(found->second, from, piece,
                       legsBetween(m_graph, m_routes, from.endpoint, to.endpoint, {protocol, piece.first}));
        return found->second;
    }

    static void addOpening(std::vector<Opening>& into, const Party& from, const PortSet::Interval& piece,
                           const std::vector<Leg>& legs)
    {
        AddressSet sources;
        bool passes = false;
        for (const Leg& leg : legs) {
            if (!leg.passes()) continue;
            passes = true;
            sources = sources.with(leg.sources);
        }
        if (!passes) return;
        std::vector<Cidr> onlyFrom;
        if (from.id.isEmpty() && !sources.isInternetWide()) onlyFrom = sources.cidrs();
        const auto same = std::find_if(into.begin(), into.end(),
                                       [&](const Opening& opening) { return opening.onlyFrom == onlyFrom; });
        if (same != into.end())
            same->ports = same->ports.with(PortSet({piece}));
        else
            into.push_back({PortSet({piece}), std::move(onlyFrom)});
    }

    const Graph& m_graph;
    const Routes& m_routes;
    const Reachability& m_reachability;
    Parties m_parties;
    std::map<Key, MatrixCell> m_cells;
    std::map<std::tuple<std::size_t, std::size_t, bool>, std::vector<Opening>> m_openings;
};

}  // namespace

ReachMatrix::ReachMatrix(const graph::ArchitectureGraph& graph, const Routes& routes, const Reachability& reachability)
    : m_cells(MatrixMaker(graph, routes, reachability).make())
{
}

std::vector<BlockId> ReachMatrix::parties() const
{
    std::set<BlockId> all;
    for (const MatrixCell& cell : m_cells)
        for (const BlockId& id : {cell.from, cell.to})
            if (!id.isEmpty()) all.insert(id);
    return {all.begin(), all.end()};
}

}  // namespace lintel::model::analysis
