#include "model/edit/transaction.h"
#include "model/lint/entrances.h"
#include "model/lint/fixes/default_routes.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>

namespace lintel::model::lint::rules {

namespace {

using analysis::SubnetClass;

bool isOnSide(const Context& context, const BlockId& subnet, bool isPublicSide)
{
    const SubnetClass side = context.routes.classOf(subnet);
    return isPublicSide ? side == SubnetClass::Public : side == SubnetClass::Private || side == SubnetClass::Isolated;
}

/// A subnet on the right side in the same zone; empty when there is none.
BlockId standIn(const Context& context, const BlockId& subnet, bool isPublicSide)
{
    const std::string zone = context.graph.zoneOf(subnet);
    if (zone.empty()) return {};
    for (const BlockId& other : context.graph.subnetsOfVpc(context.graph.vpcOf(subnet)))
        if (context.graph.zoneOf(other) == zone && isOnSide(context, other, isPublicSide)) return other;
    return {};
}

/// Every misplaced subnet swapped for its stand-in. Nothing when one of them has none.
void addFix(const Context& context, const BlockId& balancer, const std::vector<BlockId>& misplaced, bool isPublicSide,
            FindingBuilder& finding)
{
    std::vector<BlockId> subnets;
    for (const BlockId& subnet : context.graph.references(balancer, "subnets")) {
        const bool isWrong = std::find(misplaced.begin(), misplaced.end(), subnet) != misplaced.end();
        const BlockId right = isWrong ? standIn(context, subnet, isPublicSide) : subnet;
        if (right.isEmpty()) return;
        if (std::find(subnets.begin(), subnets.end(), right) == subnets.end()) subnets.push_back(right);
    }
    Value::List list;
    for (const BlockId& subnet : subnets) list.emplace_back(subnet.text());
    edit::Transaction transaction(context.document);
    transaction.setProperty(balancer, "subnets", Value(std::move(list)));
    const char* const caption =
        isPublicSide ? "rule.lb-scheme-mismatch.fix.public" : "rule.lb-scheme-mismatch.fix.private";
    // Moving outward makes the load balancer work: whatever stands behind it is then within reach.
    const bool isSafe = !isPublicSide || !fixes::exposesMore(context, transaction.document());
    finding.fix(
        "move-subnets", isSafe,
        transaction.finish(
            {caption, {{"name", labelOf(context.graph, balancer)}, {"subnets", labelsOf(context.graph, subnets)}}}));
}

void check(const Context& context, Report& report)
{
    for (const BlockId& balancer : context.graph.loadBalancers()) {
        const bool isOutward = isInternetFacing(context.graph, balancer);
        std::vector<BlockId> misplaced;
        for (const BlockId& subnet : context.graph.references(balancer, "subnets"))
            if (isOnSide(context, subnet, !isOutward)) misplaced.push_back(subnet);
        if (misplaced.empty()) continue;
        std::vector<std::string> witness{balancer.text()};
        for (const BlockId& subnet : misplaced)
            witness.insert(witness.end(), {subnet.text(), context.routes.tableOf(subnet).text()});
        auto finding = report.add(balancer);
        finding.with("name", labelOf(context.graph, balancer))
            .with("subnets", labelsOf(context.graph, misplaced))
            .witness(std::move(witness));
        if (!isOutward) finding.variant("internal").severity(Severity::Info);
        addFix(context, balancer, misplaced, isOutward, finding);
    }
}

}  // namespace

Rule lbSchemeMismatch() { return {"lb-scheme-mismatch", "exposure", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
