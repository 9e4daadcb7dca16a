#pragma once

#include <cmath>
#include <compare>
#include <cstdint>
#include <string>

namespace lintel::model::analysis {

/// US dollars, counted in millionths so that sums are the same everywhere.
struct Money {
    std::int64_t microDollars = 0;

    auto operator<=>(const Money&) const = default;
    Money operator+(const Money& other) const { return {microDollars + other.microDollars}; }
    Money operator-() const { return {-microDollars}; }
    Money& operator+=(const Money& other) { return *this = *this + other; }
    /// So many of it, rounded to a millionth of a dollar.
    Money times(double quantity) const { return {std::llround(static_cast<double>(microDollars) * quantity)}; }

    double dollars() const { return static_cast<double>(microDollars) / 1e6; }
    /// `43.07`: rounded to cents, without a currency; `-3.65`.
    std::string text() const;
};

}  // namespace lintel::model::analysis
