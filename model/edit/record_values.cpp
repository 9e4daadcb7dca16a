#include "model/edit/record_values.h"

#include <type_traits>

namespace lintel::model::edit {

namespace {

// The fields of each record by the keys of the file: read and written by the same list.

template <class Record, class Visit>
void visitFields(Record& record, Visit visit)
{
    using Plain = std::remove_const_t<Record>;
    if constexpr (std::is_same_v<Plain, Settings>) {
        visit("title", record.title);
        visit("region", record.region);
        visit("profile", record.profile);
        visit("environment", record.environment);
        visit("language", record.language);
    } else if constexpr (std::is_same_v<Plain, Block>) {
        visit("kind", record.kind);
        visit("in", record.parent);
        visit("name", record.name);
    } else if constexpr (std::is_same_v<Plain, Connection>) {
        visit("from", record.from);
        visit("to", record.to);
        visit("relation", record.relation);
        visit("name", record.name);
        visit("protocol", record.protocol);
        visit("ports", record.ports);
    } else if constexpr (std::is_same_v<Plain, Note>) {
        visit("kind", record.kind);
        visit("text", record.text);
        visit("subjects", record.subjects);
    } else {
        static_assert(std::is_same_v<Plain, Waiver>);
        visit("rule", record.rule);
        visit("subjects", record.subjects);
        visit("reason", record.reason);
        visit("by", record.by);
        visit("until", record.until);
    }
}

void put(Properties& values, const char* key, const std::string& text)
{
    if (!text.empty()) values[key] = text;
}

void put(Properties& values, const char* key, const std::vector<std::string>& texts)
{
    if (!texts.empty()) values[key] = Value::List(texts.begin(), texts.end());
}

template <class Tag>
void put(Properties& values, const char* key, const Id<Tag>& id)
{
    put(values, key, id.text());
}

void set(std::string& text, const Value& value) { text = value.toString(); }

void set(std::vector<std::string>& texts, const Value& value)
{
    for (const Value& one : value.toList()) texts.push_back(one.toString());
}

template <class Tag>
void set(Id<Tag>& id, const Value& value)
{
    id = Id<Tag>(value.toString());
}

template <class Record>
Properties valuesOfAny(const Record& record)
{
    Properties values = record.properties;
    visitFields(record, [&](const char* key, const auto& field) { put(values, key, field); });
    return values;
}

/// What is no field of the record's own is one of its properties.
template <class Record>
void fill(Record& record, Properties values)
{
    visitFields(record, [&](const char* key, auto& field) {
        const auto found = values.find(key);
        if (found == values.end()) return;
        set(field, found->second);
        values.erase(found);
    });
    record.properties = std::move(values);
}

template <class Record>
Record filled(decltype(Record::id) id, Properties values)
{
    Record record;
    record.id = std::move(id);
    fill(record, std::move(values));
    return record;
}

}  // namespace

Properties valuesOf(const Settings& settings) { return valuesOfAny(settings); }
Properties valuesOf(const Block& block) { return valuesOfAny(block); }
Properties valuesOf(const Connection& connection) { return valuesOfAny(connection); }
Properties valuesOf(const Note& note) { return valuesOfAny(note); }
Properties valuesOf(const Waiver& waiver) { return valuesOfAny(waiver); }

template <>
Block recordOf<Block>(BlockId id, Properties values)
{
    return filled<Block>(std::move(id), std::move(values));
}

template <>
Connection recordOf<Connection>(ConnectionId id, Properties values)
{
    return filled<Connection>(std::move(id), std::move(values));
}

template <>
Note recordOf<Note>(NoteId id, Properties values)
{
    return filled<Note>(std::move(id), std::move(values));
}

template <>
Waiver recordOf<Waiver>(WaiverId id, Properties values)
{
    return filled<Waiver>(std::move(id), std::move(values));
}

Settings settingsOf(Properties values)
{
    Settings settings;
    fill(settings, std::move(values));
    return settings;
}

}  // namespace lintel::model::edit
