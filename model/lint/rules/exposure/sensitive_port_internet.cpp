#include "model/analysis/service_port.h"
#include "model/lint/data_tier.h"
#include "model/lint/fixes/firewall_rows.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <map>

namespace lintel::model::lint::rules {

namespace {

using analysis::PortSet;

struct SensitivePort {
    int port;
    const char* service;
    bool onlyMonitoring = false;  ///< elsewhere the port is as likely a web application's
};

constexpr SensitivePort kPorts[] = {{1433, "SQL Server"}, {1521, "Oracle"},         {2181, "ZooKeeper"},
                                    {2379, "etcd"},       {3000, "Grafana", true},  {3100, "Loki"},
                                    {3306, "MySQL"},      {5432, "PostgreSQL"},     {5601, "Kibana"},
                                    {6379, "Redis"},      {8080, "admin UI", true}, {9090, "Prometheus"},
                                    {9092, "Kafka"},      {9093, "Alertmanager"},   {9200, "Elasticsearch"},
                                    {10250, "kubelet"},   {11211, "Memcached"},     {27017, "MongoDB"}};

/// A row that opens so many ports at once is about none of them.
constexpr int kNamedPorts = 100;

/// What is known to listen on the host. Nothing: nobody said.
struct Listening {
    PortSet ports;
    bool isKnown = false;
    bool isMonitoring = false;
};

Listening listeningOn(const Context& context, const BlockId& host)
{
    Listening listening{analysis::servicePorts(context.graph, host), false,
                        context.graph.value(host, "role").toString() == "monitoring"};
    for (const BlockId& inside : context.graph.containment().descendants(host)) {
        listening.ports = listening.ports.with(analysis::servicePorts(context.graph, inside));
        listening.isMonitoring =
            listening.isMonitoring || context.catalogue.flag(*context.graph.block(inside), "monitoring");
    }
    listening.isKnown = !listening.ports.isEmpty();
    return listening;
}

bool isNamedByARow(const Context& context, const std::vector<BlockId>& groups, int port)
{
    for (const analysis::OpenRow& open : analysis::rowsOpenToInternet(context.graph, groups, PortSet::one(port))) {
        const Value& row = context.graph.value(open.group, "inbound").toList()[open.row];
        const PortSet ports = PortSet::parse(row["ports"].scalarText());
        for (const PortSet::Interval& interval : ports.intervals())
            if (interval.first <= port && port <= interval.last && interval.last - interval.first < kNamedPorts)
                return true;
    }
    return false;
}

/// Ports of drawn data, by host: what reaches those is told as a path to the data.
std::map<BlockId, PortSet> dataPorts(const Context& context)
{
    std::map<BlockId, PortSet> ports;
    for (const BlockId& data : dataBlocks(context.graph)) {
        PortSet& onHost = ports[context.graph.hostOf(data)];
        onHost = onHost.with(analysis::servicePorts(context.graph, data));
    }
    return ports;
}

void checkHost(const Context& context, const BlockId& host, const PortSet& toldElsewhere, Report& report)
{
    const std::vector<BlockId> groups = context.graph.securityGroupsOf(host);
    const Listening listening = listeningOn(context, host);
    PortSet found;
    std::string services;
    analysis::Reach proof;
    for (const SensitivePort& one : kPorts) {
        if (toldElsewhere.contains(one.port) || (one.onlyMonitoring && !listening.isMonitoring)) continue;
        if (listening.isKnown ? !listening.ports.contains(one.port) : !isNamedByARow(context, groups, one.port))
            continue;
        analysis::Reach reach = context.reachability.directFromInternet(host, one.port);
        if (!reach.reachable) continue;
        if (found.isEmpty()) proof = std::move(reach);
        found = found.with(PortSet::one(one.port));
        services += (services.empty() ? "" : ", ") + (one.service + (" " + std::to_string(one.port)));
    }
    if (found.isEmpty()) return;
    edit::Transaction transaction(context.document);
    fixes::closeToInternet(context, groups, found, {}, transaction);
    const std::string name = labelOf(context.graph, host);
    report.add(host)
        .with("services", services)
        .with("name", name)
        .with("path", pathOf(context.graph, proof.path))
        .witness(proof.path)
        .fix("close", !fixes::isWantedFromInternet(context, groups, found),
             transaction.finish({"rule.sensitive-port-internet.fix.close", {{"name", name}, {"services", services}}}));
}

void check(const Context& context, Report& report)
{
    std::vector<BlockId> hosts;
    for (const char* kind : {"ec2-instance", "ecs-service", "eks-node-group"})
        for (const BlockId& host : context.graph.blocksOfKind(kind))
            if (context.graph.hasPublicAddress(host)) hosts.push_back(host);
    if (hosts.empty()) return;
    const std::map<BlockId, PortSet> data = dataPorts(context);
    for (const BlockId& host : hosts) {
        const auto told = data.find(host);
        checkHost(context, host, told == data.end() ? PortSet() : told->second, report);
    }
}

}  // namespace

Rule sensitivePortInternet()
{
    return {"sensitive-port-internet", "exposure", Severity::Error, Softening::Never, check};
}

}  // namespace lintel::model::lint::rules
