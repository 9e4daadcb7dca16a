#include "model/analysis/price_table.h"

#include "model/analysis/published_data.h"

#include <algorithm>
#include <optional>
#include <set>

namespace lintel::model::analysis {

namespace {

std::string keyOf(std::string_view item, std::string_view region)
{
    return std::string(region) + ' ' + std::string(item);
}

/// `0.045` in millionths of a dollar; nothing for what is no plain decimal number.
std::optional<Money> moneyIn(std::string_view text)
{
    Money money;
    std::int64_t scale = 0;  // of the digit that comes next; 0 before the point
    for (const char c : text) {
        if (c == '.' && scale == 0) {
            scale = 100'000;
            continue;
        }
        if (c < '0' || c > '9') return std::nullopt;
        const std::int64_t digit = c - '0';
        if (scale == 0) {
            money.microDollars = money.microDollars * 10 + digit * 1'000'000;
        } else {
            money.microDollars += digit * scale;
            scale = std::max<std::int64_t>(1, scale / 10);
        }
    }
    return money;
}

std::optional<PriceUnit> unitIn(std::string_view text)
{
    if (text == "hour") return PriceUnit::Hour;
    if (text == "month") return PriceUnit::Month;
    if (text == "gb-month") return PriceUnit::GigabyteMonth;
    return std::nullopt;
}

}  // namespace

PriceTable::PriceTable(std::string_view file)
{
    std::set<std::string> regions;
    for (const auto& line : dataLines(file)) {
        if (line.size() != 6) continue;
        const auto each = moneyIn(line[2]);
        const auto unit = unitIn(line[3]);
        if (!each || !unit) continue;
        m_prices[keyOf(line[0], line[1])] = {std::string(line[0]), std::string(line[1]), *each, *unit,
                                             std::string(line[4]), std::string(line[5])};
        if (line[1] != "*") regions.insert(std::string(line[1]));
    }
    m_regions.assign(regions.begin(), regions.end());
}

const PriceTable& PriceTable::published()
{
    static const PriceTable kTable(pricesFile());
    return kTable;
}

const Price* PriceTable::find(std::string_view item, std::string_view region) const
{
    auto found = m_prices.find(keyOf(item, region));
    if (found == m_prices.end()) found = m_prices.find(keyOf(item, "*"));
    return found == m_prices.end() ? nullptr : &found->second;
}

std::string PriceTable::date() const
{
    std::string newest;
    for (const auto& [key, price] : m_prices) newest = std::max(newest, price.date);
    return newest;
}

}  // namespace lintel::model::analysis
