#include "exporters/markdown/sections.h"

namespace lintel::exporters::markdown {

namespace {

using model::lint::Finding;
using model::lint::Severity;

std::string severityText(const Source& source, const Finding& finding)
{
    if (finding.waived) return source.text("severity.waived");
    switch (finding.severity) {
    case Severity::Error: return source.text("severity.error");
    case Severity::Warning: return source.text("severity.warning");
    case Severity::Info: break;
    }
    return source.text("severity.info");
}

std::string elementName(const Source& source, const std::string& id)
{
    const model::Connection* connection = source.graph.connection(model::ConnectionId(id));
    if (!connection) return source.name(model::BlockId(id));
    return source.name(connection->from) + " → " + source.name(connection->to);
}

std::string names(const Source& source, const std::vector<std::string>& ids, const char* separator)
{
    std::string text;
    for (const std::string& id : ids) text += (text.empty() ? "" : separator) + elementName(source, id);
    return text;
}

}  // namespace

std::string findingSection(const Source& source, const std::vector<Finding>& findings)
{
    std::string text = source.heading("findings.title");
    if (findings.empty()) return text + source.text("findings.none") + "\n\n";
    MarkdownTable table({source.text("column.severity"), source.text("column.rule"), source.text("column.about"),
                         source.text("column.finding"), source.text("column.proof")});
    for (const Finding& finding : findings)
        table.add({severityText(source, finding), escaped(finding.rule), names(source, finding.subjects, ", "),
                   escaped(source.messages.render(finding.message, source.language)), names(source, finding.witness, " → ")});
    return text + table.text();
}

}  // namespace lintel::exporters::markdown
