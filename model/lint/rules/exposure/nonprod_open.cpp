#include "model/analysis/service_port.h"
#include "model/lint/entrances.h"
#include "model/lint/fixes/firewall_rows.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>

namespace lintel::model::lint::rules {

namespace {

using analysis::PortSet;

/// RFC 5737 keeps this address for documentation: it is nobody's until somebody writes their own.
constexpr const char* kYourAddress = "203.0.113.10/32";

bool isBeforeProduction(const Context& context, const BlockId& id)
{
    const std::string& environment = context.graph.value(id, "environment").toString();
    return !environment.empty() && environment != "production";
}

/// The web ACL before the entry lets listed addresses in only.
bool hasAllowList(const Context& context, const BlockId& entry)
{
    std::vector<BlockId> acls{context.graph.reference(entry, "web-acl")};
    for (const ConnectionId& link : context.graph.incoming(entry)) acls.push_back(context.graph.connection(link)->from);
    return std::any_of(acls.begin(), acls.end(),
                       [&](const BlockId& acl) { return !context.graph.value(acl, "allow-list").toList().empty(); });
}

void addFix(const Context& context, const BlockId& block, FindingBuilder& finding)
{
    const std::vector<BlockId> groups = context.graph.securityGroupsOf(block);
    edit::Transaction transaction(context.document);
    fixes::closeToInternet(context, groups, analysis::servicePorts(context.graph, block), {kYourAddress}, transaction);
    finding.fix("only-your-address", false,
                transaction.finish({"rule.nonprod-open.fix.address",
                                    {{"name", labelOf(context.graph, block)}, {"address", kYourAddress}}}));
}

/// The way from anywhere to the block; nothing when it is closed or filtered.
analysis::Reach openWay(const Context& context, const BlockId& block)
{
    if (context.graph.fact(block, "role") == "load-balancer")
        return isInternetFacing(context.graph, block) && !hasAllowList(context, block)
                   ? context.reachability.loadBalancerFromInternet(block)
                   : analysis::Reach{};
    if (!context.graph.hasPublicAddress(block)) return {};
    const PortSet ports = analysis::servicePorts(context.graph, block);
    for (const PortSet::Interval& interval : ports.intervals())
        if (analysis::Reach reach = context.reachability.directFromInternet(block, interval.first); reach.reachable)
            return reach;
    return {};
}

void checkBlock(const Context& context, const BlockId& block, Report& report)
{
    const analysis::Reach reach = openWay(context, block);
    if (!reach.reachable) return;
    auto finding = report.add(block);
    finding.with("name", labelOf(context.graph, block))
        .withText("environment", "rule.nonprod-open." + context.graph.value(block, "environment").toString())
        .with("path", pathOf(context.graph, reach.path))
        .witness(reach.path);
    addFix(context, block, finding);
}

void checkDistribution(const Context& context, const BlockId& cdn, Report& report)
{
    const std::vector<ConnectionId> calls = publicCallsTo(context.graph, cdn);
    if (calls.empty() || hasAllowList(context, cdn)) return;
    const BlockId& from = context.graph.connection(calls.front())->from;
    report.add(cdn)
        .with("name", labelOf(context.graph, cdn))
        .withText("environment", "rule.nonprod-open." + context.graph.value(cdn, "environment").toString())
        .with("path", pathOf(context.graph, {from.text(), cdn.text()}))
        .witness({from.text(), cdn.text()});
}

void check(const Context& context, Report& report)
{
    for (const char* kind : {"alb", "nlb", "ec2-instance", "ecs-service"})
        for (const BlockId& block : context.graph.blocksOfKind(kind))
            if (isBeforeProduction(context, block)) checkBlock(context, block, report);
    for (const BlockId& cdn : context.graph.blocksOfKind("cloudfront"))
        if (isBeforeProduction(context, cdn)) checkDistribution(context, cdn, report);
}

}  // namespace

Rule nonprodOpen() { return {"nonprod-open", "exposure", Severity::Warning, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
