#include "exporters/terraform/hcl/expression.h"
#include "exporters/terraform/hcl/utf8.h"

#include <array>
#include <cstdio>

namespace lintel::exporters::terraform::hcl {

namespace {

bool needsCode(char32_t c)
{
    const bool control = c < 0x20 || (c >= 0x7f && c < 0xa0);
    const bool separator = c == 0x2028 || c == 0x2029 || c == 0xfeff;
    // Marks that change reading direction could make code look like what it is not.
    const bool direction = c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    return control || separator || direction;
}

std::string codeFor(char32_t c)
{
    std::array<char, 16> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "\\u%04x", static_cast<unsigned>(c));
    return buffer.data();
}

std::string escaped(char32_t c, char32_t next)
{
    switch (c) {
        case '"': return "\\\"";
        case '\\': return "\\\\";
        case '\n': return "\\n";
        case '\r': return "\\r";
        case '\t': return "\\t";
        case '$':
        case '%':
            // `$${` is the idiom; a run of signs before a brace is spelled out, or the scanner pairs them wrongly.
            if (next == '{') return std::string(2, static_cast<char>(c));
            if (next == c) return codeFor(c);
            return std::string(1, static_cast<char>(c));
        case 0: return "";  // Terraform refuses it in any form.
        default: break;
    }
    if (needsCode(c)) return codeFor(c);
    return utf8::encoded(c);
}

}  // namespace

std::string quoted(std::string_view value)
{
    const std::u32string points = utf8::decoded(value);
    std::string text = "\"";
    for (std::size_t i = 0; i < points.size(); ++i)
        text += escaped(points[i], i + 1 < points.size() ? points[i + 1] : U'\0');
    return text + "\"";
}

bool isIdentifier(std::string_view text)
{
    if (text.empty() || (text[0] >= '0' && text[0] <= '9') || text[0] == '-') return false;
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        if (!letter && !(c >= '0' && c <= '9') && c != '-') return false;
    }
    return true;
}

}  // namespace lintel::exporters::terraform::hcl
