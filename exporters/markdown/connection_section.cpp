#include "exporters/markdown/sections.h"

#include <algorithm>

namespace lintel::exporters::markdown {

namespace {

using model::BlockId;

/// Connections that say the same, told together: `main-a, main-c` talk to `db` over mysql 3306.
struct Flow {
    std::vector<BlockId> from;
    std::vector<BlockId> to;
    std::string relation;
    std::string protocol;
    std::string ports;
    std::string name;

    bool isAlike(const Flow& other) const
    {
        return relation == other.relation && protocol == other.protocol && ports == other.ports && name == other.name;
    }
};

std::string relationOf(const model::Connection& connection)
{
    return connection.relation.empty() ? "traffic" : connection.relation;
}

void addOnce(std::vector<BlockId>& into, const BlockId& id)
{
    if (std::find(into.begin(), into.end(), id) == into.end()) into.push_back(id);
}

// First by one source to several destinations, then several sources to the same destinations.
std::vector<Flow> flowsOf(const model::Document& document)
{
    std::vector<Flow> bySource;
    for (const model::Connection& connection : document.connections) {
        const Flow flow{{connection.from},   {connection.to},  relationOf(connection),
                        connection.protocol, connection.ports, connection.name};
        const auto same = std::find_if(bySource.begin(), bySource.end(), [&](const Flow& other) {
            return other.from == flow.from && other.isAlike(flow);
        });
        if (same == bySource.end())
            bySource.push_back(flow);
        else
            addOnce(same->to, connection.to);
    }
    std::vector<Flow> merged;
    for (const Flow& flow : bySource) {
        const auto same = std::find_if(merged.begin(), merged.end(),
                                       [&](const Flow& other) { return other.to == flow.to && other.isAlike(flow); });
        if (same == merged.end())
            merged.push_back(flow);
        else
            addOnce(same->from, flow.from.front());
    }
    return merged;
}

std::string relationText(const Source& source, const std::string& relation)
{
    const std::string id = "relation." + relation;
    // A relation of a newer version has no text here.
    return source.messages.contains("markdown." + id) ? source.text(id) : escaped(relation);
}

}  // namespace

std::string connectionSection(const Source& source)
{
    MarkdownTable traffic({source.text("column.from"), source.text("column.to"), source.text("column.protocol"),
                           source.text("column.ports"), source.text("column.name")});
    MarkdownTable others({source.text("column.relation"), source.text("column.from"), source.text("column.to"),
                          source.text("column.name")});
    for (const Flow& flow : flowsOf(source.document())) {
        const std::string from = source.names(flow.from, 12);
        const std::string to = source.names(flow.to, 12);
        if (flow.relation == "traffic")
            traffic.add({from, to, escaped(flow.protocol), escaped(flow.ports), escaped(flow.name)});
        else if (flow.relation != "attach")  // what belongs together is told with the blocks
            others.add({relationText(source, flow.relation), from, to, escaped(flow.name)});
    }
    std::string text;
    if (!traffic.isEmpty()) text += source.heading("connections.title") + traffic.text();
    if (!others.isEmpty()) text += source.heading("connections.others") + others.text();
    return text;
}

}  // namespace lintel::exporters::markdown
