#include "model/lint/fixes/address_fixes.h"

#include "model/edit/transaction.h"

#include <algorithm>

namespace lintel::model::lint::fixes {

std::vector<analysis::Cidr> takenRanges(const Context& context, const BlockId& vpc, const BlockId& except)
{
    std::vector<analysis::Cidr> taken;
    for (const BlockId& subnet : context.graph.subnetsOfVpc(vpc))
        if (const auto range = analysis::parseCidr(context.graph.value(subnet, "cidr").toString()); range && subnet != except)
            taken.push_back(*range);
    return taken;
}

edit::ChangeSet moveSubnetRange(const Context& context, const BlockId& subnet)
{
    const BlockId vpc = context.graph.vpcOf(subnet);
    const auto own = analysis::parseCidr(context.graph.value(subnet, "cidr").toString());
    const int prefix = std::clamp(own ? own->prefix : 24, 16, 28);
    const auto free = analysis::nextFreeBlock(context.routes.rangesOf(vpc), takenRanges(context, vpc, subnet), prefix);
    if (!free) return {};
    edit::Transaction transaction(context.document);
    transaction.setProperty(subnet, "cidr", free->text());
    return transaction.finish({"fix.move-subnet-range",
                               {{"subnet", context.graph.block(subnet)->label()}, {"range", free->text()}}});
}

}  // namespace lintel::model::lint::fixes
