#pragma once

#include "exporters/terraform/configuration.h"

namespace lintel::exporters::terraform::data {

void mapRdsInstance(Configuration& configuration, const model::Block& block);
void mapReadReplica(Configuration& configuration, const model::Block& block);
void mapElastiCache(Configuration& configuration, const model::Block& block);
void mapElastiCacheReplica(Configuration& configuration, const model::Block& block);
void mapBucket(Configuration& configuration, const model::Block& block);

/// The subnets a store spreads over, as an expression: its own, or all of the default VPC.
hcl::Expression storeSubnets(const Design& design, const model::Block& block);
/// The word that protects stores from being deleted: a variable, because environments differ.
void needDeletionProtection(Configuration& configuration);

}  // namespace lintel::exporters::terraform::data
