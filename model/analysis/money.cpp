#include "model/analysis/money.h"

#include <cstdlib>

namespace lintel::model::analysis {

std::string Money::text() const
{
    const std::int64_t cents = (std::abs(microDollars) + 5'000) / 10'000;
    const std::string part = std::to_string(cents % 100);
    return (microDollars < 0 && cents > 0 ? "-" : "") + std::to_string(cents / 100) + (part.size() < 2 ? ".0" : ".") +
           part;
}

}  // namespace lintel::model::analysis
