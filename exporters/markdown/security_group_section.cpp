#include "exporters/markdown/sections.h"

#include <algorithm>
#include <map>

namespace lintel::exporters::markdown {

namespace {

using model::BlockId;

/// Wider tables are no help to anybody.
constexpr std::size_t kWidestMatrix = 12;

std::string portsOf(const Source& source, const model::Value& row)
{
    const std::string ports = row["ports"].scalarText();
    const std::string protocol = row["protocol"].scalarText();
    const std::string what = ports.empty() ? source.text("all-ports") : escaped(ports);
    return protocol.empty() || protocol == "tcp" || protocol == "all" ? what : escaped(protocol) + " " + what;
}

/// A peer is a range, a prefix list or another group.
std::string peerText(const Source& source, const std::string& peer)
{
    const BlockId group{peer};
    return source.graph.block(group) ? source.name(group) : escaped(peer);
}

// Who may begin to talk to whom: a row for each peer, a column for each group, ports where they meet.
std::string matrix(const Source& source, const std::vector<BlockId>& groups)
{
    std::vector<std::string> peers;
    std::map<std::pair<std::string, BlockId>, std::string> cells;
    std::vector<BlockId> columns;
    for (const BlockId& group : groups) {
        for (const model::Value& row : source.graph.value(group, "inbound").toList()) {
            const std::string peer = row["source"].scalarText();
            if (std::find(peers.begin(), peers.end(), peer) == peers.end()) peers.push_back(peer);
            if (columns.empty() || columns.back() != group) columns.push_back(group);
            std::string& cell = cells[{peer, group}];
            cell += (cell.empty() ? "" : ", ") + portsOf(source, row);
        }
    }
    if (columns.size() < 2 || columns.size() > kWidestMatrix) return {};
    // Ranges first, as what comes from outside.
    std::stable_partition(peers.begin(), peers.end(),
                          [&](const std::string& peer) { return !source.graph.block(BlockId(peer)); });
    std::vector<std::string> header{source.text("security-groups.from-to")};
    for (const BlockId& group : columns) header.push_back(source.name(group));
    MarkdownTable table(std::move(header));
    for (const std::string& peer : peers) {
        std::vector<std::string> line{peerText(source, peer)};
        for (const BlockId& group : columns) {
            const auto cell = cells.find({peer, group});
            line.push_back(cell == cells.end() ? std::string() : cell->second);
        }
        table.add(std::move(line));
    }
    return source.text("security-groups.matrix") + "\n\n" + table.text();
}

void addRules(const Source& source, const BlockId& group, const char* direction, const char* peerKey,
              MarkdownTable& table)
{
    for (const model::Value& row : source.graph.value(group, direction).toList()) {
        const std::string ports = row["ports"].scalarText();
        table.add({source.name(group), source.text(std::string("direction.") + direction),
                   escaped(row["protocol"].scalarText()), ports.empty() ? source.text("all-ports") : escaped(ports),
                   peerText(source, row[peerKey].scalarText()), escaped(row["description"].scalarText())});
    }
}

}  // namespace

std::string securityGroupSection(const Source& source)
{
    MarkdownTable table({source.text("column.group"), source.text("column.direction"), source.text("column.protocol"),
                         source.text("column.ports"), source.text("column.peer"), source.text("column.description")});
    const auto& groups = source.graph.blocksOfKind("security-group");
    for (const BlockId& group : groups) {
        addRules(source, group, "inbound", "source", table);
        addRules(source, group, "outbound", "destination", table);
    }
    if (table.isEmpty()) return {};
    return source.heading("security-groups.title") + matrix(source, groups) + source.text("security-groups.rules") +
           "\n\n" + table.text();
}

}  // namespace lintel::exporters::markdown
