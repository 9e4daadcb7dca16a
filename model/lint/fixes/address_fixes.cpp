#include "model/lint/fixes/address_fixes.h"

#include "model/analysis/address_rules.h"
#include "model/edit/transaction.h"

#include <algorithm>

namespace lintel::model::lint::fixes {

namespace {

std::optional<analysis::Cidr> rangeOf(const Context& context, const BlockId& subnet)
{
    return analysis::parseCidr(context.graph.value(subnet, "cidr").toString());
}

std::optional<analysis::Cidr> freeBlockFor(const Context& context, const BlockId& subnet)
{
    const BlockId vpc = context.graph.vpcOf(subnet);
    const auto own = rangeOf(context, subnet);
    const int prefix = std::clamp(own ? own->prefix : 24, 16, 28);
    return analysis::nextFreeBlock(context.routes.rangesOf(vpc), takenRanges(context, vpc, subnet), prefix);
}

}  // namespace

bool isNamedByRules(const Context& context, const analysis::Cidr& from, const analysis::Cidr& to)
{
    const auto knowsTheOld = [&](const Value& row, const char* end) {
        const auto range = analysis::parseCidr(row[end].toString());
        return range && range->overlaps(from) && !range->contains(to);
    };
    for (const char* kind : {"security-group", "network-acl"})
        for (const BlockId& table : context.graph.blocksOfKind(kind))
            for (const auto& [rows, end] : {std::pair{"inbound", "source"}, std::pair{"outbound", "destination"}})
                for (const Value& row : context.graph.value(table, rows).toList())
                    if (knowsTheOld(row, end)) return true;
    return false;
}

std::vector<analysis::Cidr> takenRanges(const Context& context, const BlockId& vpc, const BlockId& except)
{
    std::vector<analysis::Cidr> taken;
    for (const BlockId& subnet : context.graph.subnetsOfVpc(vpc))
        if (const auto range = analysis::parseCidr(context.graph.value(subnet, "cidr").toString());
            range && subnet != except)
            taken.push_back(*range);
    return taken;
}

edit::ChangeSet moveSubnetRange(const Context& context, const BlockId& subnet)
{
    const auto free = freeBlockFor(context, subnet);
    if (!free) return {};
    edit::Transaction transaction(context.document);
    transaction.setProperty(subnet, "cidr", free->text());
    return transaction.finish(
        {"fix.move-subnet-range", {{"subnet", context.graph.block(subnet)->label()}, {"range", free->text()}}});
}

void offerMove(const Context& context, const BlockId& subnet, FindingBuilder& finding)
{
    const auto from = rangeOf(context, subnet);
    const auto to = freeBlockFor(context, subnet);
    // In a VPC whose own range is refused there is no good place.
    if (!to || (analysis::faultOf(*to) != analysis::RangeFault::None &&
                analysis::faultOf(*to) != analysis::RangeFault::ServiceRange))
        return;
    finding.fix("move-subnet-range", from && !isNamedByRules(context, *from, *to), moveSubnetRange(context, subnet));
}

}  // namespace lintel::model::lint::fixes
