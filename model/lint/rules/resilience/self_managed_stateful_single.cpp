#include "model/analysis/port_set.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <set>

namespace lintel::model::lint::rules {

namespace {

const std::set<std::string, std::less<>> kDataRoles{"database", "broker", "search", "cache"};

bool isDataSoftware(const Context& context, const BlockId& id)
{
    const Block& block = *context.graph.block(id);
    return context.catalogue.flag(block, "software") && context.catalogue.flag(block, "data-store");
}

/// A host people run themselves, and the data software on it.
struct DataHost {
    BlockId host;
    std::vector<BlockId> software;
    bool isByRole = false;  ///< its role says so, not only what it holds

    std::vector<BlockId> all() const
    {
        std::vector<BlockId> ids{host};
        ids.insert(ids.end(), software.begin(), software.end());
        return ids;
    }
};

std::vector<DataHost> dataHosts(const Context& context)
{
    std::vector<DataHost> hosts;
    for (const char* kind : {"ec2-instance", "eks-cluster", "eks-node-group"})
        for (const BlockId& id : context.graph.blocksOfKind(kind)) {
            DataHost host{id, {}, kDataRoles.contains(context.graph.value(id, "role").toString())};
            for (const BlockId& inside : context.graph.containment().descendants(id))
                if (isDataSoftware(context, inside) && context.graph.hostOf(inside) == id)
                    host.software.push_back(inside);
            if (host.isByRole || !host.software.empty()) hosts.push_back(std::move(host));
        }
    return hosts;
}

/// How many members are drawn as a number; 0 when nobody says.
std::int64_t statedReplicas(const Context& context, const DataHost& host)
{
    std::int64_t stated = 0;
    for (const BlockId& id : host.all()) stated = std::max(stated, context.graph.value(id, "replicas").toInteger());
    return stated;
}

/// Another member is drawn: joined by replication.
bool replicates(const Context& context, const DataHost& host)
{
    const auto isElsewhere = [&](const BlockId& other) { return context.graph.hostOf(other) != host.host; };
    for (const BlockId& id : host.all()) {
        for (const ConnectionId& link : context.graph.outgoing(id))
            if (const Connection& c = *context.graph.connection(link); c.relation == "replication" && isElsewhere(c.to))
                return true;
        for (const ConnectionId& link : context.graph.incoming(id))
            if (const Connection& c = *context.graph.connection(link);
                c.relation == "replication" && isElsewhere(c.from))
                return true;
    }
    return false;
}

/// The same thing on another host of the VPC: nobody says that they are one set, and nobody says that they are not.
bool isDrawnAgain(const Context& context, const DataHost& host, const std::vector<DataHost>& all)
{
    const auto sameKind = [&](const DataHost& other) {
        for (const BlockId& mine : host.software)
            for (const BlockId& theirs : other.software)
                if (context.graph.block(mine)->kind == context.graph.block(theirs)->kind) return true;
        return host.software.empty() &&
               context.graph.value(host.host, "role") == context.graph.value(other.host, "role");
    };
    const BlockId vpc = context.graph.vpcOf(host.host);
    return std::any_of(all.begin(), all.end(), [&](const DataHost& other) {
        return other.host != host.host && context.graph.vpcOf(other.host) == vpc && sameKind(other);
    });
}

/// A call to the host is for the data on it where that is all it does, or where the port says so: what calls an
/// application server does not depend on the database beside the application.
bool isForData(const Context& context, const DataHost& host, const Connection& call)
{
    if (call.to != host.host || host.isByRole) return true;
    const auto isItsPort = [&](const BlockId& id) {
        const Block& software = *context.graph.block(id);
        const auto port = context.catalogue.kindOf(software)->facts.find("engine-port");
        return port != context.catalogue.kindOf(software)->facts.end() &&
               analysis::PortSet::parse(call.ports).contains(static_cast<int>(port->second.toInteger()));
    };
    return !call.ports.empty() && std::any_of(host.software.begin(), host.software.end(), isItsPort);
}

std::vector<ConnectionId> callsFromElsewhere(const Context& context, const DataHost& host)
{
    std::vector<ConnectionId> calls;
    for (const BlockId& id : host.all())
        for (const ConnectionId& link : context.graph.incoming(id)) {
            const Connection& drawn = *context.graph.connection(link);
            const bool isCall = drawn.isNetworkTraffic() && drawn.relation != "replication";
            if (isCall && context.graph.hostOf(drawn.from) != host.host && isForData(context, host, drawn))
                calls.push_back(link);
        }
    return calls;
}

void reportSingle(const Context& context, const DataHost& host, const std::vector<ConnectionId>& calls, Report& report)
{
    std::vector<BlockId> dependents;
    std::vector<std::string> witness;
    for (const ConnectionId& link : calls) {
        const Connection& call = *context.graph.connection(link);
        witness.insert(witness.end(), {call.from.text(), link.text(), call.to.text()});
        if (std::find(dependents.begin(), dependents.end(), call.from) == dependents.end())
            dependents.push_back(call.from);
    }
    const auto name =
        host.software.empty() ? labelOf(context.graph, host.host) : labelsOf(context.graph, host.software);
    report.add(texts(host.all()))
        .with("name", name)
        .with("dependents", labelsOf(context.graph, dependents))
        .with("count", std::to_string(dependents.size()))
        .witness(std::move(witness));
}

void check(const Context& context, Report& report)
{
    const std::vector<DataHost> hosts = dataHosts(context);
    for (const DataHost& host : hosts) {
        const std::int64_t stated = statedReplicas(context, host);
        if (stated > 1 || replicates(context, host)) continue;
        if (stated == 0 && isDrawnAgain(context, host, hosts)) continue;
        if (!context.graph.reference(host.host, "auto-scaling-group").isEmpty()) continue;
        const std::vector<ConnectionId> calls = callsFromElsewhere(context, host);
        if (!calls.empty()) reportSingle(context, host, calls, report);
    }
}

}  // namespace

Rule selfManagedStatefulSingle()
{
    return {"self-managed-stateful-single", "resilience", Severity::Error, Softening::ByProfile, check};
}

}  // namespace lintel::model::lint::rules
