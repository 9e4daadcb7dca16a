#include "model/lint/data_tier.h"

#include "model/lint/host_contents.h"

#include <algorithm>
#include <set>

namespace lintel::model::lint {

namespace {

const std::set<std::string, std::less<>> kDataRoles{"database", "cache", "broker", "search"};

bool isManaged(const graph::ArchitectureGraph& graph, const Block& block)
{
    return graph.catalogue().flag(block, "data-store") && graph.catalogue().flag(block, "has-interface") &&
           !graph.catalogue().flag(block, "software");
}

bool isDataSoftware(const graph::ArchitectureGraph& graph, const BlockId& id)
{
    const Block& block = *graph.block(id);
    return graph.catalogue().flag(block, "data-store") && graph.catalogue().flag(block, "software");
}

std::vector<BlockId> dataSoftwareOn(const graph::ArchitectureGraph& graph, const BlockId& host)
{
    std::vector<BlockId> data;
    for (const BlockId& inside : graph.containment().descendants(host))
        if (isDataSoftware(graph, inside)) data.push_back(inside);
    return data;
}

// An instance that nobody gave a role keeps data when nothing but data runs on it.
bool isDataHost(const graph::ArchitectureGraph& graph, const HostContents& contents, const BlockId& host)
{
    const std::string& role = graph.value(host, "role").toString();
    if (!role.empty()) return kDataRoles.contains(role);
    return contents.applications.empty() && !dataSoftwareOn(graph, host).empty();
}

std::vector<DataHost> findHosts(const graph::ArchitectureGraph& graph)
{
    std::vector<DataHost> all;
    for (const BlockId& id : graph.blocksWithFlag("data-store")) {
        if (!isManaged(graph, *graph.block(id))) continue;
        const bool isElsewhere = !graph.reference(id, "cluster").isEmpty();
        const bool hasPlace = !graph.positionSubnet(id).isEmpty() || !graph.references(id, "subnets").empty();
        if (!isElsewhere && (hasPlace || graph.reference(id, "source").isEmpty())) all.push_back({id, {id}});
    }
    for (const HostContents& contents : hostContents(graph))
        for (const BlockId& host : contents.hosts)
            if (graph.isKind(host, "ec2-instance") && isDataHost(graph, contents, host)) {
                std::vector<BlockId> data = dataSoftwareOn(graph, host);
                if (data.empty()) data.push_back(host);
                all.push_back({host, std::move(data)});
            }
    std::sort(all.begin(), all.end(), [](const DataHost& a, const DataHost& b) { return a.host < b.host; });
    return all;
}

std::vector<BlockId> findBlocks(const graph::ArchitectureGraph& graph)
{
    std::set<BlockId> all;
    for (const BlockId& id : graph.blocksWithFlag("data-store"))
        // A cluster answers for its instances: it has their security groups and their public address.
        if ((isManaged(graph, *graph.block(id)) && graph.reference(id, "cluster").isEmpty()) ||
            isDataSoftware(graph, id))
            all.insert(id);
    for (const DataHost& host : dataHosts(graph)) all.insert(host.data.begin(), host.data.end());
    return {all.begin(), all.end()};
}

}  // namespace

const std::vector<DataHost>& dataHosts(const graph::ArchitectureGraph& graph)
{
    return graph.shared<std::vector<DataHost>>("data-hosts", [&] { return findHosts(graph); });
}

const std::vector<BlockId>& dataBlocks(const graph::ArchitectureGraph& graph)
{
    return graph.shared<std::vector<BlockId>>("data-blocks", [&] { return findBlocks(graph); });
}

}  // namespace lintel::model::lint
