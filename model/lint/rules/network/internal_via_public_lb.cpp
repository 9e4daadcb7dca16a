#include "model/analysis/connected_networks.h"
#include "model/lint/fixes/internal_load_balancer.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>

namespace lintel::model::lint::rules {

namespace {

bool areOneNetwork(const std::vector<analysis::ConnectedPair>& pairs, const BlockId& a, const BlockId& b)
{
    return a == b || std::any_of(pairs.begin(), pairs.end(), [&](const analysis::ConnectedPair& pair) {
               return (pair.a.owner == a && pair.b.owner == b) || (pair.a.owner == b && pair.b.owner == a);
           });
}

/// Calls that leave the network only to come back into it.
std::vector<ConnectionId> hairpins(const Context& context, const BlockId& balancer,
                                   const std::vector<analysis::ConnectedPair>& pairs)
{
    std::vector<ConnectionId> calls;
    const BlockId home = context.graph.vpcOf(balancer);
    for (const ConnectionId& link : context.graph.incoming(balancer)) {
        const Connection& drawn = *context.graph.connection(link);
        const BlockId host = context.graph.hostOf(drawn.from);
        const Block* caller = context.graph.block(host);
        if (!drawn.isNetworkTraffic() || !caller || !context.catalogue.flag(*caller, "has-interface")) continue;
        const BlockId from = context.graph.vpcOf(host);
        if (!from.isEmpty() && areOneNetwork(pairs, from, home)) calls.push_back(link);
    }
    return calls;
}

void check(const Context& context, Report& report)
{
    const std::vector<analysis::ConnectedPair> pairs = analysis::connectedPairs(context.graph, context.routes);
    for (const BlockId& balancer : context.graph.loadBalancers()) {
        if (context.graph.value(balancer, "scheme").toString() != "internet-facing" ||
            context.graph.vpcOf(balancer).isEmpty())
            continue;
        const std::vector<ConnectionId> calls = hairpins(context, balancer, pairs);
        if (calls.empty()) continue;
        std::vector<std::string> subjects{balancer.text()};
        std::vector<std::string> witness;
        std::vector<BlockId> callers;
        for (const ConnectionId& link : calls) {
            const BlockId& from = context.graph.connection(link)->from;
            subjects.push_back(link.text());
            witness.insert(witness.end(), {from.text(), link.text(), balancer.text()});
            if (std::find(callers.begin(), callers.end(), from) == callers.end()) callers.push_back(from);
        }
        edit::Transaction transaction(context.document);
        fixes::addInternalLoadBalancer(context, balancer, calls, transaction);
        const std::string name = labelOf(context.graph, balancer);
        report.add(std::move(subjects))
            .with("callers", labelsOf(context.graph, callers))
            .with("name", name)
            .witness(std::move(witness))
            // Callers have to be told the new name: not a thing to do unasked.
            .fix("add-internal-load-balancer", false,
                 transaction.finish({"rule.internal-via-public-lb.fix.internal", {{"name", name}}}));
    }
}

}  // namespace

Rule internalViaPublicLb() { return {"internal-via-public-lb", "network", Severity::Warning, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
