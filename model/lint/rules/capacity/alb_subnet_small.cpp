#include "model/lint/labels.h"
#include "model/lint/rule.h"

namespace lintel::model::lint::rules {

namespace {

/// "Application Load Balancers: subnets", Elastic Load Balancing guide: a /27 at least, with eight free addresses.
constexpr int kSmallest = 27;

void check(const Context& context, Report& report)
{
    for (const BlockId& balancer : context.graph.blocksOfKind("alb"))
        for (const BlockId& subnet : context.graph.subnetsOf(balancer)) {
            const auto range = analysis::parseCidr(context.graph.value(subnet, "cidr").toString());
            if (!range || range->prefix <= kSmallest) continue;
            report.add({balancer.text(), subnet.text()})
                .with("name", labelOf(context.graph, balancer))
                .with("subnet", labelOf(context.graph, subnet))
                .with("range", range->text());
        }
}

}  // namespace

Rule albSubnetSmall() { return {"alb-subnet-small", "capacity", Severity::Error, Softening::ByProfile, check}; }

}  // namespace lintel::model::lint::rules
