#pragma once

#include "model/catalogue/catalogue.h"

#include <string>
#include <string_view>

namespace lintel::model::catalogue {

/// The compact form that the build puts into the binary: parsing a hundred YAML files at every start would
/// cost more than everything else `lintel check` does. Only for bytes made by encode() of the same build.
std::string encode(const Catalogue& catalogue);
Catalogue decode(std::string_view bytes);

}  // namespace lintel::model::catalogue
