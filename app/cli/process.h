#pragma once

#include <optional>
#include <string>
#include <vector>

namespace lintel::app::cli {

/// One word of a shell command, whatever it holds.
std::string shellQuoted(const std::string& word);

/// Runs a program without a shell's surprises and returns what it printed; nothing when it fails or does not exist.
/// What it says on standard error is dropped.
std::optional<std::string> outputOf(const std::vector<std::string>& command);

/// The path of this program.
std::string ownPath();

}  // namespace lintel::app::cli
