#pragma once

#include "model/lint/context.h"
#include "model/lint/report.h"

#include <string>

namespace lintel::model::lint::fixes {

/// The VPC's ranges as written: the first is `cidr`, the others are `secondary-cidrs`.
std::vector<std::string> rangeTextsOf(const Context& context, const BlockId& vpc);

/// Ranges that AWS takes, all at once. Automatic where every subnet keeps its place: host bits dropped, a range that
/// is too large narrowed to the /16 around its subnets. A suggestion where a new range has to be chosen. Nothing
/// where that would leave subnets outside.
void offerLegalRanges(const Context& context, const BlockId& vpc, FindingBuilder& finding);

/// The subnet's range without host bits.
void offerCanonicalRange(const Context& context, const BlockId& subnet, FindingBuilder& finding);

/// The next address of the subnet that its owner may use. A suggestion: somebody may have written the old one down.
void offerFreeAddress(const Context& context, const BlockId& block, const BlockId& subnet, FindingBuilder& finding);

}  // namespace lintel::model::lint::fixes
