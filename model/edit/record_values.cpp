#include "model/edit/record_values.h"

namespace lintel::model::edit {

namespace {

void put(Properties& values, const char* key, const std::string& text)
{
    if (!text.empty()) values[key] = text;
}

void put(Properties& values, const char* key, const std::vector<std::string>& texts)
{
    if (!texts.empty()) values[key] = Value::List(texts.begin(), texts.end());
}

std::string takeText(Properties& values, const char* key)
{
    const auto found = values.find(key);
    if (found == values.end()) return {};
    std::string text = found->second.toString();
    values.erase(found);
    return text;
}

std::vector<std::string> takeTexts(Properties& values, const char* key)
{
    std::vector<std::string> texts;
    const auto found = values.find(key);
    if (found == values.end()) return texts;
    for (const Value& value : found->second.toList()) texts.push_back(value.toString());
    values.erase(found);
    return texts;
}

}  // namespace

Properties valuesOf(const Settings& settings)
{
    Properties values = settings.properties;
    put(values, "title", settings.title);
    put(values, "region", settings.region);
    put(values, "profile", settings.profile);
    put(values, "environment", settings.environment);
    put(values, "language", settings.language);
    return values;
}

Properties valuesOf(const Block& block)
{
    Properties values = block.properties;
    put(values, "kind", block.kind.text());
    put(values, "in", block.parent.text());
    put(values, "name", block.name);
    return values;
}

Properties valuesOf(const Connection& connection)
{
    Properties values = connection.properties;
    put(values, "from", connection.from.text());
    put(values, "to", connection.to.text());
    put(values, "relation", connection.relation);
    put(values, "name", connection.name);
    put(values, "protocol", connection.protocol);
    put(values, "ports", connection.ports);
    return values;
}

Properties valuesOf(const Note& note)
{
    Properties values = note.properties;
    put(values, "kind", note.kind);
    put(values, "text", note.text);
    put(values, "subjects", note.subjects);
    return values;
}

Properties valuesOf(const Waiver& waiver)
{
    Properties values = waiver.properties;
    put(values, "rule", waiver.rule);
    put(values, "subjects", waiver.subjects);
    put(values, "reason", waiver.reason);
    put(values, "by", waiver.by);
    put(values, "until", waiver.until);
    return values;
}

template <>
Block recordOf<Block>(BlockId id, Properties values)
{
    Block block;
    block.id = std::move(id);
    block.kind = KindId(takeText(values, "kind"));
    block.parent = BlockId(takeText(values, "in"));
    block.name = takeText(values, "name");
    block.properties = std::move(values);
    return block;
}

template <>
Connection recordOf<Connection>(ConnectionId id, Properties values)
{
    Connection connection;
    connection.id = std::move(id);
    connection.from = BlockId(takeText(values, "from"));
    connection.to = BlockId(takeText(values, "to"));
    connection.relation = takeText(values, "relation");
    connection.name = takeText(values, "name");
    connection.protocol = takeText(values, "protocol");
    connection.ports = takeText(values, "ports");
    connection.properties = std::move(values);
    return connection;
}

template <>
Note recordOf<Note>(NoteId id, Properties values)
{
    Note note;
    note.id = std::move(id);
    note.kind = takeText(values, "kind");
    note.text = takeText(values, "text");
    note.subjects = takeTexts(values, "subjects");
    note.properties = std::move(values);
    return note;
}

template <>
Waiver recordOf<Waiver>(WaiverId id, Properties values)
{
    Waiver waiver;
    waiver.id = std::move(id);
    waiver.rule = takeText(values, "rule");
    waiver.subjects = takeTexts(values, "subjects");
    waiver.reason = takeText(values, "reason");
    waiver.by = takeText(values, "by");
    waiver.until = takeText(values, "until");
    waiver.properties = std::move(values);
    return waiver;
}

Settings settingsOf(Properties values)
{
    Settings settings;
    settings.title = takeText(values, "title");
    settings.region = takeText(values, "region");
    settings.profile = takeText(values, "profile");
    settings.environment = takeText(values, "environment");
    settings.language = takeText(values, "language");
    settings.properties = std::move(values);
    return settings;
}

}  // namespace lintel::model::edit
