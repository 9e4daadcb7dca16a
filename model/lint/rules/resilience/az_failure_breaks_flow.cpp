#include "model/analysis/failure_words.h"
#include "model/lint/data_tier.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <set>

namespace lintel::model::lint::rules {

namespace {

/// Servers of the VPC that answer people: what the service is. Proxies alone do not answer for it, nor do databases.
bool isService(const Context& context, const std::set<BlockId>& data, const analysis::ReplicaGroup& group)
{
    return std::any_of(group.members.begin(), group.members.end(), [&](const BlockId& member) {
        const std::string& role = context.graph.value(member, "role").toString();
        const bool isCompute =
            context.graph.fact(member, "role") == "compute" || context.graph.isKind(member, "eks-node-group");
        const bool isHelper = role == "bastion" || role == "nat" || role == "monitoring" || role == "build";
        return isCompute && !isHelper && !data.contains(member) && !context.graph.vpcOf(member).isEmpty();
    });
}

/// What dies with a zone.
struct Outage {
    std::vector<BlockId> servers;
    int copies = 0;
};

BlockId blockOfZone(const Context& context, const std::string& zone)
{
    for (const BlockId& block : context.graph.blocksOfKind("availability-zone"))
        if (context.graph.value(block, "zone").scalarText() == zone || block.text() == zone) return block;
    return {};
}

void tell(const Context& context, const std::string& zone, const Outage& dead, Report& report)
{
    const BlockId block = blockOfZone(context, zone);
    auto finding = report.add(block.isEmpty() ? dead.servers.front() : block);
    finding.with("zone", zone).with("servers", labelsOf(context.graph, dead.servers)).witness(texts(dead.servers));
    // One server is in one zone. Outside of production that is how services begin, and what it costs is known.
    const bool isBeginning = dead.copies == 1 && context.profile != Profile::Production;
    if (isBeginning) finding.variant("one-server").severity(Severity::Info).tradeOff();
}

void check(const Context& context, Report& report)
{
    const analysis::Availability& availability = context.availability();
    std::set<BlockId> data;
    for (const DataHost& host : dataHosts(context.graph)) data.insert(host.host);
    for (const std::string& zone : analysis::drawnZones(context.graph)) {
        Outage dead;
        bool someLive = false;
        for (const analysis::FlowFate& fate : availability.fatesWithout(availability.lostWithZone(zone))) {
            if (!isService(context, data, fate.group)) continue;
            if (fate.fate != analysis::Fate::Dies) {
                someLive = true;
                continue;
            }
            dead.servers.insert(dead.servers.end(), fate.group.members.begin(), fate.group.members.end());
            dead.copies += fate.capacityBefore;
        }
        // As long as something answers, what fails is a matter of the service; when nothing does, it is an outage.
        if (!someLive && !dead.servers.empty()) tell(context, zone, dead, report);
    }
}

}  // namespace

Rule azFailureBreaksFlow()
{
    return {"az-failure-breaks-flow", "resilience", Severity::Error, Softening::ByProfile, check};
}

}  // namespace lintel::model::lint::rules
