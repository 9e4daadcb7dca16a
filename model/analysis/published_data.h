#pragma once

#include <string_view>
#include <vector>

/// The files of resources/data as the build found them.
namespace lintel::model::analysis {

std::string_view podLimitsFile();
std::string_view pricesFile();

/// The words of every line that is no comment and not empty.
std::vector<std::vector<std::string_view>> dataLines(std::string_view file);
/// What a comment `# key: value` says; empty when none does.
std::string_view headerOf(std::string_view file, std::string_view key);

}  // namespace lintel::model::analysis
