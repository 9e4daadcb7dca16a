#pragma once

#include "model/catalogue/catalogue.h"
#include "model/document/document.h"

#include <random>

namespace lintel::test {

/// One property of one block changed to something that its type allows: another range, another security group, a
/// switch turned, a row of a table gone. What rules look at, in short. The same numbers give the same design.
model::Document withRandomSetting(const model::Document& document, std::mt19937& random,
                                  const model::catalogue::Catalogue& catalogue);

}  // namespace lintel::test
