#include "model/io/source_lines.h"

namespace lintel::model::io::detail {

SourceLines::SourceLines(std::string_view text) : m_text(text)
{
    m_starts.push_back(0);
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '\n') m_starts.push_back(i + 1);
    if (m_starts.back() != text.size()) m_starts.push_back(text.size());
}

std::string_view SourceLines::line(int number) const
{
    std::string_view line = m_text.substr(begin(number), end(number) - begin(number));
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
    return line;
}

bool SourceLines::isFirstOnItsLine(const YamlNode& node) const
{
    return m_text.substr(begin(node.line), indentOf(node)).find_first_not_of(' ') == std::string_view::npos;
}

int SourceLines::lastContentLine(int first, int bound, std::size_t indent) const
{
    int last = bound - 1;
    for (; last > first; --last) {
        const std::string_view text = line(last);
        const std::size_t start = text.find_first_not_of(" \t");
        const bool blank = start == std::string_view::npos;
        const bool comment = !blank && text[start] == '#' && start <= indent;
        const bool marker = text.starts_with("...") || text.starts_with("---");
        if (!blank && !comment && !marker) break;
    }
    return last;
}

std::optional<std::vector<EntrySpan>> SourceLines::spans(const YamlNode& map, int bound) const
{
    if (!map.isMap() || map.flow || map.alias) return std::nullopt;
    std::vector<EntrySpan> result;
    for (const YamlEntry& entry : map.entries) {
        if (!isFirstOnItsLine(entry.key)) return std::nullopt;
        result.push_back({&entry, entry.key.line, 0});
    }
    for (std::size_t i = 0; i < result.size(); ++i) {
        const int next = i + 1 < result.size() ? result[i + 1].firstLine : bound;
        if (next <= result[i].firstLine) return std::nullopt;
        result[i].lastLine = lastContentLine(result[i].firstLine, next, indentOf(result[i].entry->key));
    }
    return result;
}

std::size_t SourceLines::quotedEnd(std::size_t offset) const
{
    const char quote = m_text[offset];
    std::size_t i = offset + 1;
    for (; i < m_text.size(); ++i) {
        if (quote == '"' && m_text[i] == '\\')
            ++i;
        else if (m_text[i] == quote && quote == '\'' && i + 1 < m_text.size() && m_text[i + 1] == quote)
            ++i;
        else if (m_text[i] == quote)
            return i + 1;
    }
    return m_text.size();
}

std::size_t SourceLines::flowEnd(std::size_t offset) const
{
    int depth = 0;
    char before = '[';  // the last character that is not a space: says whether a quote opens a text
    for (std::size_t i = offset; i < m_text.size();) {
        const char c = m_text[i];
        const bool atStart = std::string_view("[{,:").find(before) != std::string_view::npos;
        if ((c == '"' || c == '\'') && atStart) {
            i = quotedEnd(i);
            before = c;
            continue;
        }
        if (c == '#' && i > 0 && (m_text[i - 1] == ' ' || m_text[i - 1] == '\n')) {
            i = m_text.find('\n', i);
            if (i == std::string_view::npos) break;
            continue;
        }
        if (c == '[' || c == '{') ++depth;
        if ((c == ']' || c == '}') && --depth == 0) return i + 1;
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t') before = c;
        ++i;
    }
    return m_text.size();
}

std::size_t SourceLines::valueEnd(std::size_t offset) const
{
    if (offset >= m_text.size()) return m_text.size();
    const char first = m_text[offset];
    if (first == '[' || first == '{') return flowEnd(offset);
    if (first == '"' || first == '\'') return quotedEnd(offset);
    std::size_t end = std::min(m_text.find_first_of("\r\n", offset), m_text.size());
    end = std::min(end, m_text.find(" #", offset));
    end = std::min(end, m_text.find("\t#", offset));
    while (end > offset && (m_text[end - 1] == ' ' || m_text[end - 1] == '\t')) --end;
    return end;
}

}  // namespace lintel::model::io::detail
