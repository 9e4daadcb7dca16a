#include "model/lint/fixes/nat_gateways.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <map>

namespace lintel::model::lint::rules {

namespace {

void check(const Context& context, Report& report)
{
    std::map<BlockId, std::vector<BlockId>> all;
    for (const BlockId& subnet : context.graph.blocksOfKind("subnet")) {
        const auto route = context.routes.routeTo(subnet, {0, 0});
        if (route && context.routes.isActive(*route) && context.graph.isKind(route->target, "ec2-instance"))
            all[route->target].push_back(subnet);
    }
    for (const auto& [instance, subnets] : all) {
        std::vector<std::string> witness = texts(subnets);
        witness.push_back(instance.text());
        const std::string name = labelOf(context.graph, instance);
        auto finding = report.add(instance);
        finding.with("name", name).with("subnets", labelsOf(context.graph, subnets)).witness(std::move(witness));
        // Where money is short it is a choice to write down, not a fault.
        if (context.profile != Profile::Production) finding.severity(Severity::Info);
        edit::Transaction transaction(context.document);
        if (fixes::sendThroughNat(context, subnets, transaction))
            finding.fix("nat-gateway", false, transaction.finish({"rule.nat-instance.fix.gateway", {{"name", name}}}));
    }
}

}  // namespace

Rule natInstance() { return {"nat-instance", "network", Severity::Warning, Softening::Never, check, Nature::TradeOff}; }

}  // namespace lintel::model::lint::rules
