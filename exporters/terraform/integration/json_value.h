#pragma once

#include "exporters/terraform/hcl/expression.h"

#include <optional>
#include <string_view>

namespace lintel::exporters::terraform::integration {

/// A JSON object as an HCL object, so that a reviewer reads HCL; without a value when the text is no JSON object.
std::optional<hcl::Expression> expressionFromJson(std::string_view text);

}  // namespace lintel::exporters::terraform::integration
