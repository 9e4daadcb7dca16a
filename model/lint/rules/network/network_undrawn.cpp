#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <map>
#include <set>

namespace lintel::model::lint::rules {

namespace {

bool isHost(const Context& context, const BlockId& id)
{
    const catalogue::Kind& kind = *context.graph.kindOf(id);
    return !kind.flag("software") && kind.property("security-groups") != nullptr;
}

/// What the drawing does not say yet about one VPC.
struct Undrawn {
    std::vector<BlockId> unguarded;
    std::set<BlockId> unrouted;
};

std::map<BlockId, Undrawn> undrawnByVpc(const Context& context)
{
    std::map<BlockId, Undrawn> all;
    for (const BlockId& host : context.graph.blocksWithFlag("has-interface")) {
        if (!isHost(context, host)) continue;
        Undrawn& here = all[context.graph.vpcOf(host)];
        if (context.graph.securityGroupsOf(host).empty()) here.unguarded.push_back(host);
        for (const BlockId& subnet : context.graph.subnetsOf(host))
            if (context.routes.classOf(subnet) == analysis::SubnetClass::Unknown) here.unrouted.insert(subnet);
    }
    return all;
}

/// One line about each VPC: what lint cannot answer from until it is drawn.
void tell(const Context& context, const BlockId& vpc, const Undrawn& undrawn, Report& report)
{
    const std::vector<BlockId> unrouted(undrawn.unrouted.begin(), undrawn.unrouted.end());
    std::vector<std::string> witness = texts(unrouted);
    for (const BlockId& host : undrawn.unguarded) witness.push_back(host.text());
    auto finding = report.add(vpc);
    finding.todo()
        .with("vpc", labelOf(context.graph, vpc))
        .with("subnets", labelsOf(context.graph, unrouted))
        .with("hosts", labelsOf(context.graph, undrawn.unguarded))
        .witness(std::move(witness));
    if (undrawn.unguarded.empty())
        finding.variant("routes");
    else if (unrouted.empty())
        finding.variant("groups");
}

void check(const Context& context, Report& report)
{
    for (const auto& [vpc, undrawn] : undrawnByVpc(context))
        if (context.graph.isKind(vpc, "vpc") && (!undrawn.unguarded.empty() || !undrawn.unrouted.empty()))
            tell(context, vpc, undrawn, report);
}

}  // namespace

Rule networkUndrawn() { return {"network-undrawn", "network", Severity::Warning, Softening::ByProfile, check}; }

}  // namespace lintel::model::lint::rules
