#pragma once

#include "model/document/ids.h"
#include "model/document/value.h"

namespace lintel::model {

/// Drawn intent: `from` talks to `to`. Whether the network lets it is for the analyses to say.
struct Connection {
    ConnectionId id;
    BlockId from;
    BlockId to;
    std::string relation;  ///< traffic (also when empty), replication, deploy, dns, event, observe, manage, attach
    std::string name;
    std::string protocol;  ///< as shown: https, tcp, udp...; empty = tcp
    std::string ports;     ///< "8080", "80,443", "8000-8100"; empty = not said
    Properties properties;

    bool operator==(const Connection&) const = default;

    const Value& property(std::string_view key) const { return propertyOf(properties, key); }
    /// Only these are held against routes, network ACLs and security groups.
    bool isNetworkTraffic() const { return relation.empty() || relation == "traffic" || relation == "replication"; }
};

}  // namespace lintel::model
