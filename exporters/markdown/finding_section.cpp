#include "exporters/markdown/sections.h"

#include <algorithm>

namespace lintel::exporters::markdown {

namespace {

using model::lint::Finding;
using model::lint::Severity;

std::string severityText(const Source& source, Severity severity)
{
    switch (severity) {
        case Severity::Error: return source.text("severity.error");
        case Severity::Warning: return source.text("severity.warning");
        case Severity::Info: break;
    }
    return source.text("severity.info");
}

/// The blocks of a proof as one walk: a connection stands for its two ends, and what was just named is not said again.
std::vector<model::BlockId> walkOf(const Source& source, const std::vector<std::string>& witness)
{
    std::vector<model::BlockId> walk;
    const auto add = [&](const model::BlockId& id) {
        if (std::find(walk.begin(), walk.end(), id) == walk.end()) walk.push_back(id);
    };
    for (const std::string& id : witness) {
        if (const model::Connection* connection = source.graph.connection(model::ConnectionId(id))) {
            add(connection->from);
            add(connection->to);
        } else {
            add(model::BlockId(id));
        }
    }
    return walk;
}

// Nothing when the message names all of it already.
std::string proof(const Source& source, const Finding& finding)
{
    const auto walk = walkOf(source, finding.witness);
    const std::string message = source.messages.render(finding.message, source.language);
    const bool saysMore = std::any_of(walk.begin(), walk.end(), [&](const model::BlockId& id) {
        const model::Block* block = source.graph.block(id);
        return block && message.find(block->label()) == std::string::npos;
    });
    return saysMore ? source.names(walk) : std::string();
}

// Why a rule objects and what to do, told once for all its findings.
std::string reason(const Source& source, const std::string& rule)
{
    std::string text;
    for (const char* part : {".why", ".advice"}) {
        const std::string id = "rule." + rule + part;
        if (source.messages.contains(id)) text += " " + escaped(source.messages.text(id, source.language));
    }
    if (text.empty()) return {};
    const std::string title = escaped(source.messages.text("rule." + rule + ".title", source.language));
    return "- **" + title + "** (" + escaped(rule) + "):" + text + "\n";
}

}  // namespace

std::string findingSection(const Source& source, const std::vector<Finding>& findings)
{
    std::string text = source.heading("findings.title");
    MarkdownTable table({source.text("column.severity"), source.text("column.finding"), source.text("column.proof"),
                         source.text("column.rule")});
    std::vector<std::string> rules;  // each reason once, below the table
    for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Info}) {
        for (const Finding& finding : findings) {
            if (finding.waived || finding.severity != severity) continue;
            table.add({severityText(source, severity),
                       escaped(source.messages.render(finding.message, source.language)), proof(source, finding),
                       escaped(finding.rule)});
            const std::string line = reason(source, finding.rule);
            if (!line.empty() && std::find(rules.begin(), rules.end(), line) == rules.end()) rules.push_back(line);
        }
    }
    if (table.isEmpty()) return text + source.text("findings.none") + "\n\n";
    text += table.text();
    if (rules.empty()) return text;
    text += source.text("findings.why") + "\n\n";
    for (const std::string& rule : rules) text += rule;
    return text + "\n";
}

}  // namespace lintel::exporters::markdown
