#include "exporters/markdown/sections.h"

namespace lintel::exporters::markdown {

namespace {

std::string elementNames(const Source& source, const std::vector<std::string>& ids)
{
    std::string text;
    for (const std::string& id : ids) {
        const model::Connection* connection = source.graph.connection(model::ConnectionId(id));
        text += (text.empty() ? "" : ", ") + (connection
                                                  ? source.name(connection->from) + " → " + source.name(connection->to)
                                                  : source.name(model::BlockId(id)));
    }
    return text;
}

// Notes of a kind, with what they are about.
std::string notes(const Source& source, std::string_view kind, const std::string& heading)
{
    MarkdownTable table({source.text("column.note"), source.text("column.about")});
    for (const model::Note& note : source.document().notes)
        if (note.kind == kind && !model::propertyOf(note.properties, "resolved").toBool())
            table.add({source.written(note.text), elementNames(source, note.subjects)});
    return table.isEmpty() ? std::string() : source.heading(heading) + table.text();
}

std::string waivers(const Source& source)
{
    MarkdownTable table({source.text("column.rule"), source.text("column.about"), source.text("column.reason"),
                         source.text("column.by"), source.text("column.until")});
    for (const model::Waiver& waiver : source.document().waivers)
        table.add({source.written(waiver.rule), elementNames(source, waiver.subjects), source.written(waiver.reason),
                   source.written(waiver.by), source.written(waiver.until)});
    return table.isEmpty() ? std::string() : source.heading("waivers.title") + table.text();
}

}  // namespace

std::string decisionSection(const Source& source)
{
    return notes(source, "decision", "decisions.title") + waivers(source);
}

std::string questionSection(const Source& source) { return notes(source, "comment", "questions.title"); }

}  // namespace lintel::exporters::markdown
