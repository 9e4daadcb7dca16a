#include "model/io/text_guard.h"

namespace lintel::model::io::detail {

namespace {

/// Far above anything real, because brackets inside quoted text count as well; the tree's own limit is exact.
constexpr int kMaxOpenBrackets = 2000;

/// Length of the UTF-8 sequence at `at`, or 0 when it is not one (overlong forms and surrogates included).
std::size_t sequenceLength(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned first = byte(at);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return continues(at + 1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool legal = !(first == 0xE0 && byte(at + 1) < 0xA0) && !(first == 0xED && byte(at + 1) > 0x9F);
        return legal && continues(at + 1) && continues(at + 2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool legal = !(first == 0xF0 && byte(at + 1) < 0x90) && !(first == 0xF4 && byte(at + 1) > 0x8F);
        return legal && continues(at + 1) && continues(at + 2) && continues(at + 3) ? 4 : 0;
    }
    return 0;
}

/// git leaves both sides of a merge between lines such as `<<<<<<< HEAD` and `>>>>>>> main`.
bool isConflictMarker(std::string_view line)
{
    constexpr std::string_view kMarker = "<<<<<<<";
    if (!line.starts_with(kMarker)) return false;
    return line.size() == kMarker.size() || std::string_view(" \r\n").find(line[kMarker.size()]) != line.npos;
}

}  // namespace

Result<void> guardText(std::string_view text, const std::string& file)
{
    if (text.size() > kMaxBytes) return makeError("io.too-large", {{"limit", "64"}}, {file, 1, 1});
    SourceLocation at{file, 1, 1};
    int open = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (at.column == 1 && isConflictMarker(text.substr(i))) return makeError("io.conflict-marker", {}, at);
        const auto c = static_cast<unsigned char>(text[i]);
        const std::size_t length = sequenceLength(text, i);
        if (length == 0) return makeError("io.not-utf8", {}, at);
        if ((c < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7F) return makeError("io.binary", {}, at);
        if (c == '[' || c == '{') ++open;
        if ((c == ']' || c == '}') && open > 0) --open;
        if (open > kMaxOpenBrackets) return makeError("io.too-deep", {{"limit", "64"}}, at);
        i += length;
        ++at.column;
        if (c == '\n') {
            ++at.line;
            at.column = 1;
        }
    }
    return {};
}

}  // namespace lintel::model::io::detail
