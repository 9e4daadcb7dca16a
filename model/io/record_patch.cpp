#include "model/io/record_patch.h"

#include "model/io/yaml_text.h"

namespace lintel::model::io::detail {

namespace {

const Value* fieldIn(const Value::Map& fields, std::string_view key)
{
    for (const ValueEntry& field : fields)
        if (field.key == key) return &field.value;
    return nullptr;
}

bool unchanged(const Value* before, const Value* after)
{
    return (!before && !after) || (before && after && *before == *after);
}

}  // namespace

void RecordPatch::patchRecord(const EntrySpan& record, const Value& before, const Value& after, bool oneLine)
{
    const YamlNode& value = record.entry->value;
    const std::size_t indent = m_lines.indentOf(record.entry->key);
    const bool single = record.firstLine == record.lastLine && value.line == record.firstLine && !value.alias;
    const char first = value.offset < m_lines.text().size() ? m_lines.text()[value.offset] : ' ';
    if (single && first == '{' && before.isMap() && after.isMap())
        return patchFlowRecord(record, before.toMap(), after.toMap());
    if (const auto fields = m_lines.spans(value, record.lastLine + 1); fields && after.isMap())
        return patchFields(*fields, before.toMap(), after.toMap());
    if (single && (first == '{' || first == '['))
        return m_edits.replace(value.offset, m_lines.valueEnd(value.offset), flowText(after));
    std::string text = after.isMap()
                           ? recordText(record.entry->key.text, after.toMap(), static_cast<int>(indent), oneLine)
                           : std::string(indent, ' ') + flowEntry(record.entry->key.text, after) + "\n";
    m_edits.replace(m_lines.begin(record.firstLine), m_lines.end(record.lastLine), std::move(text));
}

void RecordPatch::patchFlowRecord(const EntrySpan& record, const Value::Map& before, const Value::Map& after)
{
    const YamlNode& map = record.entry->value;
    const std::string_view text = m_lines.text();
    const std::size_t end = m_lines.valueEnd(map.offset);
    std::string result;
    const auto add = [&](std::string_view part) { result += (result.empty() ? "" : ", ") + std::string(part); };
    for (std::size_t i = 0; i < map.entries.size(); ++i) {
        const YamlEntry& entry = map.entries[i];
        const Value* now = fieldIn(after, entry.key.text);
        const Value* was = fieldIn(before, entry.key.text);
        if (was && !now) continue;
        if (!unchanged(was, now)) {
            add(flowEntry(entry.key.text, *now));
            continue;
        }
        const std::size_t upTo = i + 1 < map.entries.size() ? map.entries[i + 1].key.offset : end - 1;
        std::string_view bytes = text.substr(entry.key.offset, upTo - entry.key.offset);
        while (!bytes.empty() && (bytes.back() == ' ' || bytes.back() == ',')) bytes.remove_suffix(1);
        add(bytes);
    }
    for (const ValueEntry& field : after)
        if (!map.find(field.key)) add(flowEntry(field.key, field.value));
    m_edits.replace(map.offset, end, "{" + result + "}");
}

void RecordPatch::patchFields(const std::vector<EntrySpan>& fields, const Value::Map& before, const Value::Map& after)
{
    std::map<std::string_view, const EntrySpan*> known;
    for (const EntrySpan& field : fields) {
        const std::string& key = field.entry->key.text;
        known[key] = &field;
        const Value* was = fieldIn(before, key);
        const Value* now = fieldIn(after, key);
        if (unchanged(was, now)) continue;
        if (now)
            replaceField(field, was ? *was : Value(), *now);
        else
            m_edits.remove(m_lines.begin(field.firstLine), m_lines.end(field.lastLine));
    }
    if (fields.empty()) return;
    const int indent = static_cast<int>(m_lines.indentOf(fields.front().entry->key));
    const EntrySpan* previous = &fields.back();
    if (!after.empty() && known.contains(after.front().key)) previous = known[after.front().key];
    for (const ValueEntry& field : after) {
        if (const auto found = known.find(field.key); found != known.end())
            previous = found->second;
        else
            m_edits.insert(m_lines.end(previous->lastLine), blockEntry(field.key, field.value, indent));
    }
}

void RecordPatch::replaceField(const EntrySpan& field, const Value& before, const Value& after)
{
    const YamlNode& value = field.entry->value;
    const std::string& key = field.entry->key.text;
    const int indent = static_cast<int>(m_lines.indentOf(field.entry->key));
    if (patchItems(field, before, after)) return;
    std::string text = blockEntry(key, after, indent);
    const bool fits = text.find('\n') == text.size() - 1;
    const bool single = field.firstLine == field.lastLine && value.line == field.firstLine && !value.isNull();
    if (single && fits) {
        // Only the value: a comment behind it stays.
        m_edits.replace(value.offset, m_lines.valueEnd(value.offset), inlineText(after));
    } else {
        m_edits.replace(m_lines.begin(field.firstLine), m_lines.end(field.lastLine), std::move(text));
    }
}

/// A list with one item a line: only the items between the common beginning and the common end change.
bool RecordPatch::patchItems(const EntrySpan& field, const Value& before, const Value& after)
{
    const YamlNode& list = field.entry->value;
    const Value::List& was = before.toList();
    const Value::List& now = after.toList();
    if (!list.isList() || list.flow || list.alias || was.size() != list.items.size() || was.empty() || now.empty())
        return false;
    std::vector<int> starts;
    for (const YamlNode& item : list.items) {
        std::string_view dash = m_lines.text().substr(m_lines.begin(item.line), m_lines.indentOf(item));
        const std::size_t at = dash.find_first_not_of(' ');
        if (at == std::string_view::npos || dash.substr(at) != "- " || item.isNull()) return false;
        starts.push_back(item.line);
    }
    starts.push_back(field.lastLine + 1);
    std::size_t same = 0;
    while (same < was.size() && same < now.size() && was[same] == now[same]) ++same;
    std::size_t tail = 0;
    while (tail < was.size() - same && tail < now.size() - same &&
           was[was.size() - 1 - tail] == now[now.size() - 1 - tail])
        ++tail;
    const std::size_t dashIndent = m_lines.text().substr(m_lines.begin(starts[0])).find('-');
    std::string text;
    for (std::size_t i = same; i < now.size() - tail; ++i)
        text += std::string(dashIndent, ' ') + "- " + flowText(now[i]) + "\n";
    const std::size_t first = same;
    const std::size_t last = was.size() - tail;
    const auto endOf = [&](std::size_t item) {
        return m_lines.end(m_lines.lastContentLine(starts[item], starts[item + 1], dashIndent));
    };
    if (first == last) {
        m_edits.insert(first > 0 ? endOf(first - 1) : m_lines.begin(starts[0]), std::move(text));
    } else {
        m_edits.replace(m_lines.begin(starts[first]), endOf(last - 1), std::move(text));
    }
    return true;
}

}  // namespace lintel::model::io::detail
