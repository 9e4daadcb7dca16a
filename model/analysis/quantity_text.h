#pragma once

#include <string>

namespace lintel::model::analysis {

/// `2`, `0.5`: to a thousandth, without zeros that say nothing.
std::string quantityText(double quantity);

}  // namespace lintel::model::analysis
