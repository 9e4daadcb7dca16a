#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <map>
#include <set>

namespace lintel::model::lint::rules {

namespace {

/// What is said about topics, and the brokers that would have to keep it.
struct Replication {
    BlockId kafka;
    std::int64_t factor = 0;
    std::int64_t inSync = 1;  ///< Kafka's own default
    std::int64_t brokers = 0;
    std::int64_t inFullestZone = 0;  ///< 0 while zones are not drawn
};

/// Hosts that replicate with this one; itself when none is drawn.
std::vector<BlockId> brokersOf(const std::vector<analysis::ReplicaGroup>& groups, const BlockId& host)
{
    for (const analysis::ReplicaGroup& group : groups)
        if (std::find(group.members.begin(), group.members.end(), host) != group.members.end()) return group.members;
    return {host};
}

Replication replicationOf(const Context& context, const BlockId& kafka,
                          const std::vector<analysis::ReplicaGroup>& groups)
{
    Replication said{kafka, context.graph.value(kafka, "replication-factor").toInteger(),
                     context.graph.value(kafka, "min-insync-replicas").toInteger(1), 0, 0};
    const std::vector<BlockId> hosts = brokersOf(groups, context.graph.hostOf(kafka));
    said.brokers = std::max<std::int64_t>(static_cast<std::int64_t>(hosts.size()),
                                          context.graph.value(kafka, "replicas").toInteger());
    if (said.brokers != static_cast<std::int64_t>(hosts.size())) return said;
    std::map<std::string, std::int64_t> zones;
    for (const BlockId& host : hosts) {
        const std::set<std::string> own = context.graph.zonesOf(host);
        if (own.size() != 1) return said;
        said.inFullestZone = std::max(said.inFullestZone, ++zones[*own.begin()]);
    }
    return said;
}

/// With the fullest zone gone, too few copies may be left to write; some partition has them there.
bool stopsWithAZone(const Replication& said)
{
    if (said.inFullestZone == 0 || said.inFullestZone == said.brokers) return false;
    return said.factor - std::min(said.factor, said.inFullestZone) < said.inSync;
}

std::string_view faultOf(const Replication& said)
{
    if (said.factor > said.brokers) return "too-many";
    if (said.factor == 1) return "message";
    if (said.inSync >= said.factor) return "no-slack";
    return stopsWithAZone(said) ? "zone" : "";
}

void check(const Context& context, Report& report)
{
    const std::vector<BlockId>& brokers = context.graph.blocksOfKind("kafka");
    if (brokers.empty()) return;
    for (const BlockId& kafka : brokers) {
        const Replication said = replicationOf(context, kafka, context.availability().groups());
        // A lone broker has nobody to copy to: that is said about the broker.
        if (said.factor < 1 || said.brokers < 2) continue;
        const std::string_view fault = faultOf(said);
        if (fault.empty()) continue;
        const std::string name = labelOf(context.graph, kafka);
        auto finding = report.add(kafka);
        finding.variant(fault)
            .with("name", name)
            .with("factor", std::to_string(said.factor))
            .with("in-sync", std::to_string(said.inSync))
            .with("brokers", std::to_string(said.brokers));
        if (said.brokers < 3 || fault == "zone") continue;
        edit::Transaction transaction(context.document);
        transaction.setProperty(kafka, "replication-factor", 3);
        transaction.setProperty(kafka, "min-insync-replicas", 2);
        Replication better = said;
        better.factor = 3;
        better.inSync = 2;
        if (faultOf(better).empty())
            finding.fix("three-copies", true,
                        transaction.finish({"rule.kafka-replication.fix.three", {{"name", name}}}));
    }
}

}  // namespace

Rule kafkaReplication() { return {"kafka-replication", "resilience", Severity::Error, Softening::ByProfile, check}; }

}  // namespace lintel::model::lint::rules
