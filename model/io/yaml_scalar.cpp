#include "model/io/yaml_tree.h"

#include <charconv>

namespace lintel::model::io::detail {

namespace {

bool hasLeadingZero(std::string_view text)
{
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
    return text.size() > 1 && text[0] == '0' && text[1] >= '0' && text[1] <= '9';
}

Value numberOr(const std::string& text)
{
    if (text.find_first_not_of("+-.0123456789eE") != std::string::npos || hasLeadingZero(text)) return Value(text);
    const char* begin = text.data() + (text[0] == '+' ? 1 : 0);
    const char* end = text.data() + text.size();
    std::int64_t integer = 0;
    if (auto r = std::from_chars(begin, end, integer); r.ec == std::errc() && r.ptr == end) return Value(integer);
    double number = 0;
    if (auto r = std::from_chars(begin, end, number); r.ec == std::errc() && r.ptr == end) return Value(number);
    return Value(text);
}

}  // namespace

Value toValue(const YamlNode& node)
{
    if (node.isScalar()) {
        const std::string& text = node.text;
        if (node.quoted || text.empty()) return Value(text);
        if (text == "true" || text == "True" || text == "TRUE") return Value(true);
        if (text == "false" || text == "False" || text == "FALSE") return Value(false);
        return numberOr(text);
    }
    if (node.isList()) {
        Value::List list;
        for (const YamlNode& item : node.items) list.push_back(toValue(item));
        return Value(std::move(list));
    }
    if (node.isMap()) {
        Value::Map map;
        for (const YamlEntry& entry : node.entries) map.push_back({entry.key.text, toValue(entry.value)});
        return Value(std::move(map));
    }
    return Value();
}

bool looksTyped(std::string_view text)
{
    static const std::set<std::string, std::less<>> kWords = {"true", "false", "yes",  "no",    "on",    "off",
                                                              "null", "~",     ".inf", "-.inf", "+.inf", ".nan"};
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (kWords.contains(lower)) return true;
    const std::size_t first = lower.find_first_not_of("+-.");
    if (first == std::string::npos || lower[first] < '0' || lower[first] > '9') return false;
    if (lower.find_first_not_of("+-.0123456789e_") == std::string::npos) {
        // An address or a version with several dots is text; one dot or none may be a number.
        return std::count(lower.begin(), lower.end(), '.') <= 1;
    }
    if (lower.starts_with("0x") || lower.starts_with("0o"))
        return lower.find_first_not_of("0123456789abcdef_", 2) == std::string::npos;
    // Sexagesimal numbers and dates of YAML 1.1: 12:30, 2027-01-01T00:00.
    return lower.find_first_not_of("0123456789:") == std::string::npos;
}

}  // namespace lintel::model::io::detail
