#pragma once

#include "model/edit/transaction.h"
#include "model/lint/context.h"

#include <optional>
#include <vector>

namespace lintel::model::lint::fixes {

/// Takes a managed data store, its subnet group and what belongs to it (the instances of a cluster) out of public
/// subnets: into private ones of the same zones, and of at least two zones where it has a subnet group. Subnets that
/// exist are taken first, those of the data tier before others; missing ones are drawn, with a route table that
/// leads nowhere outside. Nothing when a zone is unknown or the VPC has no room; `transaction` is half written then.
bool moveToPrivateSubnets(const Context& context, const BlockId& store, edit::Transaction& transaction);

/// The same for an instance, which is in one subnet only.
bool moveHostToPrivateSubnet(const Context& context, const BlockId& host, edit::Transaction& transaction);

}  // namespace lintel::model::lint::fixes
