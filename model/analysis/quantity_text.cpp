#include "model/analysis/quantity_text.h"

#include <cmath>

namespace lintel::model::analysis {

std::string quantityText(double quantity)
{
    const auto thousandths = std::llround(quantity * 1000);
    std::string text = std::to_string(thousandths / 1000);
    if (thousandths % 1000 == 0) return text;
    std::string part = std::to_string(1000 + thousandths % 1000).substr(1);
    part.erase(part.find_last_not_of('0') + 1);
    return text + "." + part;
}

}  // namespace lintel::model::analysis
