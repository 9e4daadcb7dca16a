#include "model/io/record_fields.h"

#include "model/document/containment.h"

#include <map>

namespace lintel::model::io::detail {

namespace {

void addText(Value::Map& fields, const char* key, const std::string& text)
{
    if (!text.empty()) fields.push_back({key, Value(text)});
}

void addTexts(Value::Map& fields, const char* key, const std::vector<std::string>& texts)
{
    if (texts.empty()) return;
    fields.push_back({key, Value(Value::List(texts.begin(), texts.end()))});
}

void addProperties(Value::Map& fields, const Properties& properties)
{
    for (const auto& [key, value] : properties) fields.push_back({key, value});
}

/// A single port is a number to people; anything else is text.
Value portValue(const std::string& ports)
{
    const bool digits =
        !ports.empty() && ports.size() <= 5 && ports.find_first_not_of("0123456789") == std::string::npos;
    return digits && ports[0] != '0' ? Value(std::stoi(ports)) : Value(ports);
}

Value pointValue(Point point) { return Value(Value::List{Value(point.x), Value(point.y)}); }

std::vector<BlockId> preorder(const Document& document) { return Containment(document).descendants(BlockId()); }

std::string groupIn(const BlockId& container) { return "in " + container.text(); }

// By the container of the block that they come from.
std::vector<Row> connectionRows(const Document& document)
{
    std::map<BlockId, std::vector<const Connection*>> bySource;
    for (const Connection& connection : document.connections) bySource[connection.from].push_back(&connection);
    std::vector<Row> rows;
    for (const BlockId& id : preorder(document)) {
        const auto found = bySource.find(id);
        if (found == bySource.end()) continue;
        const std::string group = groupIn(document.blocks.find(id)->parent);
        for (const Connection* connection : found->second)
            rows.push_back(
                {connection->id.text(), Value(fieldsOf(*connection)), group, {}, id.text(), connection->to.text()});
    }
    return rows;
}

std::vector<Row> placementRows(const Document& document)
{
    std::vector<Row> rows;
    for (const BlockId& id : preorder(document))
        if (const Placement* placement = document.placements.find(placementId(id))) {
            const BlockId& parent = document.blocks.find(id)->parent;
            rows.push_back({id.text(), valueOf(*placement), groupIn(parent), parent.text()});
        }
    for (const Placement& placement : document.placements)
        if (!document.blocks.contains(BlockId(placement.id.text())))
            rows.push_back({placement.id.text(), valueOf(placement), {}});
    return rows;
}

}  // namespace

Value::Map fieldsOf(const Settings& settings)
{
    Value::Map fields;
    addText(fields, "title", settings.title);
    addText(fields, "region", settings.region);
    addText(fields, "profile", settings.profile);
    addText(fields, "environment", settings.environment);
    addText(fields, "language", settings.language);
    addProperties(fields, settings.properties);
    return fields;
}

Value::Map fieldsOf(const Block& block, const catalogue::Catalogue& catalogue)
{
    Value::Map fields;
    addText(fields, "kind", block.kind.text());
    addText(fields, "in", block.parent.text());
    addText(fields, "name", block.name);
    const catalogue::Kind* kind = catalogue.kindOf(block);
    if (kind)
        for (const catalogue::Property& property : kind->properties)
            if (const auto found = block.properties.find(property.key); found != block.properties.end())
                fields.push_back({found->first, found->second});
    for (const auto& [key, value] : block.properties)
        if (!kind || !kind->property(key)) fields.push_back({key, value});
    return fields;
}

Value::Map fieldsOf(const Connection& connection)
{
    Value::Map fields;
    addText(fields, "from", connection.from.text());
    addText(fields, "to", connection.to.text());
    if (!connection.ports.empty()) fields.push_back({"port", portValue(connection.ports)});
    addText(fields, "protocol", connection.protocol);
    addText(fields, "relation", connection.relation);
    addText(fields, "name", connection.name);
    addProperties(fields, connection.properties);
    return fields;
}

Value::Map fieldsOf(const Note& note)
{
    Value::Map fields;
    addText(fields, "kind", note.kind);
    addText(fields, "text", note.text);
    addTexts(fields, "subjects", note.subjects);
    addProperties(fields, note.properties);
    return fields;
}

Value::Map fieldsOf(const Waiver& waiver)
{
    Value::Map fields;
    addText(fields, "rule", waiver.rule);
    addTexts(fields, "subjects", waiver.subjects);
    addText(fields, "reason", waiver.reason);
    addText(fields, "by", waiver.by);
    addText(fields, "until", waiver.until);
    addProperties(fields, waiver.properties);
    return fields;
}

Value valueOf(const Placement& placement)
{
    const Rect& r = placement.rect;
    const Value rect(Value::List{Value(r.x), Value(r.y), Value(r.width), Value(r.height)});
    if (placement.waypoints.empty() && !placement.pinned) return rect;
    Value::Map fields;
    if (r != Rect()) fields.push_back({"rect", rect});
    Value::List points;
    for (const Point point : placement.waypoints) points.push_back(pointValue(point));
    if (!points.empty()) fields.push_back({"points", Value(std::move(points))});
    if (placement.pinned) fields.push_back({"pinned", Value(true)});
    return Value(std::move(fields));
}

bool areTogether(const Row& one, const Row& next)
{
    if (one.from.empty()) return one.group == next.group;
    return one.from == next.from || one.from == next.to || one.to == next.from || one.to == next.to;
}

std::vector<Row> rowsOf(const Document& document, std::string_view section, const catalogue::Catalogue& catalogue)
{
    std::vector<Row> rows;
    if (section == "blocks") {
        for (const BlockId& id : preorder(document)) {
            const Block& block = *document.blocks.find(id);
            rows.push_back({id.text(), Value(fieldsOf(block, catalogue)), groupIn(block.parent), block.parent.text()});
        }
    } else if (section == "connections") {
        rows = connectionRows(document);
    } else if (section == "notes") {
        for (const Note& note : document.notes) rows.push_back({note.id.text(), Value(fieldsOf(note)), {}});
    } else if (section == "waivers") {
        for (const Waiver& waiver : document.waivers) rows.push_back({waiver.id.text(), Value(fieldsOf(waiver)), {}});
    } else {
        rows = placementRows(document);
    }
    return rows;
}

}  // namespace lintel::model::io::detail
