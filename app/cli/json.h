#pragma once

#include "model/catalogue/property.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace lintel::app::cli {

/// Keys come out in the order they were put in: the same input gives the same bytes.
using Json = nlohmann::ordered_json;

Json toJson(const model::Value& value);
Json toJson(const model::Properties& properties);
Json toJson(const model::catalogue::Translated& translated);

/// Indented, with a line end; bytes that are no UTF-8 become the replacement character.
void print(std::ostream& out, const Json& json);

}  // namespace lintel::app::cli
