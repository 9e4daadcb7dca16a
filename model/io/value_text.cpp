#include "model/io/value_text.h"

#include "model/io/yaml_text.h"

namespace lintel::model::io {

std::string valueText(const Value& value) { return value.isNull() ? "-" : detail::flowText(value); }

}  // namespace lintel::model::io
