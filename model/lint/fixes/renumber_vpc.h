#pragma once

#include "model/edit/transaction.h"
#include "model/lint/context.h"

namespace lintel::model::lint::fixes {

/// Moves the VPC to `to`, a range as large as its only one, and with it everything drawn that has addresses inside: its
/// subnets and fixed addresses, and the rows of every rule and route table that name them. Positions inside stay.
void renumberVpc(const Context& context, const BlockId& vpc, const analysis::Cidr& to, edit::Transaction& transaction);

/// A private range as large as `like` that overlaps nothing of `taken`: in 10.0.0.0/8, else 172.16.0.0/12, else
/// 192.168.0.0/16.
std::optional<analysis::Cidr> freePrivateRange(const analysis::Cidr& like, const std::vector<analysis::Cidr>& taken);

}  // namespace lintel::model::lint::fixes
