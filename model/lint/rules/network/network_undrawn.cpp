#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>

namespace lintel::model::lint::rules {

namespace {

bool isHost(const Context& context, const BlockId& id)
{
    const catalogue::Kind& kind = *context.graph.kindOf(id);
    return !kind.flag("software") && kind.property("security-groups") != nullptr;
}

/// One line about each VPC: what lint cannot answer from until it is drawn.
void checkVpc(const Context& context, const BlockId& vpc, Report& report)
{
    std::vector<BlockId> unguarded;
    std::vector<BlockId> unrouted;
    for (const BlockId& host : context.graph.blocksWithFlag("has-interface")) {
        if (!isHost(context, host) || context.graph.vpcOf(host) != vpc) continue;
        if (context.graph.securityGroupsOf(host).empty()) unguarded.push_back(host);
        for (const BlockId& subnet : context.graph.subnetsOf(host)) {
            const bool isKnown = context.routes.classOf(subnet) != analysis::SubnetClass::Unknown;
            if (!isKnown && std::find(unrouted.begin(), unrouted.end(), subnet) == unrouted.end())
                unrouted.push_back(subnet);
        }
    }
    if (unguarded.empty() && unrouted.empty()) return;
    std::sort(unrouted.begin(), unrouted.end());
    std::vector<std::string> witness = texts(unrouted);
    for (const BlockId& host : unguarded) witness.push_back(host.text());
    auto finding = report.add(vpc);
    finding.todo()
        .with("vpc", labelOf(context.graph, vpc))
        .with("subnets", labelsOf(context.graph, unrouted))
        .with("hosts", labelsOf(context.graph, unguarded))
        .witness(std::move(witness));
    if (unguarded.empty())
        finding.variant("routes");
    else if (unrouted.empty())
        finding.variant("groups");
}

void check(const Context& context, Report& report)
{
    for (const BlockId& vpc : context.graph.blocksOfKind("vpc")) checkVpc(context, vpc, report);
}

}  // namespace

Rule networkUndrawn() { return {"network-undrawn", "network", Severity::Warning, Softening::ByProfile, check}; }

}  // namespace lintel::model::lint::rules
