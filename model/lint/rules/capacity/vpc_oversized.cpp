#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>

namespace lintel::model::lint::rules {

Rule vpcOversized();

namespace {

/// How often the planned addresses shall fit into what is advised instead.
constexpr std::int64_t kAdvised = 4;

std::int64_t plannedAddresses(const analysis::VpcPlan& plan)
{
    std::int64_t planned = 0;
    for (const analysis::SubnetPlan& subnet : plan.subnets) planned += subnet.needed();
    return planned;
}

/// Addresses are scarce only where other networks want some: an office, a partner, another VPC of the design.
bool hasNeighbours(const Context& context, const BlockId& vpc)
{
    const auto& offices = context.graph.blocksOfKind("external-network");
    const bool isOfficeKnown = std::any_of(offices.begin(), offices.end(), [&](const BlockId& id) {
        const auto range = analysis::parseCidr(context.graph.value(id, "cidr").toString());
        return range && analysis::isPrivateRange(*range);
    });
    const auto& vpcs = context.graph.blocksOfKind("vpc");
    return isOfficeKnown || std::any_of(vpcs.begin(), vpcs.end(), [&](const BlockId& id) {
               return id != vpc && !context.graph.value(id, "default-vpc").toBool();
           });
}

int prefixFor(std::int64_t addresses)
{
    int prefix = 28;
    while (prefix > 16 && (std::int64_t{1} << (32 - prefix)) < addresses) --prefix;
    return prefix;
}

void check(const Context& context, Report& report)
{
    const std::int64_t tooOften = vpcOversized().parameter(context, "times");
    const std::int64_t longestPrefix = vpcOversized().parameter(context, "prefix");
    for (const analysis::VpcPlan& plan : context.addresses.vpcs()) {
        if (plan.ranges.empty() || plan.ranges.front().prefix > longestPrefix ||
            context.graph.value(plan.vpc, "default-vpc").toBool())
            continue;
        const std::int64_t planned = plannedAddresses(plan);
        if (planned == 0 || plan.size() < planned * tooOften || !hasNeighbours(context, plan.vpc)) continue;
        report.add(plan.vpc)
            .with("name", labelOf(context.graph, plan.vpc))
            .with("range", plan.ranges.front().text())
            .with("size", std::to_string(plan.size()))
            .with("planned", std::to_string(planned))
            .with("prefix", std::to_string(prefixFor(planned * kAdvised)));
    }
}

}  // namespace

Rule vpcOversized()
{
    Rule rule{"vpc-oversized", "capacity", Severity::Info, Softening::ByProfile, check};
    rule.parameters = {{"times", 16}, {"prefix", 18}};  // smaller ranges hurt nobody
    return rule;
}

}  // namespace lintel::model::lint::rules
