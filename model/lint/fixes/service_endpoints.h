#pragma once

#include "model/edit/transaction.h"
#include "model/lint/context.h"

#include <set>
#include <string>
#include <vector>

namespace lintel::model::lint::fixes {

/// Gives the subnets (of one VPC) private ways to AWS services: gateway endpoints on their route tables for S3 and
/// DynamoDB, interface endpoints in one of them per zone for the others, guarded by a new security group that takes
/// HTTPS from the subnets.
void addServiceEndpoints(const Context& context, const std::vector<BlockId>& subnets,
                         const std::set<std::string>& services, edit::Transaction& transaction);

}  // namespace lintel::model::lint::fixes
