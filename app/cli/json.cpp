#include "app/cli/json.h"

namespace lintel::app::cli {

Json toJson(const model::Value& value)
{
    if (value.isBool()) return value.toBool();
    if (value.isInteger()) return value.toInteger();
    if (value.isNumber()) return value.toNumber();
    if (value.isString()) return value.toString();
    if (value.isList()) {
        Json list = Json::array();
        for (const model::Value& entry : value.toList()) list.push_back(toJson(entry));
        return list;
    }
    if (value.isMap()) {
        Json map = Json::object();
        for (const model::ValueEntry& entry : value.toMap()) map[entry.key] = toJson(entry.value);
        return map;
    }
    return nullptr;
}

Json toJson(const model::Properties& properties)
{
    Json map = Json::object();
    for (const auto& [key, value] : properties) map[key] = toJson(value);
    return map;
}

Json toJson(const model::catalogue::Translated& translated)
{
    return Json{{"en", translated.en}, {"ko", translated.ko}};
}

void print(std::ostream& out, const Json& json)
{
    out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace lintel::app::cli
