#pragma once

#include "exporters/terraform/configuration.h"

#include <optional>

namespace lintel::exporters::terraform::network {

/// The VPC is drawn with a range of IPv6: AWS gives it one of its own.
bool hasIpv6(const Design& design, const model::Block& vpc);

/// The subnet's place in the range that AWS gives the VPC; nothing when it is drawn elsewhere, or with none.
std::optional<hcl::Expression> ipv6SubnetRange(const Design& design, const model::Block& subnet,
                                               const model::Block& vpc);

/// A range of IPv6 in a rule or route: by the VPC or subnet that it is drawn as, else as it stands.
hcl::Expression ipv6Range(const Design& design, const std::string& text);

}  // namespace lintel::exporters::terraform::network
