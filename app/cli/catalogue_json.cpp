#include "app/cli/catalogue_json.h"

namespace lintel::app::cli {

namespace {

using namespace model::catalogue;

const char* nameOf(PropertyType type)
{
    switch (type) {
        case PropertyType::String: return "string";
        case PropertyType::Text: return "text";
        case PropertyType::Integer: return "integer";
        case PropertyType::Number: return "number";
        case PropertyType::Boolean: return "boolean";
        case PropertyType::Enum: return "enum";
        case PropertyType::Cidr: return "cidr";
        case PropertyType::Ports: return "ports";
        case PropertyType::Reference: return "reference";
        case PropertyType::References: return "references";
        case PropertyType::Strings: return "strings";
        case PropertyType::Table: return "table";
    }
    return "";
}

const char* nameOf(Shape shape)
{
    switch (shape) {
        case Shape::Container: return "container";
        case Shape::Node: return "node";
        case Shape::Border: return "border";
        case Shape::Group: return "group";
    }
    return "";
}

Json propertyToJson(const Property& property)
{
    Json json{{"key", property.key}, {"type", nameOf(property.type)}, {"title", toJson(property.title)}};
    if (!property.help.en.empty()) json["help"] = toJson(property.help);
    if (!property.group.empty()) json["group"] = property.group;
    if (!property.defaultValue.isNull()) json["default"] = toJson(property.defaultValue);
    for (const EnumValue& value : property.values)
        json["values"].push_back({{"value", value.value}, {"title", toJson(value.title)}});
    for (const model::KindId& kind : property.kinds) json["kinds"].push_back(kind.text());
    for (const Property& column : property.columns) json["columns"].push_back(propertyToJson(column));
    return json;
}

Json kindToJson(const Kind& kind)
{
    Json json{{"kind", kind.id.text()},      {"category", kind.category},
              {"title", toJson(kind.title)}, {"summary", toJson(kind.summary)},
              {"keywords", kind.keywords},   {"shape", nameOf(kind.shape)},
              {"in", kind.parents},          {"facts", toJson(kind.facts)},
              {"properties", Json::array()}, {"new", toJson(kind.initial)}};
    for (const Property& property : kind.properties) json["properties"].push_back(propertyToJson(property));
    for (const NextKind& next : kind.next) {
        Json entry{{"kind", next.kind.text()}};
        if (!next.port.empty()) entry["port"] = next.port;
        json["next"].push_back(std::move(entry));
    }
    for (const Preset& preset : kind.presets)
        json["presets"].push_back(
            {{"id", preset.id}, {"title", toJson(preset.title)}, {"new", toJson(preset.properties)}});
    if (!kind.terraform.empty()) json["terraform"] = kind.terraform;
    return json;
}

}  // namespace

Json catalogueToJson(const Catalogue& catalogue)
{
    Json kinds = Json::array();
    for (const Kind& kind : catalogue.kinds()) kinds.push_back(kindToJson(kind));
    return {{"version", 1}, {"kinds", std::move(kinds)}};
}

}  // namespace lintel::app::cli
