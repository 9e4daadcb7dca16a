#pragma once

#include "model/base/result.h"
#include "model/document/value.h"

#include <string_view>

namespace lintel::model::io::detail {

struct YamlEntry;

/// One node of a YAML text, with its place: what both the reader (error locations) and the writer (which bytes
/// a record occupies) need. Aliases are expanded.
struct YamlNode {
    enum class Type { Null, Scalar, List, Map };

    Type type = Type::Null;
    std::string text;        ///< of a scalar
    bool quoted = false;     ///< a scalar that is text whatever it looks like
    bool flow = false;       ///< written as [..] or {..}
    bool alias = false;      ///< what it holds is written elsewhere
    std::size_t offset = 0;  ///< of its first byte
    int line = 0;            ///< from 1
    int column = 0;          ///< from 1, in characters
    std::vector<YamlNode> items;
    std::vector<YamlEntry> entries;

    bool isNull() const { return type == Type::Null; }
    bool isScalar() const { return type == Type::Scalar; }
    bool isList() const { return type == Type::List; }
    bool isMap() const { return type == Type::Map; }
    const YamlEntry* find(std::string_view key) const;
};

struct YamlEntry {
    YamlNode key;
    YamlNode value;
};

/// The only document of a text, whose top level is a map. Errors: not YAML, duplicate keys, nesting deeper than
/// 64, aliases that expand to too much, more than one document.
Result<YamlNode> parseYaml(std::string_view text, const std::string& file);

/// Plain scalars get the type of YAML's core schema; quoted ones stay text. Numbers with leading zeros are
/// text: they are identifiers.
Value toValue(const YamlNode& node);

/// True when the text, written plain, would read as something else than text (also in older YAML versions).
bool looksTyped(std::string_view text);

}  // namespace lintel::model::io::detail
