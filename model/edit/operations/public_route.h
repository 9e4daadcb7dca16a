#pragma once

#include "model/catalogue/catalogue.h"
#include "model/edit/transaction.h"

namespace lintel::model::edit {

/// Gives a subnet of the transaction's draft the way to the internet that its VPC has: the route table with a route to
/// the internet gateway, or a new one. Does nothing in a VPC without a gateway: that is for lint to say.
void givePublicRoute(Transaction& transaction, const catalogue::Catalogue& catalogue, const BlockId& subnet);

}  // namespace lintel::model::edit
