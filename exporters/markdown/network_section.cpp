#include "exporters/markdown/sections.h"

#include "model/analysis/address_plan.h"

#include <algorithm>

namespace lintel::exporters::markdown {

namespace {

using model::BlockId;

constexpr std::size_t kMostFreeRanges = 6;

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

// Of both families.
std::string rangesOf(const Source& source, const BlockId& id)
{
    const std::string sixth = source.graph.value(id, "ipv6-cidr").scalarText();
    const std::string fourth = rangeOf(source, id);
    return escaped(fourth) + (fourth.empty() || sixth.empty() ? "" : ", ") + escaped(sixth);
}

std::string typeOf(const Source& source, const BlockId& subnet)
{
    const auto nameOf = [&](model::analysis::SubnetClass type) {
        return source.text(std::string("subnet-class.") + wordOf(type));
    };
    const std::string fourth = nameOf(source.routes.classOf(subnet));
    const auto sixth = source.routes.ipv6ClassOf(subnet);
    if (!sixth) return fourth;
    return source.text("network.both-types", {{"ipv4", fourth}, {"ipv6", nameOf(*sixth)}});
}

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

// How much of the VPC's own ranges no subnet has taken, and which ranges these are.
std::string freeSpace(const Source& source, const model::analysis::VpcPlan* plan)
{
    if (!plan || plan->ranges.empty()) return {};
    std::vector<std::string> ranges;
    for (const model::analysis::Cidr& range : plan->free) {
        if (ranges.size() == kMostFreeRanges) break;
        ranges.push_back(escaped(range.text()));
    }
    std::string text = source.text(
        "network.space", {{"total", std::to_string(plan->size())}, {"free", std::to_string(plan->freeSize())}});
    if (!ranges.empty())
        text += " " + source.text(plan->free.size() > ranges.size() ? "network.free-first" : "network.free",
                                  {{"ranges", source.listed(ranges)}, {"count", std::to_string(ranges.size())}});
    return text + "\n\n";
}

}  // namespace

std::string networkSection(const Source& source)
{
    const auto& vpcs = source.graph.blocksOfKind("vpc");
    if (vpcs.empty()) return {};
    const model::analysis::AddressPlan addresses(source.graph, source.routes);
    std::string text = source.heading("network.title");
    for (const BlockId& vpc : vpcs) {
        const std::string ranges = rangesOf(source, vpc);
        text += "### " + source.name(vpc) + (ranges.empty() ? "" : " (" + ranges + ")") + "\n\n";
        MarkdownTable table({source.text("column.subnet"), source.text("column.zone"), source.text("column.range"),
                             source.text("column.addresses"), source.text("column.type"),
                             source.text("column.routes")});
        for (const BlockId& subnet : subnetsInOrder(source, vpc)) {
            const std::string subnetRange = rangeOf(source, subnet);
            table.add({source.name(subnet), escaped(source.graph.zoneOf(subnet)), rangesOf(source, subnet),
                       usableAddresses(subnetRange), typeOf(source, subnet), routes(source, subnet)});
        }
        text += table.isEmpty() ? source.text("network.no-subnets") + "\n\n"
                                : table.text() + freeSpace(source, addresses.vpc(vpc));
    }
    return text;
}

}  // namespace lintel::exporters::markdown
