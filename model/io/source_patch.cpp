#include "model/io/source_patch.h"

#include "model/io/canonical.h"
#include "model/io/document_reader.h"
#include "model/io/record_patch.h"

#include <algorithm>

namespace lintel::model::io::detail {

namespace {

const Row* findRow(const std::vector<Row>& rows, std::string_view id)
{
    for (const Row& row : rows)
        if (row.id == id) return &row;
    return nullptr;
}

bool isSection(std::string_view key)
{
    return std::find(std::begin(kSections), std::end(kSections), key) != std::end(kSections);
}

class SourcePatch {
public:
    SourcePatch(const SourceLines& lines, std::vector<EntrySpan> top)
        : m_lines(lines), m_top(std::move(top)), m_records(lines, m_edits)
    {
    }

    void patchSettings(const Settings& before, const Settings& after)
    {
        std::vector<EntrySpan> fields;
        for (const EntrySpan& entry : m_top)
            if (!isSection(entry.entry->key.text)) fields.push_back(entry);
        // The version line leads, so that the first new field has something to follow.
        const auto withVersion = [](const Settings& settings) {
            Value::Map result = fieldsOf(settings);
            result.insert(result.begin(), {"lintel", Value(1)});
            return result;
        };
        m_records.patchFields(fields, withVersion(before), withVersion(after));
    }

    void patchSection(std::string_view section, const std::vector<Row>& before, const std::vector<Row>& after)
    {
        const auto found =
            std::find_if(m_top.begin(), m_top.end(), [&](const EntrySpan& e) { return e.entry->key.text == section; });
        if (found == m_top.end()) return m_edits.insert(placeOfNewSection(section), sectionText(after, section));
        const auto records = m_lines.spans(found->entry->value, found->lastLine + 1);
        if (!records || records->empty()) return rewriteSection(*found, section, before, after);

        const std::map<std::string_view, const Row*> was = byId(before);
        const std::map<std::string_view, const Row*> now = byId(after);
        std::map<std::string_view, std::size_t> places;
        for (const EntrySpan& record : *records) {
            const std::string& id = record.entry->key.text;
            const auto old = was.find(id);
            const auto kept = now.find(id);
            if (kept != now.end()) places[kept->first] = m_lines.end(record.lastLine);
            if (old == was.end() && kept == now.end()) continue;
            if (kept == now.end())
                m_edits.remove(m_lines.begin(record.firstLine), m_lines.end(record.lastLine));
            else if (old == was.end() || !(old->second->value == kept->second->value))
                m_records.patchRecord(record, old == was.end() ? Value() : old->second->value, kept->second->value,
                                      section == "layout");
        }
        const int indent = static_cast<int>(m_lines.indentOf(records->front().entry->key));
        for (const Row& row : after) {
            if (places.contains(row.id)) continue;
            const std::size_t place = placeOfNewRow(row, after, places, m_lines.end(found->lastLine));
            m_edits.insert(place, rowText(row, section, indent));
            places[row.id] = place;
        }
    }

    std::string result(std::string_view newline) const { return m_edits.appliedTo(m_lines.text(), newline); }

private:
    static std::map<std::string_view, const Row*> byId(const std::vector<Row>& rows)
    {
        std::map<std::string_view, const Row*> result;
        for (const Row& row : rows) result[row.id] = &row;
        return result;
    }

    /// Near its siblings, so that two people who add to different containers do not meet in a merge.
    static std::size_t placeOfNewRow(const Row& row, const std::vector<Row>& rows,
                                     const std::map<std::string_view, std::size_t>& places, std::size_t end)
    {
        const Row* sibling = nullptr;
        for (const Row& other : rows)
            if (other.group == row.group && other.id < row.id && places.contains(other.id) &&
                (!sibling || other.id > sibling->id))
                sibling = &other;
        if (sibling) return places.at(sibling->id);
        if (const auto parent = places.find(row.after); parent != places.end()) return parent->second;
        const auto next = places.lower_bound(row.id);
        return row.after.empty() && !row.group.empty() && next != places.begin() ? std::prev(next)->second : end;
    }

    std::size_t placeOfNewSection(std::string_view section) const
    {
        if (section == "layout") return m_lines.text().size();
        int line = 0;
        for (const EntrySpan& entry : m_top)
            if (const std::string& key = entry.entry->key.text; !isSection(key) && line == 0)
                line = std::max(line, entry.lastLine);
        for (const EntrySpan& entry : m_top)
            if (!isSection(entry.entry->key.text) && isBeforeSections(entry)) line = std::max(line, entry.lastLine);
        for (const std::string_view earlier : kSections) {
            if (earlier == section) break;
            for (const EntrySpan& entry : m_top)
                if (entry.entry->key.text == earlier) line = std::max(line, entry.lastLine);
        }
        return m_lines.end(line);
    }

    bool isBeforeSections(const EntrySpan& field) const
    {
        return std::none_of(m_top.begin(), m_top.end(), [&](const EntrySpan& entry) {
            return isSection(entry.entry->key.text) && entry.firstLine < field.firstLine;
        });
    }

    /// A section without lines of its own: empty, or in flow style.
    void rewriteSection(const EntrySpan& span, std::string_view section, const std::vector<Row>& before,
                        const std::vector<Row>& after)
    {
        const bool same = before.size() == after.size() && std::all_of(after.begin(), after.end(), [&](const Row& row) {
                              const Row* old = findRow(before, row.id);
                              return old && old->value == row.value;
                          });
        if (same) return;
        const YamlNode& value = span.entry->value;
        const bool single = span.firstLine == span.lastLine && value.line == span.firstLine && !value.alias;
        std::string text = sectionText(after, section);
        if (text.empty()) text = std::string(section) + ": {}\n";
        if (!single || after.empty())
            return m_edits.replace(m_lines.begin(span.firstLine), m_lines.end(span.lastLine), text);
        if (!value.isNull()) m_edits.replace(value.offset - 1, m_lines.valueEnd(value.offset), {});
        m_edits.insert(m_lines.end(span.firstLine), text.substr(text.find('\n') + 1));
    }

    const SourceLines& m_lines;
    std::vector<EntrySpan> m_top;
    TextEdits m_edits;
    RecordPatch m_records;
};

}  // namespace

std::optional<std::string> patchedText(std::string_view text, const Document& after,
                                       const catalogue::Catalogue& catalogue)
{
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    const bool marked = text.starts_with(kByteOrderMark);
    std::string body(marked ? text.substr(kByteOrderMark.size()) : text);
    const std::string newline =
        body.find("\r\n") != std::string::npos && body.find("\r\n") + 1 == body.find('\n') ? "\r\n" : "\n";
    if (!body.ends_with('\n')) body += newline;

    const auto tree = parseYaml(body, {});
    if (!tree) return std::nullopt;
    const auto before = readTree(*tree, {}, catalogue);
    const SourceLines lines(body);
    auto top = lines.spans(*tree, lines.count() + 1);
    if (!before || !top) return std::nullopt;

    SourcePatch patch(lines, *std::move(top));
    patch.patchSettings(before->document.settings(), after.settings());
    for (const std::string_view section : kSections)
        patch.patchSection(section, rowsOf(before->document, section, catalogue), rowsOf(after, section, catalogue));
    return (marked ? std::string(kByteOrderMark) : std::string()) + patch.result(newline);
}

}  // namespace lintel::model::io::detail
