#include "model/lint/host_contents.h"

#include <set>

namespace lintel::model::lint {

namespace {

const std::set<std::string, std::less<>> kApplicationRoles{"application", "web", "worker"};

/// A generic process is the user's code on a host that has no other job; beside a database it may be its backup
/// script, beside Grafana an exporter.
bool isApplication(const graph::ArchitectureGraph& graph, const BlockId& inside, const std::string& hostRole)
{
    if (graph.isKind(inside, "eks-workload")) return true;
    if (graph.fact(inside, "role") != "software") return false;
    return !graph.isKind(inside, "process") || hostRole.empty() || kApplicationRoles.contains(hostRole);
}

void addHost(const graph::ArchitectureGraph& graph, const BlockId& host, HostContents& contents)
{
    const std::string& role = graph.value(host, "role").toString();
    contents.hosts.push_back(host);
    contents.isApplicationHost = contents.isApplicationHost || kApplicationRoles.contains(role);
    contents.isDatabaseHost = contents.isDatabaseHost || role == "database";
    for (const BlockId& inside : graph.containment().descendants(host)) {
        if (isApplication(graph, inside, role))
            contents.applications.push_back(inside);
        else if (graph.catalogue().flag(*graph.block(inside), "monitoring"))
            contents.monitoring.push_back(inside);
        else if (graph.catalogue().flag(*graph.block(inside), "software") && graph.fact(inside, "role") == "database")
            contents.databases.push_back(inside);
    }
}

std::vector<HostContents> findContents(const graph::ArchitectureGraph& graph)
{
    std::vector<HostContents> all;
    for (const BlockId& group : graph.blocksOfKind("auto-scaling-group")) {
        HostContents contents;
        for (const BlockId& member : graph.membersOf(group)) addHost(graph, member, contents);
        if (!contents.hosts.empty()) all.push_back(std::move(contents));
    }
    for (const char* kind : {"ec2-instance", "eks-node-group"}) {
        for (const BlockId& host : graph.blocksOfKind(kind)) {
            if (!graph.reference(host, "auto-scaling-group").isEmpty()) continue;
            addHost(graph, host, all.emplace_back());
        }
    }
    return all;
}

}  // namespace

const std::vector<HostContents>& hostContents(const graph::ArchitectureGraph& graph)
{
    return graph.shared<std::vector<HostContents>>("host-contents", [&] { return findContents(graph); });
}

}  // namespace lintel::model::lint
