#include "model/analysis/address_rules.h"
#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <optional>
#include <set>

namespace lintel::model::lint::rules {

Rule noGrowthBlock();

namespace {

/// The largest subnet of the VPC; nothing while none has a range or they lie outside of it.
std::optional<analysis::Cidr> largestSubnet(const analysis::VpcPlan& plan)
{
    std::optional<analysis::Cidr> largest;
    for (const analysis::SubnetPlan& subnet : plan.subnets) {
        if (!subnet.range) return std::nullopt;
        if (!largest || subnet.range->prefix < largest->prefix) largest = subnet.range;
    }
    return largest;
}

std::set<std::string> zonesOf(const Context& context, const analysis::VpcPlan& plan)
{
    std::set<std::string> zones;
    for (const analysis::SubnetPlan& subnet : plan.subnets) zones.insert(context.graph.zoneOf(subnet.subnet));
    return zones;
}

/// One more range as large as the first, where no network of the design is: beside it in 10.0.0.0/8, else from the
/// shared range that AWS takes beside every other.
edit::ChangeSet addRange(const Context& context, const analysis::VpcPlan& plan, const std::string& name)
{
    static const std::vector<analysis::Cidr> kSpaces{*analysis::parseCidr("10.128.0.0/9"),
                                                     *analysis::parseCidr("100.64.0.0/10")};
    std::vector<analysis::Cidr> spaces;
    for (const analysis::Cidr& space : kSpaces)
        if (analysis::mayJoin(plan.ranges.front(), space)) spaces.push_back(space);
    std::vector<analysis::Cidr> taken;
    for (const analysis::Network& network : analysis::networksOf(context.graph, context.routes))
        taken.insert(taken.end(), network.ranges.begin(), network.ranges.end());
    const auto range = analysis::nextFreeBlock(spaces, taken, plan.ranges.front().prefix);
    if (!range) return {};
    Value::List more = context.graph.value(plan.vpc, "secondary-cidrs").toList();
    more.emplace_back(range->text());
    edit::Transaction transaction(context.document);
    transaction.setProperty(plan.vpc, "secondary-cidrs", Value(std::move(more)));
    return transaction.finish({"rule.no-growth-block.fix.range", {{"name", name}, {"range", range->text()}}});
}

void check(const Context& context, Report& report)
{
    const auto allZones =
        static_cast<std::size_t>(std::max<std::int64_t>(0, noGrowthBlock().parameter(context, "zones")));
    for (const analysis::VpcPlan& plan : context.addresses.vpcs()) {
        const std::optional<analysis::Cidr> largest = largestSubnet(plan);
        const std::set<std::string> zones = zonesOf(context, plan);
        if (plan.ranges.empty() || !largest || zones.contains("") || zones.size() < 2 || zones.size() >= allZones)
            continue;
        if (plan.nextRange(largest->prefix) || context.graph.value(plan.vpc, "default-vpc").toBool()) continue;
        const std::string name = labelOf(context.graph, plan.vpc);
        report.add(plan.vpc)
            .with("name", name)
            .with("prefix", std::to_string(largest->prefix))
            .fix("second-range", false, addRange(context, plan, name));
    }
}

}  // namespace

Rule noGrowthBlock()
{
    Rule rule{"no-growth-block", "capacity", Severity::Info, Softening::ByProfile, check};
    rule.parameters = {{"zones", 3}};  // as many as most regions offer
    return rule;
}

}  // namespace lintel::model::lint::rules
