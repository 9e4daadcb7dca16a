#include "exporters/markdown/regeneration.h"

#include <algorithm>
#include <vector>

namespace lintel::exporters::markdown {

namespace {

/// A stretch of a document: a marked part with its marks, or what lies between two of them (`name` empty).
struct Stretch {
    std::string_view name;
    std::string_view text;
};

constexpr std::string_view kOpening = "<!-- lintel:";
constexpr std::string_view kEnd = " -->";

std::string closing(std::string_view name) { return "<!-- /lintel:" + std::string(name) + " -->"; }

bool isPartName(std::string_view name)
{
    return !name.empty() &&
           std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

/// Marks stand at the start of a line. An opening mark without its closing one is somebody's text.
std::vector<Stretch> stretchesOf(std::string_view document)
{
    std::vector<Stretch> stretches;
    std::size_t written = 0;
    for (std::size_t at = document.find(kOpening); at != std::string_view::npos; at = document.find(kOpening, at)) {
        const std::size_t nameAt = at + kOpening.size();
        const std::size_t nameEnd = document.find(kEnd, nameAt);
        const bool isLineStart = at == 0 || document[at - 1] == '\n';
        const std::string_view name =
            nameEnd == std::string_view::npos ? "" : document.substr(nameAt, nameEnd - nameAt);
        std::size_t end = std::string_view::npos;
        if (isLineStart && isPartName(name)) end = document.find("\n" + closing(name), nameEnd);
        if (end == std::string_view::npos) {
            at = nameAt;
            continue;
        }
        end += 1 + closing(name).size();
        if (at > written) stretches.push_back({"", document.substr(written, at - written)});
        stretches.push_back({name, document.substr(at, end - at)});
        written = at = end;
    }
    if (written < document.size()) stretches.push_back({"", document.substr(written)});
    return stretches;
}

bool isPart(const Stretch& stretch) { return !stretch.name.empty(); }

const Stretch* find(const std::vector<Stretch>& stretches, std::string_view name)
{
    const auto at = std::find_if(stretches.begin(), stretches.end(), [&](const Stretch& s) { return s.name == name; });
    return at == stretches.end() ? nullptr : &*at;
}

/// The parts of `fresh` that `known` has not, and that follow `name` there without a known part between.
std::string newPartsAfter(const std::vector<Stretch>& fresh, const std::vector<Stretch>& known, std::string_view name)
{
    std::string text;
    auto at = std::find_if(fresh.begin(), fresh.end(), [&](const Stretch& s) { return s.name == name; });
    if (!name.empty() && at != fresh.end()) ++at;
    if (name.empty()) at = fresh.begin();
    for (; at != fresh.end(); ++at) {
        if (!isPart(*at)) continue;
        if (find(known, at->name)) break;
        text += (name.empty() ? "" : "\n\n") + std::string(at->text) + (name.empty() ? "\n\n" : "");
    }
    return text;
}

bool isBlank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

}  // namespace

std::string marked(std::string_view part, const std::string& text)
{
    if (text.empty()) return {};
    return std::string(kOpening) + std::string(part) + std::string(kEnd) + "\n" + text + closing(part) + "\n\n";
}

std::string regenerated(std::string_view previous, std::string_view fresh)
{
    const std::vector<Stretch> before = stretchesOf(previous);
    const std::vector<Stretch> after = stretchesOf(fresh);
    if (std::none_of(before.begin(), before.end(), isPart)) return std::string(fresh);

    std::string text = newPartsAfter(after, before, "");
    std::vector<std::string_view> done;
    bool isDropped = false;  // the part before was left out: its empty lines go with it
    for (const Stretch& stretch : before) {
        if (!isPart(stretch)) {
            if (!isDropped || !isBlank(stretch.text)) text += stretch.text;
            isDropped = false;
            continue;
        }
        const bool isRepeated = std::find(done.begin(), done.end(), stretch.name) != done.end();
        const Stretch* now = find(after, stretch.name);
        isDropped = !now || isRepeated;
        if (isDropped) continue;
        done.push_back(stretch.name);
        text += std::string(now->text) + newPartsAfter(after, before, stretch.name);
    }
    if (text.empty() || text.back() != '\n') text += '\n';
    return text;
}

}  // namespace lintel::exporters::markdown
