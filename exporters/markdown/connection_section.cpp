#include "exporters/markdown/sections.h"

namespace lintel::exporters::markdown {

namespace {

std::string relationText(const Source& source, const model::Connection& connection)
{
    const std::string relation = connection.relation.empty() ? "traffic" : connection.relation;
    const std::string id = "relation." + relation;
    // A relation of a newer version has no text here.
    return source.messages.contains("markdown." + id) ? source.text(id) : escaped(relation);
}

}  // namespace

std::string connectionSection(const Source& source)
{
    MarkdownTable table({source.text("column.from"), source.text("column.to"), source.text("column.relation"),
                         source.text("column.protocol"), source.text("column.ports"), source.text("column.name")});
    for (const model::Connection& connection : source.document().connections)
        table.add({source.name(connection.from), source.name(connection.to), relationText(source, connection),
                   escaped(connection.protocol), escaped(connection.ports), escaped(connection.name)});
    return table.isEmpty() ? std::string() : source.heading("connections.title") + table.text();
}

}  // namespace lintel::exporters::markdown
