#include "model/lint/entrances.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <map>

namespace lintel::model::lint::rules {

namespace {

/// Load balancers that people call themselves, by VPC: one decision for all of them.
std::map<BlockId, std::vector<BlockId>> calledDirectly(const Context& context)
{
    std::map<BlockId, std::vector<BlockId>> all;
    for (const BlockId& balancer : context.graph.blocksOfKind("alb")) {
        const bool isOutward =
            isInternetFacing(context.graph, balancer) && !publicCallsTo(context.graph, balancer).empty();
        if (isOutward && distributionsBefore(context.graph, balancer).empty())
            all[context.graph.vpcOf(balancer)].push_back(balancer);
    }
    return all;
}

void check(const Context& context, Report& report)
{
    if (context.profile == Profile::Learning) return;
    for (const auto& [vpc, balancers] : calledDirectly(context))
        report.add(texts(balancers)).with("names", labelsOf(context.graph, balancers)).witness(texts(balancers));
}

}  // namespace

Rule albWithoutCdn()
{
    return {"alb-without-cdn", "exposure", Severity::Info, Softening::Never, check, Nature::TradeOff};
}

}  // namespace lintel::model::lint::rules
