#include "model/lint/fixes/address_fixes.h"
#include "model/lint/rule.h"

namespace lintel::model::lint::rules {

namespace {

void check(const Context& context, Report& report)
{
    for (const BlockId& vpc : context.graph.blocksOfKind("vpc")) {
        const std::vector<BlockId> subnets = context.graph.subnetsOfVpc(vpc);
        for (std::size_t later = 0; later < subnets.size(); ++later) {
            const auto range = analysis::parseCidr(context.graph.value(subnets[later], "cidr").toString());
            for (std::size_t earlier = 0; range && earlier < later; ++earlier) {
                const auto other = analysis::parseCidr(context.graph.value(subnets[earlier], "cidr").toString());
                if (!other || !other->overlaps(*range)) continue;
                // Of two aligned blocks that meet, one holds the other.
                const analysis::Cidr shared = other->prefix > range->prefix ? *other : *range;
                auto finding = report.add({subnets[later].text(), subnets[earlier].text()});
                finding.with("subnet", context.graph.block(subnets[later])->label())
                    .with("other", context.graph.block(subnets[earlier])->label())
                    .with("range", shared.canonical().text());
                fixes::offerMove(context, subnets[later], finding);
            }
        }
    }
}

}  // namespace

Rule subnetOverlap() { return {"subnet-overlap", "network", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
