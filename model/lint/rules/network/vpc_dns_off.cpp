#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

namespace lintel::model::lint::rules {

namespace {

/// Whatever works by names that only the VPC's own resolver knows.
std::vector<BlockId> usersOfDns(const Context& context, const BlockId& vpc)
{
    std::vector<BlockId> users;
    for (const BlockId& endpoint : context.graph.blocksOfKind("vpc-endpoint-interface"))
        if (context.graph.vpcOf(endpoint) == vpc && context.graph.value(endpoint, "private-dns").toBool())
            users.push_back(endpoint);
    for (const BlockId& cluster : context.graph.blocksOfKind("eks-cluster"))
        if (context.graph.vpcOf(cluster) == vpc) users.push_back(cluster);
    for (const BlockId& zone : context.graph.blocksOfKind("route53-zone")) {
        if (!context.graph.value(zone, "private").toBool()) continue;
        // A private zone is attached to its VPC by a drawn connection, whichever way it points.
        for (const ConnectionId& link : context.graph.outgoing(zone))
            if (context.graph.connection(link)->to == vpc) users.push_back(zone);
        for (const ConnectionId& link : context.graph.incoming(zone))
            if (context.graph.connection(link)->from == vpc) users.push_back(zone);
    }
    return users;
}

void check(const Context& context, Report& report)
{
    for (const BlockId& vpc : context.graph.blocksOfKind("vpc")) {
        if (context.graph.value(vpc, "dns-support").toBool() && context.graph.value(vpc, "dns-hostnames").toBool())
            continue;
        const std::vector<BlockId> users = usersOfDns(context, vpc);
        if (users.empty()) continue;
        edit::Transaction transaction(context.document);
        for (const char* key : {"dns-support", "dns-hostnames"}) transaction.setProperty(vpc, key, true);
        const std::string name = labelOf(context.graph, vpc);
        auto finding = report.add(vpc);
        if (!context.graph.value(vpc, "dns-support").toBool()) finding.variant("resolution");
        finding.with("vpc", name)
            .with("names", labelsOf(context.graph, users))
            .witness(texts(users))
            .fix("switch-on-dns", true, transaction.finish({"rule.vpc-dns-off.fix.on", {{"vpc", name}}}));
    }
}

}  // namespace

Rule vpcDnsOff() { return {"vpc-dns-off", "network", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
