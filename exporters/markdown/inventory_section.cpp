#include "exporters/markdown/block_details.h"
#include "exporters/markdown/block_roles.h"
#include "exporters/markdown/sections.h"

#include <algorithm>
#include <array>
#include <map>

namespace lintel::exporters::markdown {

namespace {

using model::Block;

// From the reader's side of the system to its back.
constexpr const char* kTiers[] = {"client",      "external",    "dns",           "edge",     "entry",
                                  "public",      "application", "data",          "endpoint", "regional",
                                  "integration", "delivery",    "observability", "security", "network"};
constexpr const char* kOther = "other";

std::string shelfOf(const Source& source, const Block& block)
{
    const std::string tier = tierOf(source.graph, block);
    for (const char* known : kTiers)
        if (tier == known) return tier;
    return kOther;
}

// What other sections tell: containers, subnets, route tables, security groups; software is told with its host.
bool isToldElsewhere(const Source& source, const Block& block)
{
    static constexpr std::array<std::string_view, 9> kKinds{"account",           "region", "vpc",
                                                            "availability-zone", "subnet", "route-table",
                                                            "security-group",    "group",  "elastic-ip"};
    const bool isOfThese = std::find(kKinds.begin(), kKinds.end(), block.kind.text()) != kKinds.end();
    return isOfThese || source.graph.hostOf(block.id) != block.id;
}

// The subnet and its zone, else the nearest container that says something.
std::string place(const Source& source, const Block& block)
{
    if (const model::BlockId subnet = source.graph.positionSubnet(block.id); !subnet.isEmpty())
        return source.name(subnet);
    for (const model::BlockId& ancestor : source.graph.containment().ancestors(block.id))
        if (!source.graph.isKind(ancestor, "account") && !source.graph.isKind(ancestor, "region"))
            return source.name(ancestor);
    return {};
}

std::string software(const Source& source, const Block& host)
{
    std::vector<model::BlockId> inside;
    for (const model::BlockId& id : source.graph.containment().descendants(host.id))
        if (source.graph.hostOf(id) == host.id) inside.push_back(id);
    std::string list;
    for (const model::BlockId& id : inside) list += (list.empty() ? "" : ", ") + source.plainName(id);
    return list.empty() ? list : source.text("inventory.software", {{"list", list}});
}

std::string details(const Source& source, const Block& block)
{
    std::string text = software(source, block);
    for (const Detail& detail : detailsOf(source, block))
        text += (text.empty() ? "" : "; ") + detail.title + ": " + detail.value;
    return text;
}

}  // namespace

std::string inventorySection(const Source& source)
{
    std::map<std::string, std::vector<const Block*>> byTier;
    for (const Block& block : source.document().blocks)
        if (!isToldElsewhere(source, block)) byTier[shelfOf(source, block)].push_back(&block);
    if (byTier.empty()) return {};

    std::string text = source.heading("inventory.title");
    std::vector<std::string> order(std::begin(kTiers), std::end(kTiers));
    order.emplace_back(kOther);
    for (const std::string& tier : order) {
        const auto found = byTier.find(tier);
        if (found == byTier.end()) continue;
        text += "### " + source.text("tier." + tier) + "\n\n";
        MarkdownTable table({source.text("column.name"), source.text("column.kind"), source.text("column.place"),
                             source.text("column.details")});
        for (const Block* block : found->second)
            table.add(
                {source.name(block->id), source.kindTitle(*block), place(source, *block), details(source, *block)});
        text += table.text();
    }
    return text;
}

}  // namespace lintel::exporters::markdown
