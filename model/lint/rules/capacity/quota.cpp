#include "model/analysis/port_set.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <set>

namespace lintel::model::lint::rules {

namespace {

/// AWS's defaults; support raises them.
constexpr std::size_t kMostRules = 60;
constexpr std::size_t kMostGroups = 5;
constexpr std::size_t kMostListenerRules = 100;
constexpr std::size_t kMostCertificates = 25;
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

void tell(const Context& context, Report& report, const BlockId& id, const char* variant, std::size_t count,
          std::size_t most)
{
    report.add(id)
        .variant(variant)
        .with("name", labelOf(context.graph, id))
        .with("count", std::to_string(count))
        .with("most", std::to_string(most));
}

void checkGroups(const Context& context, Report& report)
{
    for (const BlockId& group : context.graph.blocksOfKind("security-group")) {
        const std::size_t in = rulesIn(context.graph.value(group, "inbound"), "source");
        const std::size_t out = rulesIn(context.graph.value(group, "outbound"), "destination");
        if (std::max(in, out) > kMostRules) tell(context, report, group, "message", std::max(in, out), kMostRules);
    }
    for (const Block& block : context.document.blocks) {
        const std::size_t carried = block.property("security-groups").toList().size();
        if (carried > kMostGroups) tell(context, report, block.id, "groups", carried, kMostGroups);
    }
}

void checkLoadBalancers(const Context& context, Report& report)
{
    for (const BlockId& balancer : context.graph.blocksOfKind("alb")) {
        const Value::List& listeners = context.graph.value(balancer, "listeners").toList();
        std::set<std::string> certificates;
        for (const Value& listener : listeners)
            if (const std::string& one = listener["certificate"].toString(); !one.empty()) certificates.insert(one);
        if (listeners.size() > kMostListenerRules)
            tell(context, report, balancer, "listeners", listeners.size(), kMostListenerRules);
        if (certificates.size() > kMostCertificates)
            tell(context, report, balancer, "certificates", certificates.size(), kMostCertificates);
    }
}

void check(const Context& context, Report& report)
{
    checkGroups(context, report);
    checkLoadBalancers(context, report);
}

}  // namespace

Rule quota() { return {"quota", "capacity", Severity::Error, Softening::ByProfile, check}; }

}  // namespace lintel::model::lint::rules
