#pragma once

#include "model/lint/context.h"

#include <set>
#include <string>
#include <vector>

namespace lintel::model::lint {

/// Calls of one VPC to AWS services that go out through NAT although an endpoint could carry them.
struct NatCalls {
    BlockId vpc;
    std::vector<ConnectionId> links;  ///< in id order
    std::vector<BlockId> subnets;     ///< from where
    std::set<std::string> services;   ///< endpoints that would carry them
};

/// Which of the two sorts of endpoints would carry the call.
enum class EndpointSort { Gateway, Interface };

/// By VPC, in id order. Only what is drawn: calls of servers, containers and functions to services of the catalogue.
std::vector<NatCalls> callsThroughNat(const Context& context, EndpointSort sort);

}  // namespace lintel::model::lint
