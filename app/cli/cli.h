#pragma once

#include "app/cli/context.h"

#include <string>
#include <vector>

namespace lintel::app::cli {

/// True when the arguments (without the program's name) are for the command line: a subcommand, --help or
/// --version. Otherwise they are for the editor: nothing, or the file to open.
bool isCommandLine(const std::vector<std::string>& arguments);

/// Runs one subcommand and returns the exit code. Never throws.
int run(const std::vector<std::string>& arguments, Streams streams);

/// Says that the editor needs a display and what goes without one; returns the exit code.
int failWithoutDisplay(const std::vector<std::string>& arguments, Streams streams);

/// The built-in kinds and texts, in the language of `languageOf`.
Context contextOf(const std::vector<std::string>& arguments, Streams streams);

/// The language of messages: --lang if given, else the environment's.
model::text::Language languageOf(const std::vector<std::string>& arguments);

}  // namespace lintel::app::cli
