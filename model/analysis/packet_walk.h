#pragma once

#include "model/analysis/leg.h"

#include <functional>
#include <string_view>

namespace lintel::model::analysis {

/// Which end of the packet a firewall looks at: inbound rules name the source, outbound rules the destination.
enum class End { Source, Destination };

/// Carries the sets of sources and destinations that are still alive through one check after the other. A check that
/// nothing survives becomes a blocker, and the walk goes on as if it had passed, so that all blockers are found.
class PacketWalk {
public:
    PacketWalk(const graph::ArchitectureGraph& graph, const Routes& routes, const Query& query, AddressSet source,
               AddressSet destination)
        : m_graph(graph),
          m_routes(routes),
          m_query(query),
          m_sources{std::move(source)},
          m_destination(std::move(destination))
    {
    }

    void step(const BlockId& id);
    void block(std::string code, const BlockId& subject, std::vector<MessageArgument> arguments = {})
    {
        block(std::move(code), subject, std::move(arguments), {});
    }
    /// In the words of another code.
    void block(std::string code, const BlockId& subject, std::vector<MessageArgument> arguments,
               const std::string& words);

    /// Security groups of `host` towards the other end. Without any on the drawing nothing is let through.
    void guard(const Endpoint& host, Direction direction, const Endpoint& other, std::vector<OpenRow>* rows = nullptr);
    /// Over the subnet's border; the reply goes the other way.
    void cross(const BlockId& subnet, Direction direction);
    /// The subnet's table leads to the other end by a target that `accepts` likes. Adds the table and the target.
    /// `words` is the code whose message says it best, where that is another one.
    void route(const BlockId& subnet, End towards, const std::string& code,
               const std::function<bool(const BlockId&)>& accepts, const std::string& words = {});

    /// Behind a NAT nobody sees who it was.
    void hideSource(AddressSet seenAs) { m_sources.push_back(std::move(seenAs)); }
    /// From here on it is a NAT's own connection, with a client port of the NAT's.
    void takeOver() { ++m_client; }
    bool isBehindNat() const { return m_client > 0; }
    bool isBlocked(std::string_view code, const BlockId& subject) const;

    /// Checks the replies and hands out the result: one leg, or one for each smallest set of network ACLs that keeps
    /// the answers back.
    std::vector<Leg> finish();

private:
    struct Crossing {
        BlockId subnet;
        Direction direction;  ///< of the reply
        End end;
        std::size_t source = 0;  ///< under which of its addresses the source was seen there
        std::size_t client = 0;  ///< whose port the answer goes to: the sender's own or a NAT's
    };
    /// A network ACL in one direction: what one would change.
    using Gate = std::pair<BlockId, Direction>;

    AddressSet& at(End end) { return end == End::Source ? m_sources.back() : m_destination; }
    Gate gateOf(const Crossing& crossing) const;
    std::vector<int> replyPorts() const;
    /// Answers get back if `open` let everything through. Without any, `sources` receives whose do.
    bool repliesPass(const std::vector<Gate>& open, std::vector<AddressSet>* sources) const;
    bool repliesPass(const std::vector<Gate>& open, const std::vector<int>& ports,
                     std::vector<AddressSet>& sources) const;
    std::vector<std::vector<Gate>> placesInTheWay() const;
    Leg legWithout(const std::vector<Gate>& places) const;

    const graph::ArchitectureGraph& m_graph;
    const Routes& m_routes;
    Query m_query;
    std::vector<AddressSet> m_sources;  ///< its own addresses, then those that NAT gave it
    AddressSet m_destination;
    std::size_t m_client = 0;
    std::vector<Crossing> m_replies;
    Leg m_leg;
};

}  // namespace lintel::model::analysis
