#pragma once

#include "model/document/value.h"

#include <string>
#include <string_view>

namespace lintel::model::io::detail {

inline constexpr std::size_t kMaxLine = 110;

/// Values as YAML text. Strings are quoted exactly when they would read as something else.
std::string quotedWhenNeeded(std::string_view text, bool inFlow);
/// One line: `{a: 1, b: [x, y]}`.
std::string flowText(const Value& value);
std::string flowEntry(const std::string& key, const Value& value);

/// What stands after `key: ` when it fits a line of a block-style map.
std::string inlineText(const Value& value);

/// `key: value` and its line breaks at an indentation, the way a block-style map holds it.
std::string blockEntry(const std::string& key, const Value& value, int indent);

/// A record of a section: one line where that is short, else one field a line. `flow` forces one line.
std::string recordText(const std::string& id, const Value::Map& fields, int indent, bool flow = false);

}  // namespace lintel::model::io::detail
