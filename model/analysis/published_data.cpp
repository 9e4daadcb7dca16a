#include "model/analysis/published_data.h"

#include <algorithm>
#include <string>

// The bytes between each pair of labels; see published_data.S.in.
extern "C" {
extern const char lintel_pod_limits_begin[];
extern const char lintel_pod_limits_end[];
extern const char lintel_prices_begin[];
extern const char lintel_prices_end[];
}

namespace lintel::model::analysis {

namespace {

std::string_view between(const char* begin, const char* end) { return {begin, static_cast<std::size_t>(end - begin)}; }

/// Takes the first line off.
std::string_view nextLine(std::string_view& rest)
{
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return line;
}

std::vector<std::string_view> wordsOf(std::string_view line)
{
    std::vector<std::string_view> words;
    for (std::size_t at = 0; (at = line.find_first_not_of(" \t\r", at)) != std::string_view::npos;) {
        const std::size_t end = std::min(line.find_first_of(" \t\r", at), line.size());
        words.push_back(line.substr(at, end - at));
        at = end;
    }
    return words;
}

}  // namespace

std::string_view podLimitsFile() { return between(lintel_pod_limits_begin, lintel_pod_limits_end); }
std::string_view pricesFile() { return between(lintel_prices_begin, lintel_prices_end); }

std::vector<std::vector<std::string_view>> dataLines(std::string_view file)
{
    std::vector<std::vector<std::string_view>> lines;
    while (!file.empty()) {
        const std::string_view line = nextLine(file);
        if (line.empty() || line.front() == '#') continue;
        if (std::vector<std::string_view> words = wordsOf(line); !words.empty()) lines.push_back(std::move(words));
    }
    return lines;
}

std::string_view headerOf(std::string_view file, std::string_view key)
{
    const std::string start = "# " + std::string(key) + ": ";
    while (!file.empty())
        if (const std::string_view line = nextLine(file); line.starts_with(start)) return line.substr(start.size());
    return {};
}

}  // namespace lintel::model::analysis
