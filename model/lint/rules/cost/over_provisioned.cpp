#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <map>

namespace lintel::model::lint::rules {

Rule overProvisioned();

namespace {

std::size_t limit(const Context& context, std::string_view key)
{
    return static_cast<std::size_t>(std::max<std::int64_t>(0, overProvisioned().parameter(context, key)));
}

std::size_t workloadsOf(const Context& context, const BlockId& cluster)
{
    std::size_t count = 0;
    for (const BlockId& inside : context.graph.containment().descendants(cluster)) {
        const Block& block = *context.graph.block(inside);
        const bool isWorkload = block.kind.text() == "eks-workload" || context.catalogue.flag(block, "software");
        count += isWorkload && !context.catalogue.flag(block, "monitoring") ? 1 : 0;
    }
    return count;
}

void check(const Context& context, Report& report)
{
    if (context.profile == Profile::Production) return;
    const std::size_t fewServices = limit(context, "services");
    const std::size_t manyGateways = limit(context, "gateways");
    for (const BlockId& cluster : context.graph.blocksOfKind("eks-cluster")) {
        const std::size_t count = workloadsOf(context, cluster);
        // Nothing drawn on it yet says nothing about it.
        if (count == 0 || count > fewServices) continue;
        report.add(cluster).with("name", labelOf(context.graph, cluster)).with("count", std::to_string(count));
    }
    std::map<BlockId, std::vector<BlockId>> gateways;
    for (const BlockId& gateway : context.graph.blocksOfKind("nat-gateway"))
        gateways[context.graph.vpcOf(gateway)].push_back(gateway);
    for (const auto& [vpc, all] : gateways)
        if (!vpc.isEmpty() && all.size() >= manyGateways)
            report.add(texts(all))
                .variant("gateways")
                .with("name", labelOf(context.graph, vpc))
                .with("count", std::to_string(all.size()));
}

}  // namespace

Rule overProvisioned()
{
    Rule rule{"over-provisioned", "cost", Severity::Info, Softening::Never, check, Nature::TradeOff};
    // Up to three services, a cluster's control plane costs more attention and money than what runs on it. A gateway
    // per zone in three zones: for profiles whose word is small, one or two do.
    rule.parameters = {{"services", 3}, {"gateways", 3}};
    return rule;
}

}  // namespace lintel::model::lint::rules
