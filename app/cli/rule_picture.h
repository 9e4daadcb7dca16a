#pragma once

#include "app/cli/context.h"
#include "app/cli/rule_story.h"

#include <string>

namespace lintel::app::cli {

/// The picture of a rule's story as the bytes of a PNG, or of an SVG when the file is called `*.svg`. The theme is
/// light, dark, or auto: an SVG that follows its reader.
model::Result<std::string> rulePicture(const Context& context, const RuleStory& story, const std::string& file,
                                       const std::string& theme);

}  // namespace lintel::app::cli
