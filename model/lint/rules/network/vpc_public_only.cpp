#include "model/lint/data_tier.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <map>
#include <set>

namespace lintel::model::lint::rules {

namespace {

const std::set<std::string, std::less<>> kBelongsOutside{"proxy", "nat", "bastion"};

/// What would be better off in a private subnet, by VPC.
std::map<BlockId, std::vector<BlockId>> insiders(const Context& context)
{
    std::map<BlockId, std::vector<BlockId>> all;
    for (const DataHost& data : dataHosts(context.graph)) all[context.graph.vpcOf(data.host)].push_back(data.host);
    for (const Block& block : context.document.blocks) {
        if (context.catalogue.fact(block, "role") != "compute" || !context.catalogue.flag(block, "has-interface"))
            continue;
        const std::string& role = context.graph.value(block.id, "role").toString();
        std::vector<BlockId>& list = all[context.graph.vpcOf(block.id)];
        if (!kBelongsOutside.contains(role) && std::find(list.begin(), list.end(), block.id) == list.end())
            list.push_back(block.id);
    }
    return all;
}

/// VPCs with subnets, every one of them public.
std::vector<BlockId> publicOnly(const Context& context)
{
    std::map<BlockId, bool> isPublic;
    for (const BlockId& subnet : context.graph.blocksOfKind("subnet")) {
        const auto known = isPublic.emplace(context.graph.vpcOf(subnet), true).first;
        known->second = known->second && context.routes.isPublic(subnet);
    }
    std::vector<BlockId> found;
    for (const auto& [vpc, isSo] : isPublic)
        // A default VPC is like that: what is wrong with using it is said about it.
        if (isSo && !vpc.isEmpty() && !context.graph.value(vpc, "default-vpc").toBool()) found.push_back(vpc);
    return found;
}

void check(const Context& context, Report& report)
{
    const std::vector<BlockId> vpcs = publicOnly(context);
    if (vpcs.empty()) return;
    const std::map<BlockId, std::vector<BlockId>> inside = insiders(context);
    for (const BlockId& vpc : vpcs) {
        const auto here = inside.find(vpc);
        if (here == inside.end() || here->second.empty()) continue;
        report.add(vpc)
            .with("name", labelOf(context.graph, vpc))
            .with("inside", labelsOf(context.graph, here->second))
            .witness(texts(context.graph.subnetsOfVpc(vpc)));
    }
}

}  // namespace

Rule vpcPublicOnly() { return {"vpc-public-only", "network", Severity::Warning, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
