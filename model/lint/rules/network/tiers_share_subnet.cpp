#include "model/lint/data_tier.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <map>
#include <set>

namespace lintel::model::lint::rules {

namespace {

struct Tenants {
    std::vector<BlockId> data;
    std::vector<BlockId> servers;
};

const std::set<std::string, std::less<>> kServerRoles{"application", "web", "worker", "proxy"};

bool isServer(const Context& context, const Block& block)
{
    if (block.kind.text() == "ec2-instance")
        return kServerRoles.contains(context.graph.value(block.id, "role").toString());
    return block.kind.text() == "ecs-service" || block.kind.text() == "eks-node-group";
}

/// Where it is drawn, or, for what runs in several subnets at a time, all of those.
std::vector<BlockId> subnetsOfServer(const Context& context, const BlockId& server)
{
    if (const BlockId subnet = context.graph.positionSubnet(server); !subnet.isEmpty()) return {subnet};
    return context.graph.references(server, "subnets");
}

/// Data by the subnet that it is drawn in: subnet groups may name more for the day of a failure.
std::map<BlockId, Tenants> tenants(const Context& context, int& servers)
{
    std::map<BlockId, Tenants> all;
    for (const DataHost& data : dataHosts(context.graph))
        if (const BlockId subnet = context.graph.positionSubnet(data.host); !subnet.isEmpty())
            all[subnet].data.push_back(data.host);
    for (const Block& block : context.document.blocks) {
        if (!isServer(context, block)) continue;
        ++servers;
        for (const BlockId& subnet : subnetsOfServer(context, block.id)) all[subnet].servers.push_back(block.id);
    }
    return all;
}

void check(const Context& context, Report& report)
{
    if (context.profile == Profile::Learning) return;
    int servers = 0;
    for (const auto& [subnet, here] : tenants(context, servers)) {
        if (here.data.empty() || here.servers.empty()) continue;
        // One server and its database: there are no tiers to keep apart yet.
        if (servers < 2 && context.profile != Profile::Production) continue;
        std::vector<std::string> subjects{subnet.text()};
        for (const BlockId& id : here.data) subjects.push_back(id.text());
        report.add(std::move(subjects))
            .with("subnet", labelOf(context.graph, subnet))
            .with("data", labelsOf(context.graph, here.data))
            .with("servers", labelsOf(context.graph, here.servers))
            .witness(texts(here.servers));
    }
}

}  // namespace

Rule tiersShareSubnet() { return {"tiers-share-subnet", "network", Severity::Info, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
