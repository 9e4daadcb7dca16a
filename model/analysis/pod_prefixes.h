#pragma once

#include "model/analysis/pod_limits.h"

namespace lintel::model::analysis {

/// The type when the VPC CNI hands out prefixes (ENABLE_PREFIX_DELEGATION): each place for an address holds a /28 of
/// 16, and Amazon's calculator of the most pods stops at 110, or at 250 from 32 vCPUs on. What is not built on Nitro
/// has no prefixes and keeps its limit. Null for a type that the published table does not know.
const PodLimit* podLimitWithPrefixes(std::string_view instanceType);

/// IPv4 addresses that a node takes while it runs so many pods out of prefixes: whole ones, and one to spare
/// (WARM_PREFIX_TARGET=1, the default), besides the interfaces' own.
std::int64_t addressesWithPrefixes(std::string_view instanceType, std::int64_t ownPods);

}  // namespace lintel::model::analysis
