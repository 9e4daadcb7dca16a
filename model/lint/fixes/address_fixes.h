#pragma once

#include "model/lint/context.h"

#include "model/edit/change_set.h"

namespace lintel::model::lint::fixes {

/// Gives the subnet the next free aligned block of its size in its VPC. Empty when there is no room.
edit::ChangeSet moveSubnetRange(const Context& context, const BlockId& subnet);

/// The ranges of the VPC's subnets, without one of them.
std::vector<analysis::Cidr> takenRanges(const Context& context, const BlockId& vpc, const BlockId& except = {});

}  // namespace lintel::model::lint::fixes
