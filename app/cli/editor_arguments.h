#pragma once

#include "app/cli/context.h"

#include <optional>
#include <string>
#include <vector>

namespace lintel::app::cli {

/// What the editor is asked to start with.
struct EditorArguments {
    std::optional<model::text::Language> language;  ///< for this run; none = as chosen in the settings
    std::string catalogueFolder;                    ///< kinds of one's own; empty = only those of the user's settings
    std::vector<std::string> files;                 ///< designs to open, in this order
};

/// Reads the arguments (without the program's name and without Qt's own). Nothing when they cannot be understood:
/// then it has been said on `streams.err`, and the program ends with kUnusable.
std::optional<EditorArguments> editorArguments(std::vector<std::string> arguments, Streams streams);

}  // namespace lintel::app::cli
