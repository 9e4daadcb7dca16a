#pragma once

#include "model/analysis/cidr.h"
#include "model/catalogue/catalogue.h"
#include "model/document/document.h"

#include <optional>
#include <string>

/// The next free numbers for what is drawn: a subnet's addresses, a zone's letter.
namespace lintel::model::edit {

/// The VPC that the block is or lies in; empty when there is none.
BlockId vpcAround(const Document& document, const catalogue::Catalogue& catalogue, const BlockId& block);

/// The lowest free range of the VPC, as large as the subnets that are there. Nothing when the VPC has no readable range
/// or no room.
std::optional<analysis::Cidr> nextSubnetRange(const Document& document, const catalogue::Catalogue& catalogue,
                                              const BlockId& vpc);

/// Free addresses for a block that has a range of its own: for a subnet those of nextSubnetRange(), for a VPC private
/// ones that no other network of the design has. Nothing for other kinds.
std::optional<analysis::Cidr> freeRangeFor(const Document& document, const catalogue::Catalogue& catalogue,
                                           const BlockId& block);

/// The first letter that no zone of the VPC has; empty after f.
std::string nextZoneLetter(const Document& document, const catalogue::Catalogue& catalogue, const BlockId& vpc);

}  // namespace lintel::model::edit
