#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <map>
#include <set>

namespace lintel::model::lint::rules {

namespace {

using Zones = std::set<std::string>;

/// Zones in which the VPC runs servers, by VPC.
std::map<BlockId, Zones> serverZones(const Context& context)
{
    std::map<BlockId, Zones> all;
    for (const Block& block : context.document.blocks) {
        if (context.catalogue.fact(block, "role") != "compute" || !context.catalogue.flag(block, "has-interface"))
            continue;
        const BlockId vpc = context.graph.vpcOf(block.id);
        const Zones& zones = context.graph.zonesOf(block.id);
        if (!vpc.isEmpty()) all[vpc].insert(zones.begin(), zones.end());
    }
    return all;
}

/// One more subnet per zone that is missing, like those it has; empty when a zone has none.
std::vector<BlockId> moreSubnets(const Context& context, const BlockId& service, const Zones& missing)
{
    const std::vector<BlockId> have = context.graph.subnetsOf(service);
    const BlockId& like = have.front();
    std::vector<BlockId> more;
    for (const std::string& zone : missing) {
        BlockId best;
        for (const BlockId& subnet : context.graph.subnetsOfVpc(context.graph.vpcOf(like))) {
            if (context.graph.zoneOf(subnet) != zone ||
                context.routes.isPublic(subnet) != context.routes.isPublic(like))
                continue;
            const bool isAlike = context.graph.value(subnet, "tier") == context.graph.value(like, "tier");
            if (best.isEmpty() || isAlike) best = subnet;
            if (isAlike) break;
        }
        if (best.isEmpty()) return {};
        more.push_back(best);
    }
    return more;
}

void checkService(const Context& context, const BlockId& service, const Zones& servers, Report& report)
{
    const Zones own = context.graph.zonesOf(service);
    if (own.size() != 1) return;
    Zones missing = servers;
    missing.erase(*own.begin());
    if (missing.empty()) return;
    const std::string name = labelOf(context.graph, service);
    auto finding = report.add(service);
    finding.with("name", name).with("zone", *own.begin()).witness(texts(context.graph.subnetsOf(service)));
    std::vector<BlockId> subnets = context.graph.subnetsOf(service);
    const std::vector<BlockId> more = moreSubnets(context, service, missing);
    if (more.empty()) return;
    subnets.insert(subnets.end(), more.begin(), more.end());
    Value::List list;
    for (const BlockId& subnet : subnets) list.emplace_back(subnet.text());
    edit::Transaction transaction(context.document);
    transaction.setProperty(service, "subnets", Value(std::move(list)));
    // A function in one more subnet costs nothing; an endpoint costs by the hour in each.
    finding.fix("add-zones", context.graph.isKind(service, "lambda"),
                transaction.finish({"rule.vpc-service-single-az.fix.zones",
                                    {{"name", name}, {"subnets", labelsOf(context.graph, more)}}}));
}

void check(const Context& context, Report& report)
{
    const std::map<BlockId, Zones> zones = serverZones(context);
    for (const char* kind : {"vpc-endpoint-interface", "lambda"})
        for (const BlockId& service : context.graph.blocksOfKind(kind)) {
            const auto servers = zones.find(context.graph.vpcOf(service));
            if (servers != zones.end() && servers->second.size() > 1)
                checkService(context, service, servers->second, report);
        }
}

}  // namespace

Rule vpcServiceSingleAz() { return {"vpc-service-single-az", "resilience", Severity::Info, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
