#pragma once

#include "model/base/result.h"
#include "model/catalogue/catalogue.h"
#include "model/io/yaml_tree.h"

namespace lintel::model::io::detail {

/// The value of a property as its catalogue type reads it: what is text by type stays text however it is
/// written (`engine-version: 8.0`). An error at the node when the type does not fit (`replicas: many`).
Result<Value> readProperty(const YamlNode& node, const catalogue::Property& property, const std::string& file);

}  // namespace lintel::model::io::detail
