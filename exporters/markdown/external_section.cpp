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

std::vector<BlockId> talksTo(const Source& source, const BlockId& id)
{
    std::vector<BlockId> others;
    const auto add = [&](const BlockId& other) {
        if (std::find(others.begin(), others.end(), other) == others.end()) others.push_back(other);
    };
    for (const model::ConnectionId& each : source.graph.incoming(id)) add(source.graph.connection(each)->from);
    for (const model::ConnectionId& each : source.graph.outgoing(id)) add(source.graph.connection(each)->to);
    return others;
}

}  // namespace

std::string externalSection(const Source& source)
{
    MarkdownTable table({source.text("column.name"), source.text("column.kind"), source.text("column.talks-to")});
    for (const model::Block& block : source.document().blocks) {
        if (!isOutside(source, block)) continue;
        const auto others = talksTo(source, block.id);
        if (!others.empty()) table.add({source.name(block.id), source.kindTitle(block), source.names(others)});
    }
    return table.isEmpty() ? std::string() : source.heading("external.title") + table.text();
}

}  // namespace lintel::exporters::markdown
