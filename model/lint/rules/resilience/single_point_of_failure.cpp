#include "model/lint/data_tier.h"
#include "model/lint/entrances.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <map>
#include <set>

namespace lintel::model::lint::rules {

namespace {

Severity severityOf(Profile profile)
{
    return profile == Profile::Production ? Severity::Error
           : profile == Profile::Small    ? Severity::Warning
                                          : Severity::Info;
}

/// Users do not notice at once that one of these is gone.
Severity backstageSeverity(Profile profile)
{
    return profile == Profile::Learning ? Severity::Info : Severity::Warning;
}

bool isInAutoScaling(const Context& context, const BlockId& host)
{
    return !context.graph.reference(host, "auto-scaling-group").isEmpty();
}

/// One copy, as far as anybody says. Containers whose number is not said are not judged.
bool isSingle(const Context& context, const BlockId& host)
{
    const Value& replicas = context.graph.value(host, "replicas");
    if (context.graph.isKind(host, "ec2-instance"))
        return !isInAutoScaling(context, host) && replicas.toInteger(1) <= 1;
    const bool isContainer = context.graph.isKind(host, "ecs-service") || context.graph.isKind(host, "eks-workload");
    return isContainer && replicas.isInteger() && replicas.toInteger() <= 1;
}

/// Of what is cut off, servers and data in networks. A bucket that one server alone writes to is not an entrance.
std::vector<BlockId> cutOffServers(const Context& context, const analysis::SinglePoint& point)
{
    std::vector<BlockId> servers;
    for (const BlockId& block : point.cutsOff)
        if (context.catalogue.flag(*context.graph.block(block), "has-interface")) servers.push_back(block);
    return servers;
}

/// Runs what people came for, as opposed to leading there or looking after it.
bool isServer(const Context& context, const Block& block)
{
    static const std::set<std::string, std::less<>> kHelpers{"bastion", "nat", "monitoring", "build"};
    return context.catalogue.fact(block, "role") == "compute" && context.catalogue.flag(block, "has-interface") &&
           !kHelpers.contains(context.graph.value(block.id, "role").toString());
}

/// People call the one server there is: it leads nowhere else, and is all of the service.
void checkOnlyServer(const Context& context, const std::set<BlockId>& data, const std::set<BlockId>& told,
                     Report& report)
{
    std::vector<BlockId> servers;
    for (const Block& block : context.document.blocks)
        if (isServer(context, block) && !data.contains(block.id)) servers.push_back(block.id);
    if (servers.size() != 1 || told.contains(servers.front()) || !isSingle(context, servers.front())) return;
    if (publicCallsTo(context.graph, servers.front()).empty()) return;
    report.add(servers.front())
        .variant("alone")
        .severity(severityOf(context.profile))
        .with("name", labelOf(context.graph, servers.front()));
}

/// Servers that traffic depends on. Databases, caches and brokers have rules of their own.
void checkTraffic(const Context& context, Report& report)
{
    std::set<BlockId> data;
    for (const DataHost& host : dataHosts(context.graph)) data.insert(host.host);
    std::set<BlockId> told;
    for (const analysis::SinglePoint& point : context.availability().singlePoints()) {
        const std::vector<BlockId> others = cutOffServers(context, point);
        if (others.empty() || data.contains(point.block) || !isSingle(context, point.block)) continue;
        told.insert(point.block);
        std::vector<std::string> witness = texts(others);
        witness.insert(witness.begin(), point.block.text());
        report.add(point.block)
            .severity(severityOf(context.profile))
            .with("name", labelOf(context.graph, point.block))
            .with("others", labelsOf(context.graph, others))
            .witness(std::move(witness));
    }
    checkOnlyServer(context, data, told, report);
}

void checkNatInstances(const Context& context, Report& report)
{
    std::map<BlockId, std::vector<BlockId>> bySubnet;
    std::map<BlockId, int> perVpc;
    for (const BlockId& subnet : context.graph.blocksOfKind("subnet")) {
        const auto route = context.routes.routeTo(subnet, {0, 0});
        if (!route || !context.routes.isActive(*route) || !context.graph.isKind(route->target, "ec2-instance"))
            continue;
        std::vector<BlockId>& subnets = bySubnet[route->target];
        if (subnets.empty()) ++perVpc[context.graph.vpcOf(subnet)];
        subnets.push_back(subnet);
    }
    for (const auto& [instance, subnets] : bySubnet) {
        // One for each zone is what NAT gateways do as well.
        if (perVpc[context.graph.vpcOf(instance)] > 1 || isInAutoScaling(context, instance)) continue;
        std::vector<std::string> witness = texts(subnets);
        witness.push_back(instance.text());
        report.add(instance)
            .variant("nat")
            .severity(backstageSeverity(context.profile))
            .with("name", labelOf(context.graph, instance))
            .with("others", labelsOf(context.graph, subnets))
            .witness(std::move(witness));
    }
}

bool isAdministration(const Connection& drawn)
{
    return drawn.relation == "manage" || (drawn.isNetworkTraffic() && (drawn.ports == "22" || drawn.ports == "3389"));
}

/// What only this bastion leads to.
std::vector<BlockId> administeredThrough(const Context& context, const BlockId& bastion)
{
    std::set<BlockId> targets;
    for (const ConnectionId& link : context.graph.outgoing(bastion)) {
        const Connection& drawn = *context.graph.connection(link);
        const std::vector<ConnectionId>& ways = context.graph.incoming(drawn.to);
        const bool hasAnother = std::any_of(ways.begin(), ways.end(), [&](const ConnectionId& way) {
            const Connection& other = *context.graph.connection(way);
            return other.from != bastion && isAdministration(other);
        });
        if (isAdministration(drawn) && !hasAnother) targets.insert(drawn.to);
    }
    return {targets.begin(), targets.end()};
}

void checkBastions(const Context& context, Report& report)
{
    for (const BlockId& host : context.graph.blocksOfKind("ec2-instance")) {
        if (context.graph.value(host, "role").toString() != "bastion" || isInAutoScaling(context, host)) continue;
        const std::vector<BlockId> targets = administeredThrough(context, host);
        if (targets.empty()) continue;
        report.add(host)
            .variant("bastion")
            .severity(backstageSeverity(context.profile))
            .with("name", labelOf(context.graph, host))
            .with("others", labelsOf(context.graph, targets))
            .witness(texts(targets));
    }
}

/// Who watches is alone: nobody is cut off, and nobody is told either.
void checkMonitoring(const Context& context, Report& report)
{
    if (context.profile != Profile::Production) return;
    std::vector<BlockId> hosts;
    for (const BlockId& host : context.graph.blocksOfKind("ec2-instance"))
        if (context.graph.value(host, "role").toString() == "monitoring") hosts.push_back(host);
    if (hosts.size() != 1 || !isSingle(context, hosts.front())) return;
    report.add(hosts.front())
        .variant("monitoring")
        .severity(Severity::Info)
        .with("name", labelOf(context.graph, hosts.front()));
}

void check(const Context& context, Report& report)
{
    checkTraffic(context, report);
    checkNatInstances(context, report);
    checkBastions(context, report);
    checkMonitoring(context, report);
}

}  // namespace

// The profile decides here: the loss of a bastion is never an outage, and never nothing.
Rule singlePointOfFailure()
{
    return {"single-point-of-failure", "resilience", Severity::Error, Softening::Never, check};
}

}  // namespace lintel::model::lint::rules
