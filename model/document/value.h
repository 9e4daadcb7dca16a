#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lintel::model {

struct ValueEntry;

/// A property's value: what a scalar, a list or a small map in the file holds. Value semantics,
/// deep equality. A number and the text of the same number are different values.
class Value {
public:
    using List = std::vector<Value>;
    /// In the order of the file.
    using Map = std::vector<ValueEntry>;

    Value();
    Value(bool value);
    Value(int value);
    Value(std::int64_t value);
    Value(double value);
    Value(const char* value);
    Value(std::string value);
    Value(List value);
    Value(Map value);

    bool isNull() const;
    bool isBool() const;
    bool isInteger() const;
    bool isNumber() const;  ///< integer or fractional
    bool isString() const;
    bool isList() const;
    bool isMap() const;

    /// Each accessor returns its fallback when the value is of another type; user data never asserts.
    bool toBool(bool fallback = false) const;
    std::int64_t toInteger(std::int64_t fallback = 0) const;
    double toNumber(double fallback = 0) const;
    const std::string& toString() const;  ///< empty when not a string
    const List& toList() const;
    const Map& toMap() const;

    /// Scalars as the text a person would write (`true`, `8080`, `10.0.0.0/16`); empty for lists and maps.
    std::string scalarText() const;

    /// The entry of a map, or null when there is none.
    const Value& operator[](std::string_view key) const;

    friend bool operator==(const Value& a, const Value& b);

private:
    std::variant<std::monostate, bool, std::int64_t, double, std::string, List, Map> m_data;
};

struct ValueEntry {
    std::string key;
    Value value;

    friend bool operator==(const ValueEntry& a, const ValueEntry& b) { return a.key == b.key && a.value == b.value; }
};

/// Properties of a record by key. Sorted, so that equal sets compare and print alike.
using Properties = std::map<std::string, Value, std::less<>>;

/// The value of `key`, or null when absent.
const Value& propertyOf(const Properties& properties, std::string_view key);

}  // namespace lintel::model
