#include "model/io/source_patch.h"

#include "model/io/canonical.h"
#include "model/io/document_reader.h"
#include "model/io/record_patch.h"

#include <algorithm>
#include <iterator>

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
                removeRecord(record);
            else if (old == was.end() || !(old->second->value == kept->second->value))
                m_records.patchRecord(record, old == was.end() ? Value() : old->second->value, kept->second->value,
                                      section == "layout");
        }
        insertNewRows(section, after, places, *records, *found);
    }

    std::string result(std::string_view newline) const { return m_edits.appliedTo(m_lines.text(), newline); }

private:
    static std::map<std::string_view, const Row*> byId(const std::vector<Row>& rows)
    {
        std::map<std::string_view, const Row*> result;
        for (const Row& row : rows) result[row.id] = &row;
        return result;
    }

    using Places = std::map<std::string_view, std::size_t>;

    /// A record that is a paragraph by itself takes one of its two blank lines along.
    void removeRecord(const EntrySpan& record)
    {
        const bool isParagraph = isBlank(record.firstLine - 1) && isBlank(record.lastLine + 1);
        m_edits.remove(m_lines.begin(record.firstLine), m_lines.end(record.lastLine + (isParagraph ? 1 : 0)));
    }

    bool isBlank(int line) const
    {
        return line >= 1 && line <= m_lines.count() &&
               m_lines.line(line).find_first_not_of(" \t") == std::string_view::npos;
    }

    void insertNewRows(std::string_view section, const std::vector<Row>& rows, Places& places,
                       const std::vector<EntrySpan>& records, const EntrySpan& whole)
    {
        const int indent = static_cast<int>(m_lines.indentOf(records.front().entry->key));
        const bool hasParagraphs = std::any_of(records.begin() + 1, records.end(),
                                               [&](const EntrySpan& record) { return isBlank(record.firstLine - 1); });
        const std::map<std::string_view, const Row*> known = byId(rows);
        for (auto row = rows.begin(); row != rows.end(); ++row) {
            if (places.contains(row->id)) continue;
            const Row* neighbour = neighbourOf(row, rows, known, places);
            const std::size_t place = neighbour ? places.at(neighbour->id) : m_lines.end(whole.lastLine);
            // What a container holds may follow it at once.
            const bool opensParagraph =
                hasParagraphs && neighbour && neighbour->id != row->after && !areTogether(*neighbour, *row);
            m_edits.insert(place, (opensParagraph ? "\n" : "") + rowText(*row, section, indent));
            places[row->id] = place;
        }
    }

    /// The row after which a new one goes, so that two people who work in different places do not meet in a merge: near
    /// its siblings, or after their container.
    static const Row* neighbourOf(std::vector<Row>::const_iterator row, const std::vector<Row>& rows,
                                  const std::map<std::string_view, const Row*>& known, const Places& places)
    {
        if (!row->from.empty()) return neighbourOfConnection(row, rows, known, places);
        const auto isSibling = [&](const Row& other) { return other.group == row->group && places.contains(other.id); };
        const auto before = std::find_if(std::make_reverse_iterator(row), rows.rend(), isSibling);
        if (before != rows.rend()) return &*before;
        if (places.contains(row->after)) return known.at(row->after);
        const auto behind = std::find_if(row, rows.end(), isSibling);
        return behind != rows.end() ? &*behind : nullptr;
    }

    /// One that comes from the same block, one that leads to it, one at the other end; else by id, which spreads what
    /// several people add.
    static const Row* neighbourOfConnection(std::vector<Row>::const_iterator row, const std::vector<Row>& rows,
                                            const std::map<std::string_view, const Row*>& known, const Places& places)
    {
        const auto nearest = [&](const auto& fits) -> const Row* {
            const auto isFitting = [&](const Row& other) { return places.contains(other.id) && fits(other); };
            const auto before = std::find_if(std::make_reverse_iterator(row), rows.rend(), isFitting);
            if (before != rows.rend()) return &*before;
            const auto behind = std::find_if(row, rows.end(), isFitting);
            return behind != rows.end() ? &*behind : nullptr;
        };
        if (const Row* same = nearest([&](const Row& other) { return other.from == row->from; })) return same;
        if (const Row* into = nearest([&](const Row& other) { return other.to == row->from; })) return into;
        const auto isAtEnd = [&](const Row& other) { return other.to == row->to || other.from == row->to; };
        if (const Row* there = nearest(isAtEnd)) return there;
        const auto byId = places.upper_bound(row->id);
        return places.empty() ? nullptr : known.at((byId == places.begin() ? byId : std::prev(byId))->first);
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
