#include "exporters/terraform/folder/folder_export.h"

#include <algorithm>

namespace lintel::exporters::terraform::folder {

namespace {

constexpr std::size_t kAround = 3;
/// Beyond this many cells the middle is shown as replaced as a whole.
constexpr std::size_t kMostCells = 4'000'000;

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return lines;
}

struct Step {
    char sign;
    std::string_view line;
};

/// The shortest way from one to the other, by the longest common subsequence.
std::vector<Step> stepsBetween(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b)
{
    std::vector<Step> steps;
    std::vector<std::vector<int>> common;
    if (a.size() * b.size() <= kMostCells) {
        common.assign(a.size() + 1, std::vector<int>(b.size() + 1, 0));
        for (std::size_t i = a.size(); i-- > 0;) {
            for (std::size_t j = b.size(); j-- > 0;)
                common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
        }
    }
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            steps.push_back({' ', a[i++]});
            ++j;
        } else if (i < a.size() && (j == b.size() || common.empty() || common[i + 1][j] >= common[i][j + 1])) {
            steps.push_back({'-', a[i++]});
        } else {
            steps.push_back({'+', b[j++]});
        }
    }
    return steps;
}

}  // namespace

std::string differenceOf(std::string_view before, std::string_view after)
{
    const std::vector<Step> steps = stepsBetween(linesOf(before), linesOf(after));
    std::vector<bool> shown(steps.size(), false);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].sign == ' ') continue;
        for (std::size_t k = i - std::min(i, kAround); k < std::min(steps.size(), i + kAround + 1); ++k)
            shown[k] = true;
    }
    std::string text;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (!shown[i]) continue;
        if (i > 0 && !shown[i - 1] && !text.empty()) text += "...\n";
        text += steps[i].sign + std::string(steps[i].line) + "\n";
    }
    return text;
}

}  // namespace lintel::exporters::terraform::folder
