#include "model/io/source_format.h"

#include "model/io/canonical.h"
#include "model/io/document_reader.h"
#include "model/io/source_lines.h"
#include "model/io/yaml_text.h"

namespace lintel::model::io::detail {

namespace {

bool isSection(std::string_view key)
{
    return std::find(std::begin(kSections), std::end(kSections), key) != std::end(kSections);
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

class SourceFormat {
public:
    SourceFormat(const SourceLines& lines, const Document& document, const catalogue::Catalogue& catalogue)
        : m_lines(lines), m_document(document), m_catalogue(catalogue), m_settings(fieldsOf(document.settings()))
    {
    }

    std::string format(const std::vector<EntrySpan>& top)
    {
        std::string layout;
        int done = 0;
        for (const EntrySpan& entry : top) {
            const std::string text = comments(done + 1, entry.firstLine, 0, m_text.empty()) + topText(entry);
            (entry.entry->key.text == "layout" ? layout : m_text) += text;
            done = entry.lastLine;
        }
        std::string end = comments(done + 1, m_lines.count() + 1, 0, false);
        while (end.ends_with("\n\n") || end == "\n") end.pop_back();
        return m_text + layout + end;
    }

private:
    /// Comment lines in [first, bound) at a new indentation; runs of blank lines become one.
    std::string comments(int first, int bound, int indent, bool atStart) const
    {
        std::string result;
        bool blank = atStart;
        for (int line = first; line < bound; ++line) {
            const std::string_view text = trimmed(m_lines.line(line));
            if (text.empty() && !blank) result += "\n";
            blank = text.empty();
            if (text.starts_with('#'))
                result += std::string(static_cast<std::size_t>(indent), ' ') + std::string(text) + "\n";
        }
        return result;
    }

    /// The comment at the end of the line on which an entry begins.
    std::string trailingComment(const EntrySpan& span) const
    {
        const YamlNode& value = span.entry->value;
        const bool sameLine = !value.isNull() && value.line == span.firstLine;
        if (sameLine && span.firstLine != span.lastLine) return {};
        const std::string_view line = m_lines.line(span.firstLine);
        const std::size_t begin = m_lines.begin(span.firstLine);
        const std::size_t from =
            sameLine ? m_lines.valueEnd(value.offset) - begin : m_lines.valueEnd(span.entry->key.offset) - begin;
        const std::size_t at = from < line.size() ? line.find('#', from) : std::string_view::npos;
        return at == std::string_view::npos ? std::string() : "  " + std::string(trimmed(line.substr(at)));
    }

    static std::string withComment(std::string text, const std::string& comment)
    {
        return text.insert(text.find('\n'), comment);
    }

    std::string rawLines(const EntrySpan& span, int indent) const
    {
        const int shift = indent - static_cast<int>(m_lines.indentOf(span.entry->key));
        std::string result;
        for (int line = span.firstLine; line <= span.lastLine; ++line) {
            std::string_view text = m_lines.line(line);
            const std::size_t own = std::min(text.find_first_not_of(' '), text.size());
            text.remove_prefix(own);
            if (!text.empty())
                result += std::string(static_cast<std::size_t>(std::max(static_cast<int>(own) + shift, 0)), ' ');
            result += std::string(text) + "\n";
        }
        return result;
    }

    bool mayHoldComments(const EntrySpan& span) const
    {
        for (int line = span.firstLine + 1; line <= span.lastLine; ++line)
            if (m_lines.line(line).find('#') != std::string_view::npos) return true;
        return false;
    }

    std::string fieldText(const EntrySpan& span, const Value::Map& fields, int indent) const
    {
        for (const ValueEntry& field : fields) {
            if (field.key != span.entry->key.text || mayHoldComments(span) || span.entry->value.alias) continue;
            return withComment(blockEntry(field.key, field.value, indent), trailingComment(span));
        }
        return rawLines(span, indent);
    }

    std::string topText(const EntrySpan& span) const
    {
        const std::string& key = span.entry->key.text;
        if (!isSection(key)) return fieldText(span, m_settings, 0);
        const std::vector<Row> rows = rowsOf(m_document, key, m_catalogue);
        const auto records = m_lines.spans(span.entry->value, span.lastLine + 1);
        if (rows.empty()) return span.firstLine == span.lastLine ? rawLines(span, 0) : key + ": {}\n";
        if (!records) return sectionText(rows, key);
        std::map<std::string_view, const Row*> byId;
        for (const Row& row : rows) byId[row.id] = &row;
        std::string text = withComment(key + ":\n", trailingComment(span));
        int done = span.firstLine;
        for (const EntrySpan& record : *records) {
            text += comments(done + 1, record.firstLine, 2, done == span.firstLine);
            done = record.lastLine;
            if (const auto row = byId.find(record.entry->key.text); row != byId.end())
                text += recordOf(record, *row->second, key);
        }
        return text + comments(done + 1, span.lastLine + 1, 2, false);
    }

    std::string recordOf(const EntrySpan& record, const Row& row, std::string_view section) const
    {
        const auto fields = m_lines.spans(record.entry->value, record.lastLine + 1);
        if (!fields || !row.value.isMap() || !mayHoldComments(record))
            return withComment(rowText(row, section, 2), trailingComment(record));
        std::string text = withComment("  " + quotedWhenNeeded(row.id, false) + ":\n", trailingComment(record));
        int done = record.firstLine;
        for (const EntrySpan& field : *fields) {
            text += comments(done + 1, field.firstLine, 4, true) + fieldText(field, row.value.toMap(), 4);
            done = field.lastLine;
        }
        return text + comments(done + 1, record.lastLine + 1, 4, true);
    }

    const SourceLines& m_lines;
    const Document& m_document;
    const catalogue::Catalogue& m_catalogue;
    Value::Map m_settings;
    std::string m_text;
};

}  // namespace

std::optional<std::string> formattedText(std::string_view text, const Document& document,
                                         const catalogue::Catalogue& catalogue)
{
    std::string body;
    for (const char c : text)
        if (c != '\r') body += c;
    if (body.starts_with("\xEF\xBB\xBF")) body.erase(0, 3);
    const auto tree = parseYaml(body, {});
    if (!tree) return std::nullopt;
    const SourceLines lines(body);
    const auto top = lines.spans(*tree, lines.count() + 1);
    if (!top) return std::nullopt;
    const std::string result = SourceFormat(lines, document, catalogue).format(*top);
    if (text.find("\r\n") == std::string_view::npos) return result;
    std::string windows;
    for (const char c : result) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
    return windows;
}

}  // namespace lintel::model::io::detail
