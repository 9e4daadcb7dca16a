#pragma once

#include "model/analysis/money.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lintel::model::analysis {

/// A month as AWS's own calculator counts it.
inline constexpr int kHoursPerMonth = 730;

enum class PriceUnit { Hour, Month, GigabyteMonth };

/// What one thing costs on demand in one region.
struct Price {
    std::string item;    ///< `nat-gateway`, `ec2/t3.medium`, `rds/mysql/db.t3.large`
    std::string region;  ///< `*`: every region
    Money each;
    PriceUnit unit = PriceUnit::Hour;
    std::string date;    ///< of the source, as 2026-07-20
    std::string source;  ///< a name that the head of resources/data/prices.txt explains

    /// One of it for a month; a gigabyte, where it is priced by size.
    Money perMonth() const { return unit == PriceUnit::Hour ? each.times(kHoursPerMonth) : each; }
};

/// Prices that others published. What is not in it is not known, and nothing is guessed from other regions.
class PriceTable {
public:
    /// The table that the program was built with.
    static const PriceTable& published();
    /// Reads lines of item, region, price, unit, date and source; lines that say anything else are left out.
    explicit PriceTable(std::string_view file);

    /// Null when no source says it.
    const Price* find(std::string_view item, std::string_view region) const;
    /// Those that have prices of their own, in order.
    const std::vector<std::string>& regions() const { return m_regions; }
    std::size_t size() const { return m_prices.size(); }
    /// The newest source.
    std::string date() const;

private:
    std::map<std::string, Price, std::less<>> m_prices;  ///< by region and item
    std::vector<std::string> m_regions;
};

}  // namespace lintel::model::analysis
