#include "exporters/markdown/markdown_text.h"

#include <array>

namespace lintel::exporters::markdown {

namespace {

constexpr std::string_view kMarks = "\\`*_[]#|~$!";

// Left-to-right and right-to-left marks, embeddings, overrides and isolates: a name must not turn the text after it.
bool isDirectionMark(std::string_view at)
{
    if (at.size() < 3 || at[0] != '\xE2') return false;
    const auto second = static_cast<unsigned char>(at[1]);
    const auto third = static_cast<unsigned char>(at[2]);
    if (second == 0x80) return third == 0x8E || third == 0x8F || (third >= 0xA8 && third <= 0xAE);
    return second == 0x81 && third >= 0xA6 && third <= 0xA9;
}

std::string line(const std::vector<std::string>& cells)
{
    std::string text = "|";
    for (const std::string& cell : cells) text += " " + cell + " |";
    return text + "\n";
}

}  // namespace

std::string escaped(std::string_view text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (isDirectionMark(text.substr(at))) {
            at += 2;
        } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
            if (!result.empty() && result.back() != ' ') result += ' ';
        } else if (c == '<') {
            result += "&lt;";
        } else if (c == '>') {
            result += "&gt;";
        } else if (c == '&') {
            result += "&amp;";
        } else {
            if (kMarks.find(c) != std::string_view::npos) result += '\\';
            result += c;
        }
    }
    while (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

std::string escapedLink(std::string_view target)
{
    static constexpr std::array<char, 17> kHex{"0123456789ABCDEF"};
    constexpr std::string_view kUnsafe = " <>()[]\\\"'`|%";
    std::string result;
    for (const char c : target) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F || kUnsafe.find(c) != std::string_view::npos) {
            result += '%';
            result += kHex[byte >> 4];
            result += kHex[byte & 15];
        } else {
            result += c;
        }
    }
    return result;
}

std::string MarkdownTable::text() const
{
    if (m_rows.empty()) return {};
    std::string text = line(m_header) + "|";
    for (std::size_t column = 0; column < m_header.size(); ++column) text += "---|";
    text += "\n";
    for (const auto& row : m_rows) text += line(row);
    return text + "\n";
}

}  // namespace lintel::exporters::markdown
