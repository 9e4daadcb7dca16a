#include "model/lint/labels.h"
#include "model/lint/node_addresses.h"
#include "model/lint/rule.h"

#include <algorithm>

namespace lintel::model::lint::rules {

Rule subnetExhaustion();

namespace {

bool isTooSmallForItsLoadBalancer(const Context& context, const analysis::SubnetPlan& subnet)
{
    return subnet.range->prefix > 27 &&
           std::any_of(subnet.demand.begin(), subnet.demand.end(),
                       [&](const auto& demand) { return context.graph.isKind(demand.block, "alb"); });
}

void check(const Context& context, Report& report)
{
    const std::int64_t fullPercent = subnetExhaustion().parameter(context, "percent");
    for (const analysis::VpcPlan& vpc : context.addresses.vpcs())
        for (const analysis::SubnetPlan& subnet : vpc.subnets) {
            if (!subnet.range || subnet.usable() <= 0 || subnet.needed() * 100 <= subnet.usable() * fullPercent)
                continue;
            // Nodes with their pods have a finding of their own, and so has a load balancer in a subnet too small for
            // it.
            if (!nodeGroupsIn(context, subnet).empty() || isTooSmallForItsLoadBalancer(context, subnet)) continue;
            auto finding = report.add(subnet.subnet);
            finding.with("name", labelOf(context.graph, subnet.subnet))
                .with("needed", std::to_string(subnet.needed()))
                .with("usable", std::to_string(subnet.usable()))
                .with("sum", sumOf(context, subnet));
            if (!subnet.isTooSmall()) finding.variant("nearly").severity(Severity::Warning);
        }
}

}  // namespace

Rule subnetExhaustion()
{
    Rule rule{"subnet-exhaustion", "capacity", Severity::Error, Softening::ByProfile, check};
    // From here on, a deploy that doubles its servers for a while may not fit any more.
    rule.parameters = {{"percent", 80}};
    return rule;
}

}  // namespace lintel::model::lint::rules
