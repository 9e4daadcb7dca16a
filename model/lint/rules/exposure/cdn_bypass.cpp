#include "model/analysis/service_port.h"
#include "model/lint/entrances.h"
#include "model/lint/fixes/firewall_rows.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>

namespace lintel::model::lint::rules {

namespace {

using analysis::PortSet;

/// CloudFront reads it privately, or proves with a secret header that it is CloudFront.
bool isProtected(const Context& context, const BlockId& origin)
{
    const std::vector<ConnectionId>& links = context.graph.incoming(origin);
    return std::any_of(links.begin(), links.end(), [&](const ConnectionId& link) {
        const std::string& access = context.graph.connection(link)->property("origin-access").toString();
        return access == "vpc-origin" || access == "secret-header";
    });
}

/// A second entrance that is meant: people or names are drawn leading there.
bool isMeantToBePublic(const Context& context, const BlockId& origin)
{
    if (!publicCallsTo(context.graph, origin).empty()) return true;
    const std::vector<BlockId> names = context.graph.referrers(origin, "target");
    return std::any_of(names.begin(), names.end(),
                       [&](const BlockId& name) { return context.graph.isKind(name, "route53-record"); });
}

PortSet webPorts(const Context& context, const BlockId& origin)
{
    const bool isBalancer = context.graph.fact(origin, "role") == "load-balancer";
    return isBalancer ? analysis::servicePorts(context.graph, origin) : PortSet({{80, 80}, {443, 443}});
}

analysis::Reach wayAround(const Context& context, const BlockId& origin)
{
    if (context.graph.fact(origin, "role") == "load-balancer") {
        if (!isInternetFacing(context.graph, origin)) return {};
        return context.reachability.loadBalancerFromInternet(origin);
    }
    analysis::Reach plain = context.reachability.directFromInternet(origin, 80);
    return plain.reachable ? plain : context.reachability.directFromInternet(origin, 443);
}

void checkOrigin(const Context& context, const BlockId& origin, Report& report)
{
    const std::vector<BlockId> distributions = distributionsBefore(context.graph, origin);
    if (distributions.empty() || isProtected(context, origin) || isMeantToBePublic(context, origin)) return;
    const analysis::Reach reach = wayAround(context, origin);
    if (!reach.reachable) return;
    const std::vector<BlockId> groups = context.graph.securityGroupsOf(origin);
    edit::Transaction transaction(context.document);
    fixes::closeToInternet(context, groups, webPorts(context, origin), {"cloudfront"}, transaction);
    const std::string name = labelOf(context.graph, origin);
    report.add(origin)
        .with("name", name)
        .with("cdn", labelsOf(context.graph, distributions))
        .with("path", pathOf(context.graph, reach.path))
        .witness(reach.path)
        .fix("only-cloudfront", true, transaction.finish({"rule.cdn-bypass.fix.only-cloudfront", {{"name", name}}}));
}

void check(const Context& context, Report& report)
{
    for (const char* kind : {"alb", "nlb", "ec2-instance"})
        for (const BlockId& origin : context.graph.blocksOfKind(kind)) checkOrigin(context, origin, report);
}

}  // namespace

Rule cdnBypass() { return {"cdn-bypass", "exposure", Severity::Warning, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
