#include "model/io/yaml_text.h"

#include "model/io/yaml_tree.h"

#include <algorithm>
#include <cstdio>

namespace lintel::model::io::detail {

namespace {

struct CodePoint {
    unsigned value = 0;
    std::size_t length = 1;
};

CodePoint codePointAt(std::string_view text, std::size_t at)
{
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) return {byte, 1};
    const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    unsigned value = byte & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length && at + i < text.size(); ++i)
        value = (value << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    return {value, length};
}

/// Characters that break lines, cannot stand in YAML, or reorder what a reviewer sees.
bool mustBeEscaped(unsigned c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c == 0xFFFE ||
           c == 0xFFFF || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool needsQuotes(std::string_view text, bool inFlow)
{
    if (text.empty() || looksTyped(text)) return true;
    if (std::string_view("-?:,[]{}#&*!|>'\"%@`=").find(text.front()) != std::string_view::npos) return true;
    if (text.front() == ' ' || text.back() == ' ' || text.back() == ':') return true;
    if (text.starts_with("...") || text == "<<") return true;
    if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos) return true;
    // yaml-cpp ends a plain text inside a flow at a question mark as well.
    if (inFlow && text.find_first_of(",[]{}?") != std::string_view::npos) return true;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = codePointAt(text, i);
        if (mustBeEscaped(c.value)) return true;
        i += c.length;
    }
    return false;
}

std::string escaped(unsigned c)
{
    if (c == '\n') return "\\n";
    if (c == '\t') return "\\t";
    if (c == '\r') return "\\r";
    char buffer[12];
    std::snprintf(buffer, sizeof buffer, c <= 0xFF ? "\\x%02X" : "\\u%04X", c);
    return buffer;
}

std::string quoted(std::string_view text)
{
    std::string result = "\"";
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = codePointAt(text, i);
        if (c.value == '"' || c.value == '\\') result += '\\';
        if (mustBeEscaped(c.value))
            result += escaped(c.value);
        else
            result += text.substr(i, c.length);
        i += c.length;
    }
    return result + '"';
}

std::string scalar(const Value& value, bool inFlow)
{
    if (value.isNull()) return "null";
    if (value.isString()) return quotedWhenNeeded(value.toString(), inFlow);
    std::string text = value.scalarText();
    // A whole number that is not an integer must not come back as one.
    if (value.isNumber() && !value.isInteger() && text.find_first_of(".e") == std::string::npos) text += ".0";
    return text;
}

/// By characters: a line of Hangul takes three bytes each.
bool fits(std::string_view line)
{
    const auto starts = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), starts)) <= kMaxLine;
}

bool holdsMaps(const Value& list)
{
    for (const Value& item : list.toList())
        if (item.isMap() || item.isList()) return true;
    return false;
}

}  // namespace

std::string quotedWhenNeeded(std::string_view text, bool inFlow)
{
    return needsQuotes(text, inFlow) ? quoted(text) : std::string(text);
}

std::string flowEntry(const std::string& key, const Value& value)
{
    return quotedWhenNeeded(key, true) + ": " + flowText(value);
}

std::string flowText(const Value& value)
{
    std::string text;
    for (const Value& item : value.toList()) text += (text.empty() ? "" : ", ") + flowText(item);
    for (const ValueEntry& entry : value.toMap())
        text += (text.empty() ? "" : ", ") + flowEntry(entry.key, entry.value);
    if (value.isList()) return "[" + text + "]";
    if (value.isMap()) return "{" + text + "}";
    return scalar(value, true);
}

std::string inlineText(const Value& value)
{
    return value.isList() || value.isMap() ? flowText(value) : scalar(value, false);
}

std::string blockEntry(const std::string& key, const Value& value, int indent)
{
    const std::string margin(static_cast<std::size_t>(indent), ' ');
    const std::string start = margin + quotedWhenNeeded(key, false) + ":";
    const std::string line = start + " " + inlineText(value);
    if (!value.isList() && !value.isMap()) return line + "\n";
    const bool empty = value.toList().empty() && value.toMap().empty();
    if (empty || (fits(line) && !holdsMaps(value))) return line + "\n";
    std::string text = start + "\n";
    for (const Value& item : value.toList()) text += margin + "  - " + flowText(item) + "\n";
    for (const ValueEntry& entry : value.toMap()) text += blockEntry(entry.key, entry.value, indent + 2);
    return text;
}

std::string recordText(const std::string& id, const Value::Map& fields, int indent, bool flow)
{
    const std::string margin(static_cast<std::size_t>(indent), ' ');
    const std::string start = margin + quotedWhenNeeded(id, false) + ":";
    const std::string line = start + " " + flowText(Value(fields));
    bool tables = false;
    for (const ValueEntry& field : fields) tables = tables || (holdsMaps(field.value) && !flow);
    if (flow || fields.empty() || (fits(line) && !tables)) return line + "\n";
    std::string text = start + "\n";
    for (const ValueEntry& field : fields) text += blockEntry(field.key, field.value, indent + 2);
    return text;
}

}  // namespace lintel::model::io::detail
