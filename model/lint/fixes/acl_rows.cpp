#include "model/lint/fixes/acl_rows.h"

#include <algorithm>

namespace lintel::model::lint::fixes {

namespace {

/// AWS's own habit: rules a hundred apart, so that others fit between.
constexpr std::int64_t kFirstRule = 100;

std::int64_t lowestNumber(const Value::List& rows)
{
    std::int64_t lowest = kFirstRule + 1;
    for (const Value& row : rows) lowest = std::min(lowest, row["rule"].toInteger());
    return lowest;
}

}  // namespace

bool allowInAcl(const BlockId& acl, analysis::Direction direction, std::string_view protocol, const std::string& ports,
                const std::vector<std::string>& ranges, edit::Transaction& transaction)
{
    const bool isIn = direction == analysis::Direction::Inbound;
    const char* key = isIn ? "inbound" : "outbound";
    Value::List rows = transaction.block(acl)->property(key).toList();
    std::int64_t number = lowestNumber(rows) - static_cast<std::int64_t>(ranges.size());
    if (number < 1) return false;
    Value::List all;
    for (const std::string& range : ranges) {
        Value::Map row{
            {"rule", Value(number++)}, {"action", Value("allow")}, {"protocol", Value(std::string(protocol))}};
        if (!ports.empty() && ports != "all") row.push_back({"ports", Value(ports)});
        row.push_back({isIn ? "source" : "destination", Value(range)});
        all.emplace_back(std::move(row));
    }
    all.insert(all.end(), rows.begin(), rows.end());
    transaction.setProperty(acl, key, Value(std::move(all)));
    return true;
}

}  // namespace lintel::model::lint::fixes
