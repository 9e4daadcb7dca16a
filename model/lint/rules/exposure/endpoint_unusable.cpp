#include "model/analysis/firewall.h"
#include "model/analysis/service_endpoints.h"
#include "model/lint/fixes/firewall_rows.h"
#include "model/lint/labels.h"
#include "model/lint/outgoing_calls.h"
#include "model/lint/rule.h"

#include <algorithm>

namespace lintel::model::lint::rules {

namespace {

using analysis::Direction;
using analysis::PortSet;

const PortSet& https()
{
    static const PortSet kHttps = PortSet::one(443);
    return kHttps;
}

/// With private DNS, the service's own name leads to the endpoint for the whole VPC: who may not use it, may not
/// use the service.
bool answersForService(const Context& context, const BlockId& endpoint, const BlockId& service)
{
    if (!context.graph.value(endpoint, "private-dns").toBool()) return false;
    const std::string& own = context.graph.value(endpoint, "service").toString();
    const auto names = analysis::endpointServicesOf(context.graph.block(service)->kind.text());
    return std::find(names.begin(), names.end(), own) != names.end();
}

struct ShutOut {
    std::vector<BlockId> hosts;
    std::vector<std::string> witness;
};

/// Callers of the VPC whose calls end at the endpoint and are not let in.
ShutOut shutOut(const Context& context, const BlockId& endpoint, const std::vector<CallingHost>& callers)
{
    ShutOut out;
    const std::vector<BlockId> groups = context.graph.securityGroupsOf(endpoint);
    const BlockId vpc = context.graph.vpcOf(endpoint);
    if (groups.empty() || vpc.isEmpty()) return out;
    for (const CallingHost& caller : callers) {
        if (context.graph.vpcOf(caller.host) != vpc) continue;
        const auto call = std::find_if(caller.calls.begin(), caller.calls.end(), [&](const OutgoingCall& one) {
            return one.isAwsService && answersForService(context, endpoint, one.to);
        });
        if (call == caller.calls.end()) continue;
        const analysis::Peer peer = analysis::peerOf(context.graph, caller.host);
        if (!analysis::isKnown(peer) ||
            analysis::admitted(context.graph, groups, Direction::Inbound, peer).contains(443))
            continue;
        out.hosts.push_back(caller.host);
        out.witness.insert(out.witness.end(),
                           {caller.host.text(), call->link.text(), groups.front().text(), endpoint.text()});
    }
    return out;
}

void checkInterface(const Context& context, const BlockId& endpoint, const std::vector<CallingHost>& callers,
                    Report& report)
{
    ShutOut out = shutOut(context, endpoint, callers);
    if (out.hosts.empty()) return;
    const BlockId group = fixes::narrowestGroup(context, context.graph.securityGroupsOf(endpoint));
    edit::Transaction transaction(context.document);
    std::vector<std::string> sources;
    for (const BlockId& host : out.hosts)
        for (std::string& source : fixes::otherEndsOf(context, host, context.graph.vpcOf(endpoint)))
            if (std::find(sources.begin(), sources.end(), source) == sources.end())
                sources.push_back(std::move(source));
    fixes::addRule(group, Direction::Inbound, "tcp", https(), sources, transaction);
    const std::string users = labelsOf(context.graph, out.hosts);
    report.add(endpoint)
        .with("users", users)
        .with("name", labelOf(context.graph, endpoint))
        .with("group", labelOf(context.graph, group))
        .witness(std::move(out.witness))
        .fix("allow", true,
             transaction.finish(
                 {"rule.endpoint-unusable.fix.allow", {{"users", users}, {"group", labelOf(context.graph, group)}}}));
}

/// A gateway endpoint is an entry in the VPC's own route tables: nobody comes to it from another network.
void checkGateway(const Context& context, const BlockId& endpoint, Report& report)
{
    const BlockId vpc = context.graph.vpcOf(endpoint);
    for (const ConnectionId& link : context.graph.incoming(endpoint)) {
        const Connection& drawn = *context.graph.connection(link);
        const BlockId host = context.graph.hostOf(drawn.from);
        const bool isOffice = context.graph.isKind(host, "external-network") ||
                              !context.graph.ancestorOfKind(host, "external-network").isEmpty();
        const BlockId from = context.graph.vpcOf(host);
        if (!drawn.isNetworkTraffic() || (!isOffice && (from.isEmpty() || from == vpc))) continue;
        report.add({endpoint.text(), link.text()})
            .variant("gateway")
            .with("users", labelOf(context.graph, drawn.from))
            .with("name", labelOf(context.graph, endpoint))
            .witness({drawn.from.text(), link.text(), endpoint.text()});
    }
}

void check(const Context& context, Report& report)
{
    const std::vector<BlockId>& interfaces = context.graph.blocksOfKind("vpc-endpoint-interface");
    const std::vector<CallingHost> callers =
        interfaces.empty() ? std::vector<CallingHost>() : callingHosts(context.graph);
    for (const BlockId& endpoint : interfaces) checkInterface(context, endpoint, callers, report);
    for (const BlockId& endpoint : context.graph.blocksOfKind("vpc-endpoint-gateway"))
        checkGateway(context, endpoint, report);
}

}  // namespace

Rule endpointUnusable() { return {"endpoint-unusable", "exposure", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
