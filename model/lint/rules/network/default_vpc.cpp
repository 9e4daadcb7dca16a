#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <set>

namespace lintel::model::lint::rules {

namespace {

const std::set<std::string, std::less<>> kNoWorkload{"load-balancer", "nat", "endpoint", "vpn", "gateway", "transit"};

std::vector<BlockId> workloadsIn(const Context& context, const BlockId& vpc)
{
    std::vector<BlockId> workloads;
    for (const BlockId& inside : context.graph.containment().descendants(vpc)) {
        const Block& block = *context.graph.block(inside);
        if (context.catalogue.flag(block, "has-interface") && !context.catalogue.flag(block, "software") &&
            !kNoWorkload.contains(context.graph.fact(inside, "role")))
            workloads.push_back(inside);
    }
    return workloads;
}

void check(const Context& context, Report& report)
{
    for (const BlockId& vpc : context.graph.blocksOfKind("vpc")) {
        if (!context.graph.value(vpc, "default-vpc").toBool()) continue;
        const std::vector<BlockId> workloads = workloadsIn(context, vpc);
        if (workloads.empty()) continue;
        report.add(vpc)
            .with("vpc", labelOf(context.graph, vpc))
            .with("names", labelsOf(context.graph, workloads))
            .witness(texts(workloads));
    }
}

}  // namespace

Rule defaultVpc() { return {"default-vpc", "network", Severity::Warning, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
