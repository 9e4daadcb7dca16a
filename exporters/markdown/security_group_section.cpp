#include "exporters/markdown/sections.h"

namespace lintel::exporters::markdown {

namespace {

void addRules(const Source& source, const model::BlockId& group, const char* direction, const char* peerKey,
              MarkdownTable& table)
{
    for (const model::Value& row : source.graph.value(group, direction).toList()) {
        const std::string peer = row[peerKey].scalarText();
        const std::string ports = row["ports"].scalarText();
        const std::string protocol = row["protocol"].scalarText();
        // A peer is a range, a prefix list or another group.
        const bool isGroup = source.graph.block(model::BlockId(peer)) != nullptr;
        table.add({source.name(group), source.text(std::string("direction.") + direction), escaped(protocol),
                   ports.empty() ? source.text("all-ports") : escaped(ports),
                   isGroup ? source.name(model::BlockId(peer)) : escaped(peer),
                   escaped(row["description"].scalarText())});
    }
}

}  // namespace

std::string securityGroupSection(const Source& source)
{
    MarkdownTable table({source.text("column.group"), source.text("column.direction"), source.text("column.protocol"),
                         source.text("column.ports"), source.text("column.peer"), source.text("column.description")});
    for (const model::BlockId& group : source.graph.blocksOfKind("security-group")) {
        addRules(source, group, "inbound", "source", table);
        addRules(source, group, "outbound", "destination", table);
    }
    return table.isEmpty() ? std::string() : source.heading("security-groups.title") + table.text();
}

}  // namespace lintel::exporters::markdown
