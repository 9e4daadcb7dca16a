#include "model/lint/labels.h"
#include "model/lint/node_addresses.h"
#include "model/lint/rule.h"

namespace lintel::model::lint::rules {

namespace {

void check(const Context& context, Report& report)
{
    for (const analysis::VpcPlan& vpc : context.addresses.vpcs())
        for (const analysis::SubnetPlan& subnet : vpc.subnets) {
            const std::vector<BlockId> groups = nodeGroupsIn(context, subnet);
            if (groups.empty() || !subnet.isTooSmall()) continue;
            report.add(subnet.subnet)
                .with("name", labelOf(context.graph, subnet.subnet))
                .with("usable", std::to_string(subnet.usable()))
                .with("needed", std::to_string(subnet.needed()))
                .with("short", std::to_string(-subnet.left()))
                .with("sum", sumOf(context, subnet))
                .witness(texts(groups));
        }
}

}  // namespace

Rule eksPodIps() { return {"eks-pod-ips", "capacity", Severity::Error, Softening::ByProfile, check}; }

}  // namespace lintel::model::lint::rules
