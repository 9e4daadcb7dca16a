#include "model/catalogue/detail/yaml_fields.h"

#include <algorithm>
#include <charconv>

namespace lintel::model::catalogue::detail {

namespace {

Value plainScalar(const std::string& text)
{
    if (text == "true") return Value(true);
    if (text == "false") return Value(false);
    if (text.empty() || text == "~" || text == "null") return Value();
    const char* end = text.data() + text.size();
    std::int64_t integer = 0;
    if (auto r = std::from_chars(text.data(), end, integer); r.ec == std::errc() && r.ptr == end) return Value(integer);
    double number = 0;
    if (auto r = std::from_chars(text.data(), end, number); r.ec == std::errc() && r.ptr == end) return Value(number);
    return Value(text);
}

}  // namespace

Value toValue(const YAML::Node& node)
{
    if (node.IsScalar()) return node.Tag() == "!" ? Value(node.Scalar()) : plainScalar(node.Scalar());
    if (node.IsSequence()) {
        Value::List list;
        for (const YAML::Node& item : node) list.push_back(toValue(item));
        return Value(std::move(list));
    }
    if (node.IsMap()) {
        Value::Map map;
        for (const auto& entry : node) map.push_back({entry.first.Scalar(), toValue(entry.second)});
        return Value(std::move(map));
    }
    return Value();
}

YamlFields::YamlFields(YAML::Node node, std::string file) : m_node(std::move(node)), m_file(std::move(file))
{
    if (!m_node.IsMap()) fail("catalogue.not-a-map");
}

bool YamlFields::has(const char* key) const
{
    const YAML::Node field = m_node[key];
    return field && !field.IsNull();
}

std::string YamlFields::text(const char* key, std::string fallback) const
{
    if (!has(key)) return fallback;
    if (!m_node[key].IsScalar()) fail("catalogue.not-text", {{"key", key}}, key);
    return m_node[key].Scalar();
}

std::string YamlFields::required(const char* key) const
{
    if (!has(key)) fail("catalogue.missing", {{"key", key}});
    return text(key);
}

std::vector<std::string> YamlFields::texts(const char* key) const
{
    std::vector<std::string> result;
    if (!has(key)) return result;
    if (!m_node[key].IsSequence()) fail("catalogue.not-a-list", {{"key", key}}, key);
    for (const YAML::Node& item : m_node[key]) {
        if (!item.IsScalar()) fail("catalogue.not-text", {{"key", key}}, key);
        result.push_back(item.Scalar());
    }
    return result;
}

Translated YamlFields::translated(const char* key) const
{
    if (!has(key)) return {};
    const YamlFields both(m_node[key], m_file);
    both.allowOnly({"en", "ko"});
    return {both.required("en"), both.required("ko")};
}

Value YamlFields::value(const char* key) const { return has(key) ? toValue(m_node[key]) : Value(); }

Properties YamlFields::properties(const char* key) const
{
    Properties result;
    if (!has(key)) return result;
    if (!m_node[key].IsMap()) fail("catalogue.not-a-map", {}, key);
    for (const auto& entry : m_node[key]) result[entry.first.Scalar()] = toValue(entry.second);
    return result;
}

std::vector<YamlFields> YamlFields::maps(const char* key) const
{
    std::vector<YamlFields> result;
    if (!has(key)) return result;
    if (!m_node[key].IsSequence()) fail("catalogue.not-a-list", {{"key", key}}, key);
    for (const YAML::Node& item : m_node[key]) result.emplace_back(item, m_file);
    return result;
}

void YamlFields::allowOnly(std::initializer_list<std::string_view> known) const
{
    for (const auto& entry : m_node) {
        const std::string& key = entry.first.Scalar();
        if (std::find(known.begin(), known.end(), key) == known.end())
            fail("catalogue.unknown-key", {{"key", key}}, key.c_str());
    }
}

void YamlFields::fail(const std::string& messageId, std::vector<MessageArgument> arguments, const char* key) const
{
    const YAML::Mark mark = key ? m_node[key].Mark() : m_node.Mark();
    throw YamlProblem{makeError(messageId, std::move(arguments), {m_file, mark.line + 1, mark.column + 1})};
}

}  // namespace lintel::model::catalogue::detail
