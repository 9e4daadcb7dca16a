#include "exporters/markdown/block_roles.h"
#include "exporters/markdown/summary_sentences.h"

#include <algorithm>
#include <map>

namespace lintel::exporters::markdown {

namespace {

using model::BlockId;
using model::analysis::SubnetClass;

// Servers and stores that stand by themselves; what runs inside of another of them is told with it.
bool isToldHere(const Source& source, const BlockId& id)
{
    const auto& graph = source.graph;
    if (graph.hostOf(id) != id) return false;
    const std::string role = graph.fact(id, "role");
    const bool isTold = isCompute(graph, id) || isStore(graph, id) || isCopy(graph, id) || role == "load-balancer" ||
                        role == "nat" || graph.isKind(id, "eks-cluster");
    if (!isTold || graph.isKind(id, "auto-scaling-group")) return false;
    const auto ancestors = graph.containment().ancestors(id);
    return std::none_of(ancestors.begin(), ancestors.end(),
                        [&](const BlockId& each) { return graph.isKind(each, "eks-cluster"); });
}

std::string withSize(const Source& source, const BlockId& id)
{
    const std::string copies = source.graph.value(id, "replicas").scalarText();
    const bool isServer = source.graph.isKind(id, "ec2-instance");
    if (copies.empty() || copies == "1" || isServer || !isCompute(source.graph, id)) return source.plainName(id);
    return source.text("summary.copies", {{"name", source.plainName(id)}, {"count", source.written(copies)}});
}

// What runs on the host, where that is drawn; of a cluster, its workloads.
std::vector<std::string> softwareOn(const Source& source, const BlockId& host)
{
    std::vector<std::string> inside;
    for (const BlockId& id : source.graph.containment().descendants(host)) {
        const bool isSoftware = source.graph.hostOf(id) == host && id != host;
        const bool isWorkload = source.graph.isKind(host, "eks-cluster") && isCompute(source.graph, id) &&
                                !source.graph.isKind(id, "eks-node-group");
        if (isSoftware || isWorkload) inside.push_back(withSize(source, id));
    }
    return inside;
}

// Of a cluster, its nodes.
std::string hostName(const Source& source, const BlockId& host)
{
    std::vector<std::string> nodes;
    for (const BlockId& id : source.graph.containment().descendants(host))
        if (source.graph.isKind(id, "eks-node-group")) nodes.push_back(source.plainName(id));
    if (nodes.empty()) return source.name(host);
    return source.text("name-in", {{"name", source.listed(nodes)}, {"place", source.name(host)}});
}

// Hosts that run the same are told together.
std::string softwareSentences(const Source& source, const std::vector<BlockId>& hosts)
{
    std::vector<std::pair<std::string, std::vector<std::string>>> bySoftware;
    for (const BlockId& host : hosts) {
        const auto inside = softwareOn(source, host);
        if (inside.empty()) continue;
        const std::string software = source.listed(inside);
        const auto same =
            std::find_if(bySoftware.begin(), bySoftware.end(), [&](const auto& one) { return one.first == software; });
        if (same == bySoftware.end())
            bySoftware.push_back({software, {hostName(source, host)}});
        else
            same->second.push_back(hostName(source, host));
    }
    std::string text;
    for (const auto& [software, names] : bySoftware)
        text += "  - " +
                source.text(
                    "summary.runs",
                    {{"host", source.listed(names)}, {"software", software}, {"count", std::to_string(names.size())}}) +
                "\n";
    return text;
}

// From the side of requests to the data.
int rankOf(const Source& source, const BlockId& id)
{
    const std::string role = source.graph.fact(id, "role");
    if (role == "load-balancer" || role == "cdn") return 0;
    if (role == "nat") return 1;
    if (isCopy(source.graph, id)) return 4;
    return isStore(source.graph, id) ? 3 : 2;
}

// `EC2 instance (a, b)`: what it is, and which.
std::string byKind(const Source& source, std::vector<BlockId> blocks)
{
    std::stable_sort(blocks.begin(), blocks.end(),
                     [&](const BlockId& a, const BlockId& b) { return rankOf(source, a) < rankOf(source, b); });
    std::vector<std::pair<std::string, std::vector<std::string>>> kinds;
    for (const BlockId& id : blocks) {
        const std::string kind = source.kindTitle(*source.graph.block(id));
        const auto same = std::find_if(kinds.begin(), kinds.end(), [&](const auto& one) { return one.first == kind; });
        if (same == kinds.end())
            kinds.push_back({kind, {source.name(id)}});
        else
            same->second.push_back(source.name(id));
    }
    std::vector<std::string> parts;
    for (const auto& [kind, names] : kinds) {
        std::string list;
        for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
        parts.push_back(list == kind ? kind : source.text("summary.of-kind", {{"kind", kind}, {"names", list}}));
    }
    return source.listed(parts);
}

std::string sentence(const Source& source, const std::string& id, const std::vector<BlockId>& blocks,
                     const std::string& place = {})
{
    if (blocks.empty()) return {};
    return "- " + source.text("summary." + id, {{"names", byKind(source, blocks)}, {"place", place}}) + "\n" +
           softwareSentences(source, blocks);
}

// Managed services beside the VPC that take part in the work.
bool isRegional(const Source& source, const model::Block& block)
{
    const auto* kind = source.graph.catalogue().kindOf(block);
    if (!kind || !kind->flag("aws", true) || !source.graph.vpcOf(block.id).isEmpty()) return false;
    const std::string role = kind->fact("role");
    const std::string tier = kind->fact("tier");
    return isStore(source.graph, block.id) || isCompute(source.graph, block.id) || role == "cdn" || role == "mail" ||
           role == "media" || role == "topic" || tier == "integration" || tier == "entry";
}

// Clouds and networks of others that hold something.
std::map<BlockId, std::vector<BlockId>> outside(const Source& source)
{
    std::map<BlockId, std::vector<BlockId>> held;
    for (const model::Block& block : source.document().blocks) {
        if (!isCompute(source.graph, block.id) && !isStore(source.graph, block.id)) continue;
        for (const BlockId& ancestor : source.graph.containment().ancestors(block.id))
            if (source.graph.fact(ancestor, "role") == "external" || source.graph.isKind(ancestor, "external-network"))
                held[ancestor].push_back(block.id);
    }
    return held;
}

}  // namespace

std::string placeSentences(const Source& source)
{
    std::map<SubnetClass, std::vector<BlockId>> inside;
    std::vector<BlockId> regional;
    for (const model::Block& block : source.document().blocks) {
        const auto& subnets = source.graph.subnetsOf(block.id);
        if (isRegional(source, block))
            regional.push_back(block.id);
        else if (isToldHere(source, block.id) && !subnets.empty())
            inside[source.routes.classOf(subnets.front())].push_back(block.id);
    }
    std::string text;
    for (const SubnetClass type :
         {SubnetClass::Public, SubnetClass::Private, SubnetClass::Isolated, SubnetClass::Unknown})
        text += sentence(source, std::string("in-") + wordOf(type), inside[type]);
    text += sentence(source, "beside-vpc", regional);
    for (const auto& [place, blocks] : outside(source))
        text += sentence(source, "in-outside", blocks, source.name(place));
    return text;
}

}  // namespace lintel::exporters::markdown
