#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <set>

namespace lintel::model::lint::rules {

namespace {

/// What is drawn joined to the office, whichever way the connection was drawn.
std::set<BlockId> linksOf(const Context& context, const BlockId& office, const char* kind)
{
    std::set<BlockId> links;
    for (const ConnectionId& link : context.graph.outgoing(office))
        if (const BlockId& to = context.graph.connection(link)->to; context.graph.isKind(to, kind)) links.insert(to);
    for (const ConnectionId& link : context.graph.incoming(office))
        if (const BlockId& from = context.graph.connection(link)->from; context.graph.isKind(from, kind))
            links.insert(from);
    return links;
}

/// Programs in the office and in a VPC that talk to each other all day. People who administer can wait.
std::vector<ConnectionId> trafficOf(const Context& context, const BlockId& office)
{
    const auto isAtHome = [&](const BlockId& id) {
        return id == office || context.graph.ancestorOfKind(id, "external-network") == office;
    };
    const auto isInVpc = [&](const BlockId& id) { return !context.graph.vpcOf(context.graph.hostOf(id)).isEmpty(); };
    std::vector<ConnectionId> traffic;
    for (const Connection& drawn : context.document.connections)
        if (drawn.isNetworkTraffic() &&
            ((isAtHome(drawn.from) && isInVpc(drawn.to)) || (isAtHome(drawn.to) && isInVpc(drawn.from))))
            traffic.push_back(drawn.id);
    return traffic;
}

void check(const Context& context, Report& report)
{
    for (const BlockId& office : context.graph.blocksOfKind("external-network")) {
        const std::set<BlockId> lines = linksOf(context, office, "direct-connect");
        // A VPN connection has two tunnels; one line in one place has nothing.
        if (lines.size() != 1 || !linksOf(context, office, "site-to-site-vpn").empty()) continue;
        if (context.graph.value(*lines.begin(), "locations").toInteger(1) > 1) continue;
        const std::vector<ConnectionId> traffic = trafficOf(context, office);
        if (traffic.empty()) continue;
        const Connection& first = *context.graph.connection(traffic.front());
        std::vector<std::string> witness{first.from.text(), lines.begin()->text(), first.to.text()};
        report.add(*lines.begin())
            .with("name", labelOf(context.graph, *lines.begin()))
            .with("office", labelOf(context.graph, office))
            .with("from", labelOf(context.graph, first.from))
            .with("to", labelOf(context.graph, first.to))
            .witness(std::move(witness));
    }
}

}  // namespace

Rule hybridLinkSingle() { return {"hybrid-link-single", "resilience", Severity::Warning, Softening::ByProfile, check}; }

}  // namespace lintel::model::lint::rules
