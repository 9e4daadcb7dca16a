#include "model/io/property_values.h"

namespace lintel::model::io::detail {

namespace {

using catalogue::Property;
using catalogue::PropertyType;

Error wrong(const char* id, const YamlNode& node, const std::string& file, std::vector<MessageArgument> arguments)
{
    return makeError(id, std::move(arguments), {file, node.line, node.column});
}

Result<Value> readEnum(const YamlNode& node, const Property& property, const std::string& file)
{
    std::string allowed;
    for (const catalogue::EnumValue& value : property.values) {
        if (node.isScalar() && value.value == node.text) return Value(node.text);
        allowed += (allowed.empty() ? "" : ", ") + value.value;
    }
    return wrong("io.not-one-of", node, file, {{"key", property.key}, {"allowed", allowed}, {"value", node.text}});
}

Result<Value> readTexts(const YamlNode& node, const Property& property, const std::string& file)
{
    if (!node.isList()) return wrong("io.not-a-list", node, file, {{"key", property.key}});
    Value::List list;
    for (const YamlNode& item : node.items) {
        if (!item.isScalar()) return wrong("io.not-text", item, file, {{"key", property.key}});
        list.emplace_back(item.text);
    }
    return Value(std::move(list));
}

Result<Value> readRow(const YamlNode& node, const Property& table, const std::string& file)
{
    if (!node.isMap()) return wrong("io.not-a-row", node, file, {{"key", table.key}});
    Value::Map row;
    for (const YamlEntry& cell : node.entries) {
        const Property* column = nullptr;
        for (const Property& candidate : table.columns)
            if (candidate.key == cell.key.text) column = &candidate;
        Result<Value> value = column ? readProperty(cell.value, *column, file) : toValue(cell.value);
        if (!value) return value;
        row.push_back({cell.key.text, *std::move(value)});
    }
    return Value(std::move(row));
}

Result<Value> readTable(const YamlNode& node, const Property& property, const std::string& file)
{
    if (!node.isList()) return wrong("io.not-a-list", node, file, {{"key", property.key}});
    Value::List rows;
    for (const YamlNode& item : node.items) {
        Result<Value> row = readRow(item, property, file);
        if (!row) return row;
        rows.push_back(*std::move(row));
    }
    return Value(std::move(rows));
}

}  // namespace

Result<Value> readProperty(const YamlNode& node, const Property& property, const std::string& file)
{
    if (node.isNull()) return Value();
    const auto refuse = [&](const char* id) {
        return wrong(id, node, file, {{"key", property.key}, {"value", node.text}});
    };
    const Value value = toValue(node);
    switch (property.type) {
        case PropertyType::Integer: return value.isInteger() ? Result<Value>(value) : refuse("io.not-an-integer");
        case PropertyType::Number: return value.isNumber() ? Result<Value>(value) : refuse("io.not-a-number");
        case PropertyType::Boolean: return value.isBool() ? Result<Value>(value) : refuse("io.not-a-boolean");
        case PropertyType::Enum: return readEnum(node, property, file);
        case PropertyType::Ports:
            return value.isInteger() || node.isScalar() ? Result<Value>(value.isInteger() ? value : Value(node.text))
                                                        : refuse("io.not-text");
        case PropertyType::References:
        case PropertyType::Strings: return readTexts(node, property, file);
        case PropertyType::Table: return readTable(node, property, file);
        case PropertyType::String:
        case PropertyType::Text:
        case PropertyType::Cidr:
        case PropertyType::Reference: break;
    }
    return node.isScalar() ? Result<Value>(Value(node.text)) : refuse("io.not-text");
}

}  // namespace lintel::model::io::detail
