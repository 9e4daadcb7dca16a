#pragma once

#include "model/catalogue/catalogue.h"

#include <map>
#include <string>
#include <vector>

namespace lintel::exporters::terraform {

/// Blocks that are alike but for the zone they are in, and so become one resource with `for_each` over the zones.
/// Interface endpoints go together by service in the same way.
struct ZoneGroup {
    std::string name;                               ///< the Terraform name they share
    std::map<std::string, model::BlockId> members;  ///< by the letter of the zone, or the service
};

/// The groups of a design: subnets with one route table, or with one each that differ only by zone; NAT gateways,
/// their addresses and route tables that go with such subnets; endpoints in the same subnets and groups. Whatever
/// differs in more than that is in no group. `names` are the Terraform names of all blocks; none of them is used twice
/// for a type.
std::vector<ZoneGroup> zoneGroups(const model::Document& document, const model::catalogue::Catalogue& catalogue,
                                  const std::map<model::BlockId, std::string>& names);

}  // namespace lintel::exporters::terraform
