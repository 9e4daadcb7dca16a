#include "model/document/value.h"

#include <charconv>

namespace lintel::model {

namespace {

const Value kNull;
const std::string kNoText;
const Value::List kNoList;
const Value::Map kNoMap;

std::string numberText(double number)
{
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
    return {buffer, end};
}

}  // namespace

Value::Value() = default;
Value::Value(bool value) : m_data(value) {}
Value::Value(int value) : m_data(static_cast<std::int64_t>(value)) {}
Value::Value(std::int64_t value) : m_data(value) {}
Value::Value(double value) : m_data(value) {}
Value::Value(const char* value) : m_data(std::string(value)) {}
Value::Value(std::string value) : m_data(std::move(value)) {}
Value::Value(List value) : m_data(std::move(value)) {}
Value::Value(Map value) : m_data(std::move(value)) {}

bool Value::isNull() const { return std::holds_alternative<std::monostate>(m_data); }
bool Value::isBool() const { return std::holds_alternative<bool>(m_data); }
bool Value::isInteger() const { return std::holds_alternative<std::int64_t>(m_data); }
bool Value::isNumber() const { return isInteger() || std::holds_alternative<double>(m_data); }
bool Value::isString() const { return std::holds_alternative<std::string>(m_data); }
bool Value::isList() const { return std::holds_alternative<List>(m_data); }
bool Value::isMap() const { return std::holds_alternative<Map>(m_data); }

bool Value::toBool(bool fallback) const
{
    const auto* value = std::get_if<bool>(&m_data);
    return value ? *value : fallback;
}

std::int64_t Value::toInteger(std::int64_t fallback) const
{
    const auto* value = std::get_if<std::int64_t>(&m_data);
    return value ? *value : fallback;
}

double Value::toNumber(double fallback) const
{
    if (const auto* value = std::get_if<double>(&m_data)) return *value;
    return isInteger() ? static_cast<double>(toInteger()) : fallback;
}

const std::string& Value::toString() const
{
    const auto* value = std::get_if<std::string>(&m_data);
    return value ? *value : kNoText;
}

const Value::List& Value::toList() const
{
    const auto* value = std::get_if<List>(&m_data);
    return value ? *value : kNoList;
}

const Value::Map& Value::toMap() const
{
    const auto* value = std::get_if<Map>(&m_data);
    return value ? *value : kNoMap;
}

std::string Value::scalarText() const
{
    if (isBool()) return toBool() ? "true" : "false";
    if (isInteger()) return std::to_string(toInteger());
    if (isNumber()) return numberText(toNumber());
    return toString();
}

const Value& Value::operator[](std::string_view key) const
{
    for (const ValueEntry& entry : toMap())
        if (entry.key == key) return entry.value;
    return kNull;
}

bool operator==(const Value& a, const Value& b) { return a.m_data == b.m_data; }

const Value& propertyOf(const Properties& properties, std::string_view key)
{
    const auto found = properties.find(key);
    return found == properties.end() ? kNull : found->second;
}

}  // namespace lintel::model
