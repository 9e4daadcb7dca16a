#pragma once

#include "app/cli/context.h"

#include <CLI/CLI.hpp>

#include <string>

namespace lintel::app::cli {

/// What every run understands, the editor's as well.
struct CommonOptions {
    std::string language;  ///< "en", "ko"; empty = not said
    std::string catalogueFolder;
};

/// Adds them, with help and version in the reader's language. `options` outlives the parsing.
void addCommonOptions(CLI::App& app, const Context& context, CommonOptions& options);

/// Says in one line what was not understood and returns kUnusable.
int failUsage(const Context& context, const CLI::ParseError& problem);

}  // namespace lintel::app::cli
