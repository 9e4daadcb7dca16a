#pragma once

#include "model/edit/change_set.h"
#include "model/lint/context.h"
#include "model/lint/report.h"

namespace lintel::model::lint::fixes {

/// Gives the subnet the next free aligned block of its size in its VPC. Empty when there is no room.
edit::ChangeSet moveSubnetRange(const Context& context, const BlockId& subnet);

/// Offers moveSubnetRange() as `move-subnet-range`: automatic, unless a rule of a security group or network ACL knows
/// the subnet by its old addresses and would not know it by the new ones.
void offerMove(const Context& context, const BlockId& subnet, FindingBuilder& finding);

/// A rule of a security group or network ACL names addresses of `from`, but not all of `to`: what moves is not
/// followed.
bool isNamedByRules(const Context& context, const analysis::Cidr& from, const analysis::Cidr& to);

/// The ranges of the VPC's subnets, without one of them.
std::vector<analysis::Cidr> takenRanges(const Context& context, const BlockId& vpc, const BlockId& except = {});

}  // namespace lintel::model::lint::fixes
