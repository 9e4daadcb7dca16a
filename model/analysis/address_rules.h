#pragma once

#include "model/analysis/cidr.h"

namespace lintel::model::analysis {

/// Why AWS refuses a range for a VPC or subnet, or why one regrets it. In the order in which they are looked for.
enum class RangeFault {
    None,
    TooLarge,     ///< larger than /16
    TooSmall,     ///< smaller than /28
    LinkLocal,    ///< inside 169.254.0.0/16
    HostBits,     ///< 10.0.0.5/24: the network is 10.0.0.0/24
    ServiceRange  ///< inside 172.17.0.0/16, which Docker, Cloud9 and SageMaker use themselves; AWS allows it
};

RangeFault faultOf(const Cidr& range);

/// May a VPC whose first range is `primary` get `secondary` as well? AWS's table of association restrictions: no mix
/// of RFC 1918 blocks, 198.19.0.0/16 only beside itself, 172.31.0.0/16 and 10.0.0.0/16 with reservations.
bool mayJoin(const Cidr& primary, const Cidr& secondary);

/// The first four addresses of a subnet and the last one belong to AWS.
bool isReserved(const Cidr& subnet, std::uint32_t address);

/// The lowest address of the subnet that AWS leaves to its owner and that is not taken.
std::optional<std::uint32_t> nextFreeAddress(const Cidr& subnet, const std::vector<std::uint32_t>& taken);

/// 10.0.0.4 as text.
std::string addressText(std::uint32_t address);

}  // namespace lintel::model::analysis
