#include "model/analysis/port_set.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <set>

namespace lintel::model::lint::rules {

Rule quota();

namespace {

/// "Managed prefix list weights", VPC guide: CloudFront's list counts as so many rules.
constexpr std::size_t kCloudFrontWeight = 55;

/// A row of several ports is several rules in AWS.
std::size_t rulesIn(const Value& table, const char* otherEnd)
{
    std::size_t count = 0;
    for (const Value& row : table.toList()) {
        const std::size_t ranges =
            std::max<std::size_t>(1, analysis::PortSet::parse(row["ports"].scalarText()).intervals().size());
        count += ranges * (row[otherEnd].toString() == "cloudfront" ? kCloudFrontWeight : 1);
    }
    return count;
}

std::size_t most(const Context& context, std::string_view key)
{
    return static_cast<std::size_t>(std::max<std::int64_t>(0, quota().parameter(context, key)));
}

void tell(const Context& context, Report& report, const BlockId& id, const char* variant, std::size_t count,
          std::size_t allowed)
{
    report.add(id)
        .variant(variant)
        .with("name", labelOf(context.graph, id))
        .with("count", std::to_string(count))
        .with("most", std::to_string(allowed));
}

void checkGroups(const Context& context, Report& report)
{
    const std::size_t rules = most(context, "rules");
    const std::size_t groups = most(context, "groups");
    for (const BlockId& group : context.graph.blocksOfKind("security-group")) {
        const std::size_t in = rulesIn(context.graph.value(group, "inbound"), "source");
        const std::size_t out = rulesIn(context.graph.value(group, "outbound"), "destination");
        if (std::max(in, out) > rules) tell(context, report, group, "message", std::max(in, out), rules);
    }
    for (const Block& block : context.document.blocks) {
        const std::size_t carried = block.property("security-groups").toList().size();
        if (carried > groups) tell(context, report, block.id, "groups", carried, groups);
    }
}

void checkLoadBalancers(const Context& context, Report& report)
{
    const std::size_t rules = most(context, "listener-rules");
    const std::size_t allowed = most(context, "certificates");
    for (const BlockId& balancer : context.graph.blocksOfKind("alb")) {
        const Value::List& listeners = context.graph.value(balancer, "listeners").toList();
        std::set<std::string> certificates;
        for (const Value& listener : listeners)
            if (const std::string& one = listener["certificate"].toString(); !one.empty()) certificates.insert(one);
        if (listeners.size() > rules) tell(context, report, balancer, "listeners", listeners.size(), rules);
        if (certificates.size() > allowed)
            tell(context, report, balancer, "certificates", certificates.size(), allowed);
    }
}

void check(const Context& context, Report& report)
{
    checkGroups(context, report);
    checkLoadBalancers(context, report);
}

}  // namespace

Rule quota()
{
    Rule rule{"quota", "capacity", Severity::Error, Softening::ByProfile, check};
    // AWS's defaults; support raises them, and then a team says so.
    rule.parameters = {{"rules", 60}, {"groups", 5}, {"listener-rules", 100}, {"certificates", 25}};
    return rule;
}

}  // namespace lintel::model::lint::rules
