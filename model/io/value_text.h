#pragma once

#include "model/document/value.h"

#include <string>

namespace lintel::model::io {

/// A value as the file would show it on one line: `t3.small`, `[a, b]`, `{ports: 443}`; `-` for none.
std::string valueText(const Value& value);

}  // namespace lintel::model::io
