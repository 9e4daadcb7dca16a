#include "exporters/terraform/network/ranges.h"
#include "exporters/terraform/security/ports.h"
#include "exporters/terraform/security/security.h"

#include <algorithm>

namespace lintel::exporters::terraform::security {

using model::Block;

namespace {

bool portsFit(const model::Value& row, const model::Connection& connection)
{
    if (protocolFor(row) == "-1" || connection.ports.empty()) return true;
    const std::vector<PortRange> open = portRanges(row["ports"].scalarText());
    const std::vector<PortRange> wanted = portRanges(connection.ports);
    return std::all_of(wanted.begin(), wanted.end(), [&open](const PortRange& port) {
        return std::any_of(open.begin(), open.end(), [&port](const PortRange& range) { return range.contains(port); });
    });
}

/// Does the text of a rule's peer stand for this block?
bool isPeer(const Design& design, const std::string& text, const Block& block)
{
    for (const Block* group : drawnGroups(design, block)) {
        if (group->id.text() == text) return true;
    }
    const auto range = network::rangeFrom(text);
    if (range && range->prefix == 0) return true;
    if (text == "cloudfront") return design.isKind(block, "cloudfront");
    if (!range) return false;
    for (const Block* subnet : design.subnetsOf(block)) {
        const auto inner = network::rangeFrom(design.text(*subnet, "cidr"));
        if (inner && range->contains(*inner)) return true;
    }
    for (const Block* at = &block; at; at = design.parent(*at)) {
        const auto own = network::rangeFrom(design.text(*at, "cidr"));
        if (!design.isKind(*at, "subnet") && own && range->contains(*own)) return true;
    }
    return false;
}

bool hasRule(const Design& design, const Block& holder, const char* table, const char* peer, const Block& other,
             const model::Connection& connection)
{
    for (const Block* group : drawnGroups(design, holder)) {
        const model::Value& rows = design.value(*group, table);
        if (std::string_view(table) == "outbound" && !rows.isList()) return true;
        for (const model::Value& row : rows.toList()) {
            if (isPeer(design, row[peer].scalarText(), other) && portsFit(row, connection)) return true;
        }
    }
    return false;
}

}  // namespace

bool isAllowed(const Design& design, const model::Connection& connection)
{
    const Block* from = design.block(connection.from.text());
    const Block* to = design.block(connection.to.text());
    if (!from || !to) return false;
    from = &design.host(*from);
    to = &design.host(*to);
    const bool guarded = !drawnGroups(design, *to).empty();
    if (guarded) return hasRule(design, *to, "inbound", "source", *from, connection);
    // Out of the VPC: only the way out is ours to open.
    return design.isKind(*to, "internet") && hasRule(design, *from, "outbound", "destination", *to, connection);
}

}  // namespace lintel::exporters::terraform::security
