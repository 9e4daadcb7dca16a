#pragma once

#include "model/analysis/endpoint.h"
#include "model/analysis/firewall.h"
#include "model/analysis/port_set.h"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace lintel::model::analysis {

/// Somebody in the reach matrix.
struct Party {
    BlockId id;  ///< empty for the internet at large
    Endpoint endpoint;
    std::size_t sort = 0;  ///< the same for parties that no route, rule table or address tells apart
};

/// Who takes part, and what can be said of each without following a packet.
class Parties {
public:
    explicit Parties(const graph::ArchitectureGraph& graph);

    const std::vector<Party>& all() const { return m_all; }  ///< the internet, then in id order
    /// The party that speaks or listens for the block; null for what has no place in a network.
    const Party* of(const BlockId& block) const;
    /// Opens connections of its own accord.
    bool isSender(const Party& party) const;
    /// Has a network interface that rules can guard.
    bool isReceiver(const Party& party) const;
    /// A load balancer speaks to its targets only.
    bool maySpeakTo(const Party& from, const Party& to) const;

    /// The ports that the receiver's inbound rules might open to the sender: never too few, perhaps too many.
    PortSet candidates(const Party& from, const Party& to, const std::string& protocol) const;
    /// Ports at which the verdict between the two may change.
    std::vector<int> bounds(const Party& from, const Party& to) const;

private:
    void add(const BlockId& block);
    bool isFrame(const Party& party) const;
    AddressSet privateAddresses(const Party& party) const;
    bool mayMatch(const std::string& source, const Party& from, const Party& to) const;

    const graph::ArchitectureGraph* m_graph;
    std::vector<Party> m_all;
    std::map<BlockId, std::size_t> m_index;  ///< into m_all
    std::map<std::vector<std::string>, std::size_t> m_sorts;
    std::vector<AddressSet> m_addresses;             ///< inside a VPC, by sort
    std::map<BlockId, std::set<BlockId>> m_targets;  ///< by load balancer
};

}  // namespace lintel::model::analysis
