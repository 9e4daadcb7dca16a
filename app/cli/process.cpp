#include "app/cli/process.h"

#include <cstdio>
#include <filesystem>

namespace lintel::app::cli {

std::string shellQuoted(const std::string& word)
{
    std::string quoted = "'";
    for (const char c : word) {
        if (c == '\'')
            quoted += "'\\''";
        else
            quoted += c;
    }
    return quoted + "'";
}

std::optional<std::string> outputOf(const std::vector<std::string>& command)
{
    std::string line;
    for (const std::string& word : command) line += shellQuoted(word) + " ";
    std::FILE* pipe = ::popen((line + "2>/dev/null").c_str(), "r");
    if (!pipe) return std::nullopt;
    std::string output;
    char buffer[4096];
    for (std::size_t count = 0; (count = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) output.append(buffer, count);
    if (::pclose(pipe) != 0) return std::nullopt;
    return output;
}

std::string ownPath()
{
    std::error_code problem;
    const auto path = std::filesystem::read_symlink("/proc/self/exe", problem);
    return problem ? std::string("lintel") : path.string();
}

}  // namespace lintel::app::cli
