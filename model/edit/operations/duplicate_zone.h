#pragma once

#include "model/catalogue/catalogue.h"
#include "model/edit/change_set.h"

namespace lintel::model::edit {

/// A second zone or subnet like an existing one, with all it holds, ready to use: it gets the next free zone letter,
/// its subnets the next free address ranges of their VPC, what was connected across its border is connected to the copy
/// as well, and what is spread over the original's subnets (a load balancer, a subnet group) is spread over the copy's
/// too. It stands after the last of its neighbours. Fails when the VPC has no room for its ranges.
Result<ChangeSet> duplicateZone(const Document& document, const catalogue::Catalogue& catalogue, const BlockId& zone);

/// True for what duplicateZone() is for: a zone or a subnet.
bool isZoneLike(const Document& document, const catalogue::Catalogue& catalogue, const BlockId& block);

}  // namespace lintel::model::edit
