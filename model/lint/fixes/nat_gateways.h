#pragma once

#include "model/edit/transaction.h"
#include "model/lint/context.h"

#include <optional>
#include <vector>

namespace lintel::model::lint::fixes {

/// What sending subnets out through NAT took.
struct NatWay {
    std::vector<BlockId> gateways;  ///< drawn for it
    bool drawsSubnet = false;       ///< no zone had a public subnet for the gateway
};

/// Every subnet (all of one VPC) gets 0.0.0.0/0 to a NAT gateway of its own zone: the one that works there, else a
/// new one in a public subnet of the zone. Nothing when there is no room for what is missing; `transaction` is half
/// written then.
std::optional<NatWay> sendThroughNat(const Context& context, const std::vector<BlockId>& subnets,
                                     edit::Transaction& transaction);

/// A public NAT gateway with its elastic IP.
BlockId addNatGateway(const BlockId& subnet, const std::string& zone, edit::Transaction& transaction);

/// An elastic IP for a gateway that has none, drawn beside it.
void addElasticIp(const BlockId& nat, edit::Transaction& transaction);
bool hasElasticIp(const Context& context, const BlockId& nat);

/// Moves the gateway, and the elastic IP drawn beside it.
void moveNatGateway(const Context& context, const BlockId& nat, const BlockId& subnet, edit::Transaction& transaction);

}  // namespace lintel::model::lint::fixes
