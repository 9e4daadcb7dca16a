#include "model/lint/labels.h"
#include "model/lint/rule.h"

namespace lintel::model::lint::rules {

namespace {

void check(const Context& context, Report& report)
{
    if (context.profile == Profile::Learning) return;
    for (const BlockId& host : context.graph.blocksOfKind("ec2-instance"))
        if (context.graph.value(host, "role").toString() == "bastion" && context.graph.hasPublicAddress(host))
            report.add(host).with("name", labelOf(context.graph, host));
}

}  // namespace

Rule bastionTradeoff()
{
    return {"bastion-tradeoff", "exposure", Severity::Info, Softening::Never, check, Nature::TradeOff};
}

}  // namespace lintel::model::lint::rules
