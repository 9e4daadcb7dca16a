#include "model/analysis/service_port.h"
#include "model/lint/entrances.h"
#include "model/lint/fixes/firewall_rows.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <map>

namespace lintel::model::lint::rules {

namespace {

using analysis::PortSet;

/// A server and who hands it requests from the internet.
struct Served {
    std::vector<BlockId> balancers;
    PortSet ports;
};

/// A network load balancer without a security group keeps the client's address: its targets must admit everybody.
bool passesClientsOn(const Context& context, const BlockId& balancer)
{
    return context.graph.isKind(balancer, "nlb") && context.graph.securityGroupsOf(balancer).empty();
}

std::map<BlockId, Served> servedFromInternet(const Context& context)
{
    std::map<BlockId, Served> all;
    for (const BlockId& balancer : context.graph.loadBalancers()) {
        if (!isInternetFacing(context.graph, balancer) || passesClientsOn(context, balancer)) continue;
        for (const graph::Target& target : context.graph.targetsOf(balancer)) {
            std::vector<BlockId> servers = context.graph.membersOf(target.block);
            if (servers.empty()) servers.push_back(context.graph.hostOf(target.block));
            for (const BlockId& server : servers) {
                Served& served = all[server];
                if (served.balancers.empty() || served.balancers.back() != balancer)
                    served.balancers.push_back(balancer);
                served.ports = served.ports.with(target.ports.empty() ? analysis::servicePorts(context.graph, server)
                                                                      : PortSet::parse(target.ports));
            }
        }
    }
    return all;
}

void addFix(const Context& context, const BlockId& server, const Served& served, const PortSet& ports,
            FindingBuilder& finding)
{
    std::vector<std::string> instead;
    for (const BlockId& balancer : served.balancers)
        if (const auto groups = context.graph.securityGroupsOf(balancer); !groups.empty())
            instead.push_back(fixes::narrowestGroup(context, groups).text());
    const std::vector<BlockId> groups = context.graph.securityGroupsOf(server);
    edit::Transaction transaction(context.document);
    fixes::closeToInternet(context, groups, ports, instead, transaction);
    const std::string name = labelOf(context.graph, server);
    finding.fix(
        "only-from-load-balancer", !instead.empty() && !fixes::isWantedFromInternet(context, groups, ports),
        transaction.finish(
            {"rule.lb-bypass.fix.only",
             {{"name", name}, {"port", ports.text()}, {"balancer", labelsOf(context.graph, served.balancers)}}}));
}

void check(const Context& context, Report& report)
{
    for (const auto& [server, served] : servedFromInternet(context)) {
        if (!context.graph.hasPublicAddress(server)) continue;
        PortSet open;
        analysis::Reach proof;
        for (const PortSet::Interval& interval : served.ports.intervals())
            for (const int port : {interval.first, interval.last}) {
                analysis::Reach reach = context.reachability.directFromInternet(server, port);
                if (!reach.reachable) continue;
                if (open.isEmpty()) proof = std::move(reach);
                open = open.with(PortSet::one(port));
            }
        if (open.isEmpty()) continue;
        auto finding = report.add(server);
        finding.with("name", labelOf(context.graph, server))
            .with("port", open.text())
            .with("balancer", labelsOf(context.graph, served.balancers))
            .with("path", pathOf(context.graph, proof.path))
            .witness(proof.path);
        addFix(context, server, served, open, finding);
    }
}

}  // namespace

Rule lbBypass() { return {"lb-bypass", "exposure", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
