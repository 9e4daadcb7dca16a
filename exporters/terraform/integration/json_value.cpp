#include "exporters/terraform/integration/json_value.h"

#include <nlohmann/json.hpp>

namespace lintel::exporters::terraform::integration {

using hcl::Expression;
using Json = nlohmann::ordered_json;

namespace {

constexpr int kDeepest = 32;

Expression expressionOf(const Json& json, int depth)
{
    if (depth > kDeepest || json.is_null()) return Expression::raw("null");
    if (json.is_boolean()) return Expression::boolean(json.get<bool>());
    if (json.is_number_integer()) return Expression::number(json.get<std::int64_t>());
    if (json.is_number()) return Expression::raw(json.dump());
    if (json.is_string()) return Expression::text(json.get_ref<const std::string&>());
    if (json.is_array()) {
        std::vector<Expression> items;
        for (const Json& item : json) items.push_back(expressionOf(item, depth + 1));
        return Expression::list(std::move(items));
    }
    std::vector<Expression::Entry> entries;
    for (const auto& [key, value] : json.items()) entries.emplace_back(key, expressionOf(value, depth + 1));
    return Expression::object(std::move(entries));
}

}  // namespace

std::optional<Expression> expressionFromJson(std::string_view text)
{
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object() || json.empty()) return std::nullopt;
    return expressionOf(json, 0);
}

}  // namespace lintel::exporters::terraform::integration
