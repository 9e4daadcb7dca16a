#include "exporters/markdown/sections.h"

#include "model/analysis/cidr.h"

#include <algorithm>
#include <cstdint>

namespace lintel::exporters::markdown {

namespace {

using model::BlockId;
using model::analysis::SubnetClass;

const char* nameOf(SubnetClass type)
{
    switch (type) {
        case SubnetClass::Public: return "public";
        case SubnetClass::Private: return "private";
        case SubnetClass::Isolated: return "isolated";
        case SubnetClass::Unknown: break;
    }
    return "unknown";
}

std::string usableAddresses(const std::string& range)
{
    const auto cidr = model::analysis::parseCidr(range);
    return cidr ? std::to_string(cidr->usable()) : std::string();
}

std::string routes(const Source& source, const BlockId& subnet)
{
    std::string text;
    for (const model::analysis::Route& route : source.routes.routesOf(source.routes.tableOf(subnet))) {
        const std::string target = route.target.isEmpty() ? "?" : source.name(route.target);
        text += (text.empty() ? "" : "; ") + escaped(route.destination) + " → " + target;
    }
    return text;
}

std::string rangeOf(const Source& source, const BlockId& id) { return source.graph.value(id, "cidr").scalarText(); }

// In the order of their addresses; those without a range come last.
std::vector<BlockId> subnetsInOrder(const Source& source, const BlockId& vpc)
{
    std::vector<BlockId> subnets = source.graph.subnetsOfVpc(vpc);
    std::stable_sort(subnets.begin(), subnets.end(), [&](const BlockId& a, const BlockId& b) {
        const auto first = model::analysis::parseCidr(rangeOf(source, a));
        const auto second = model::analysis::parseCidr(rangeOf(source, b));
        return first && second ? first->first() < second->first() : first.has_value() && !second;
    });
    return subnets;
}

// How much of the VPC's own range no subnet has taken.
std::string freeSpace(const Source& source, const BlockId& vpc)
{
    const auto whole = model::analysis::parseCidr(rangeOf(source, vpc));
    if (!whole) return {};
    std::int64_t taken = 0;
    for (const BlockId& subnet : source.graph.subnetsOfVpc(vpc)) {
        const auto range = model::analysis::parseCidr(rangeOf(source, subnet));
        if (range && whole->contains(*range)) taken += std::int64_t{1} << (32 - range->prefix);
    }
    const std::int64_t total = std::int64_t{1} << (32 - whole->prefix);
    return source.text("network.space", {{"total", std::to_string(total)},
                                         {"free", std::to_string(std::max<std::int64_t>(0, total - taken))}}) +
           "\n\n";
}

}  // namespace

std::string networkSection(const Source& source)
{
    const auto& vpcs = source.graph.blocksOfKind("vpc");
    if (vpcs.empty()) return {};
    std::string text = source.heading("network.title");
    for (const BlockId& vpc : vpcs) {
        const std::string range = rangeOf(source, vpc);
        text += "### " + source.name(vpc) + (range.empty() ? "" : " (" + escaped(range) + ")") + "\n\n";
        MarkdownTable table({source.text("column.subnet"), source.text("column.zone"), source.text("column.range"),
                             source.text("column.addresses"), source.text("column.type"),
                             source.text("column.routes")});
        for (const BlockId& subnet : subnetsInOrder(source, vpc)) {
            const std::string subnetRange = rangeOf(source, subnet);
            table.add({source.name(subnet), escaped(source.graph.zoneOf(subnet)), escaped(subnetRange),
                       usableAddresses(subnetRange),
                       source.text(std::string("subnet-class.") + nameOf(source.routes.classOf(subnet))),
                       routes(source, subnet)});
        }
        text += table.isEmpty() ? source.text("network.no-subnets") + "\n\n" : table.text() + freeSpace(source, vpc);
    }
    return text;
}

}  // namespace lintel::exporters::markdown
