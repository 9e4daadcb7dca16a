#include "model/lint/entrances.h"
#include "model/lint/fixes/private_subnets.h"
#include "model/lint/host_contents.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <set>

namespace lintel::model::lint::rules {

namespace {

const std::set<std::string, std::less<>> kInsideRoles{"application", "web", "worker", "monitoring", "build"};

/// Calls something that keeps data: who does that is an application, whatever nobody said about it.
bool callsData(const Context& context, const BlockId& host)
{
    const std::vector<ConnectionId>& links = context.graph.outgoing(host);
    return std::any_of(links.begin(), links.end(), [&](const ConnectionId& link) {
        const Connection& drawn = *context.graph.connection(link);
        const Block* to = context.graph.block(drawn.to);
        return drawn.isNetworkTraffic() && to && context.catalogue.flag(*to, "data-store");
    });
}

/// Runs the user's own code. Load balancers, proxies, NAT, bastions and VPN belong into public subnets.
std::set<BlockId> computeHosts(const Context& context)
{
    std::set<BlockId> all;
    for (const HostContents& contents : hostContents(context.graph))
        for (const BlockId& host : contents.hosts) {
            const std::string& role = context.graph.value(host, "role").toString();
            const bool isInstance = context.graph.isKind(host, "ec2-instance");
            const bool isCompute =
                isInstance ? kInsideRoles.contains(role) ||
                                 (role.empty() && (!contents.applications.empty() || callsData(context, host)))
                           : true;
            if (isCompute) all.insert(host);
        }
    for (const BlockId& service : context.graph.blocksOfKind("ecs-service")) all.insert(service);
    return all;
}

BlockId publicSubnetOf(const Context& context, const BlockId& host)
{
    for (const BlockId& subnet : context.graph.subnetsOf(host))
        if (context.routes.isPublic(subnet)) return subnet;
    return {};
}

bool isBehindLoadBalancer(const Context& context, const BlockId& host)
{
    const std::vector<BlockId> balancers = context.graph.loadBalancers();
    return std::any_of(balancers.begin(), balancers.end(), [&](const BlockId& balancer) {
        const std::vector<BlockId> servers = serversBehind(context.graph, balancer);
        return std::binary_search(servers.begin(), servers.end(), host);
    });
}

/// Only where a load balancer keeps it reachable; what it fetches from outside needs a way out as well.
void addFix(const Context& context, const BlockId& host, FindingBuilder& finding)
{
    if (!context.graph.isKind(host, "ec2-instance") || !publicCallsTo(context.graph, host).empty()) return;
    if (!isBehindLoadBalancer(context, host)) return;
    edit::Transaction transaction(context.document);
    if (!fixes::moveHostToPrivateSubnet(context, host, transaction)) return;
    transaction.setProperty(host, "elastic-ip", Value());
    transaction.setProperty(host, "public-ip", Value());
    for (const ConnectionId& link : context.graph.incoming(host))
        if (context.graph.isKind(context.graph.connection(link)->from, "elastic-ip")) transaction.remove(link);
    finding.fix("move-to-private", false,
                transaction.finish({"rule.compute-in-public.fix.move", {{"name", labelOf(context.graph, host)}}}));
}

/// Anything at all to look at: what runs on hosts takes long to find out.
bool hasCandidates(const Context& context)
{
    for (const char* kind : {"ec2-instance", "eks-node-group", "ecs-service"})
        for (const BlockId& host : context.graph.blocksOfKind(kind))
            if (!publicSubnetOf(context, host).isEmpty()) return true;
    return false;
}

void check(const Context& context, Report& report)
{
    if (!hasCandidates(context)) return;
    for (const BlockId& host : computeHosts(context)) {
        const BlockId subnet = publicSubnetOf(context, host);
        if (subnet.isEmpty()) continue;
        const bool hasAddress = context.graph.hasPublicAddress(host);
        auto finding = report.add(host);
        finding.with("name", labelOf(context.graph, host))
            .with("subnet", labelOf(context.graph, subnet))
            .witness({host.text(), subnet.text(), context.routes.tableOf(subnet).text()});
        if (!hasAddress)
            finding.variant("no-address").severity(Severity::Info);
        else if (!publicCallsTo(context.graph, host).empty())
            finding.variant("direct");
        addFix(context, host, finding);
    }
}

}  // namespace

Rule computeInPublic() { return {"compute-in-public", "exposure", Severity::Warning, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
