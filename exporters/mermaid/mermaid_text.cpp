#include "exporters/mermaid/mermaid_text.h"

#include <cctype>

namespace lintel::exporters::mermaid {

namespace {

// Left-to-right and right-to-left marks, embeddings, overrides and isolates.
bool isDirectionMark(std::string_view at)
{
    if (at.size() < 3 || at[0] != '\xE2') return false;
    const auto second = static_cast<unsigned char>(at[1]);
    const auto third = static_cast<unsigned char>(at[2]);
    if (second == 0x80) return third == 0x8E || third == 0x8F || (third >= 0xA8 && third <= 0xAE);
    return second == 0x81 && third >= 0xA6 && third <= 0xA9;
}

/// Mermaid refuses labels that start like a Markdown list ("Unsupported markdown: list"): `1. login`, `- x`.
std::size_t listMark(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size() && std::isdigit(static_cast<unsigned char>(text[at]))) ++at;
    if (at + 1 >= text.size() || text[at + 1] != ' ') return std::string_view::npos;
    const bool isMark = at > 0 ? text[at] == '.' || text[at] == ')' : text[at] == '-' || text[at] == '+';
    return isMark ? at : std::string_view::npos;
}

}  // namespace

std::string labelText(std::string_view text)
{
    static constexpr std::string_view kMarks = "\"#<>&`*_~|[]{}\\$;";
    const std::size_t mark = listMark(text);
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (isDirectionMark(text.substr(at))) {
            at += 2;
        } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
            if (!result.empty() && result.back() != ' ') result += ' ';
        } else if (at == mark || kMarks.find(c) != std::string_view::npos) {
            result += "#" + std::to_string(static_cast<int>(c)) + ";";
        } else {
            result += c;
        }
    }
    while (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

std::string nodeId(std::string_view id)
{
    std::string result = "n_";
    for (const char c : id) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        result += isPlain ? c : '_';
    }
    return result;
}

}  // namespace lintel::exporters::mermaid
