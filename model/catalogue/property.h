#pragma once

#include "model/document/ids.h"
#include "model/document/value.h"

#include <string>
#include <vector>

namespace lintel::model::catalogue {

/// The same text in the languages of the product.
struct Translated {
    std::string en;
    std::string ko;

    bool operator==(const Translated&) const = default;
    const std::string& in(std::string_view language) const { return language == "ko" && !ko.empty() ? ko : en; }
};

enum class PropertyType {
    String,
    Text,
    Integer,
    Number,
    Boolean,
    Enum,
    Cidr,
    Ports,
    Reference,
    References,
    Strings,
    Table
};

struct EnumValue {
    std::string value;
    Translated title;

    bool operator==(const EnumValue&) const = default;
};

/// One property a kind has, or one column of a table property.
struct Property {
    std::string key;
    PropertyType type = PropertyType::String;
    Translated title;
    Translated help;
    std::string group;              ///< general, network, availability, security, application, delivery, data, cost
    Value defaultValue;             ///< what AWS does when it is not set; null = unknown
    std::vector<EnumValue> values;  ///< Enum
    std::vector<KindId> kinds;      ///< Reference, References: what may be named; empty = any
    std::vector<Property> columns;  ///< Table

    bool operator==(const Property&) const = default;
};

}  // namespace lintel::model::catalogue
