#pragma once

#include "model/analysis/leg.h"

#include <functional>

namespace lintel::model::analysis {

/// Which end of the packet a firewall looks at: inbound rules name the source, outbound rules the destination.
enum class End { Source, Destination };

/// Carries the sets of sources and destinations that are still alive through one check after the other. A check that
/// nothing survives becomes a blocker, and the walk goes on as if it had passed, so that all blockers are found.
class PacketWalk {
public:
    PacketWalk(const graph::ArchitectureGraph& graph, const Routes& routes, const Query& query, AddressSet source, AddressSet destination)
        : m_graph(graph), m_routes(routes), m_query(query), m_sources{std::move(source)}, m_destination(std::move(destination))
    {
    }

    void step(const BlockId& id);
    void block(std::string code, const BlockId& subject, std::vector<MessageArgument> arguments = {});

    /// Security groups of `host` towards the other end. Without any on the drawing nothing is let through.
    void guard(const Endpoint& host, Direction direction, const Endpoint& other, std::vector<OpenRow>* rows = nullptr);
    /// Over the subnet's border; the reply goes the other way.
    void cross(const BlockId& subnet, Direction direction);
    /// The subnet's table leads to the other end by a target that `accepts` likes. Adds the table and the target.
    void route(const BlockId& subnet, End towards, const std::string& code, const std::function<bool(const BlockId&)>& accepts);

    /// Behind a NAT nobody sees who it was.
    void hideSource(AddressSet seenAs) { m_sources.push_back(std::move(seenAs)); }

    /// Checks the replies and hands out the result.
    Leg finish();

private:
    struct Crossing {
        BlockId subnet;
        Direction direction;  ///< of the reply
        End end;
        std::size_t source = 0;  ///< under which of its addresses the source was seen there
    };

    AddressSet& at(End end) { return end == End::Source ? m_sources.back() : m_destination; }
    AddressSet reply(const Crossing& crossing, int port, const AddressSet& remote) const;
    void blockReplies(const std::vector<bool>& everPasses);
    void checkReplies();

    const graph::ArchitectureGraph& m_graph;
    const Routes& m_routes;
    Query m_query;
    std::vector<AddressSet> m_sources;  ///< its own addresses, then those that NAT gave it
    AddressSet m_destination;
    std::vector<Crossing> m_replies;
    Leg m_leg;
};

}  // namespace lintel::model::analysis
