#include "exporters/markdown/block_roles.h"
#include "exporters/markdown/sections.h"

#include <algorithm>

namespace lintel::exporters::markdown {

namespace {

using model::BlockId;

bool isOutside(const Source& source, const model::Block& block)
{
    const model::catalogue::Kind* kind = source.graph.catalogue().kindOf(block);
    if (!kind || kind->flag("aws", true) || kind->flag("software")) return false;
    const std::string& role = kind->fact("role");
    return role != "client" && role != "internet" && role != "group";
}

std::vector<BlockId> ends(const Source& source, const std::vector<model::ConnectionId>& connections, bool isFrom)
{
    std::vector<BlockId> others;
    for (const model::ConnectionId& id : connections) {
        const model::Connection& connection = *source.graph.connection(id);
        const BlockId& other = isFrom ? connection.from : connection.to;
        if (std::find(others.begin(), others.end(), other) == others.end()) others.push_back(other);
    }
    return others;
}

}  // namespace

std::string externalSection(const Source& source)
{
    MarkdownTable table({source.text("column.name"), source.text("column.kind"), source.text("column.used-by"),
                         source.text("column.talks-to")});
    for (const model::Block& block : source.document().blocks) {
        if (!isOutside(source, block)) continue;
        const auto users = ends(source, source.graph.incoming(block.id), true);
        const auto others = ends(source, source.graph.outgoing(block.id), false);
        if (users.empty() && others.empty()) continue;
        table.add({source.name(block.id), source.kindTitle(block), source.names(users), source.names(others)});
    }
    return table.isEmpty() ? std::string() : source.heading("external.title") + table.text();
}

}  // namespace lintel::exporters::markdown
