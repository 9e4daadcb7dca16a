#include "model/lint/node_addresses.h"

#include "model/lint/labels.h"

#include <algorithm>

namespace lintel::model::lint {

std::vector<BlockId> nodeGroupsIn(const Context& context, const analysis::SubnetPlan& subnet)
{
    std::vector<BlockId> groups;
    for (const analysis::AddressDemand& demand : subnet.demand)
        if (context.graph.isKind(demand.block, "eks-node-group")) groups.push_back(demand.block);
    return groups;
}

std::string sumOf(const Context& context, const analysis::SubnetPlan& subnet)
{
    // The rest is named by its number: nobody reads a sum of twenty terms.
    constexpr std::size_t kShown = 4;
    std::vector<analysis::AddressDemand> terms = subnet.demand;
    std::stable_sort(terms.begin(), terms.end(), [](const auto& a, const auto& b) { return a.count > b.count; });
    std::string sum;
    std::int64_t rest = 0;
    for (std::size_t at = 0; at < terms.size(); ++at) {
        if (at >= kShown)
            rest += terms[at].count;
        else
            sum += (sum.empty() ? "" : " + ") + std::to_string(terms[at].count) + " " +
                   labelOf(context.graph, terms[at].block);
    }
    return rest == 0 ? sum : sum + " + " + std::to_string(rest);
}

}  // namespace lintel::model::lint
