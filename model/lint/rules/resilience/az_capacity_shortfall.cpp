#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <map>
#include <set>

namespace lintel::model::lint::rules {

namespace {

/// Copies of one service by zone, and how busy they are at peak.
struct Fleet {
    std::map<std::string, std::int64_t> copies;
    std::int64_t total = 0;
    std::int64_t peak = 0;  ///< percent of all; 0 while nobody says
};

/// Nothing when a member's zone is not drawn, or when members are replaced in other zones by themselves.
Fleet fleetOf(const Context& context, const analysis::ReplicaGroup& group)
{
    Fleet fleet;
    for (const BlockId& member : group.members) {
        const std::set<std::string> zones = context.graph.zonesOf(member);
        const bool isInstance = context.graph.isKind(member, "ec2-instance");
        if (!isInstance || zones.size() != 1 || !context.graph.reference(member, "auto-scaling-group").isEmpty())
            return {};
        const std::int64_t copies = std::max<std::int64_t>(1, context.graph.value(member, "replicas").toInteger(1));
        fleet.copies[*zones.begin()] += copies;
        fleet.total += copies;
        fleet.peak = std::max(fleet.peak, context.graph.value(member, "peak-load-percent").toInteger());
    }
    return fleet;
}

void check(const Context& context, Report& report)
{
    const std::vector<BlockId>& instances = context.graph.blocksOfKind("ec2-instance");
    const bool isSaid = std::any_of(instances.begin(), instances.end(), [&](const BlockId& one) {
        return context.graph.value(one, "peak-load-percent").toInteger() > 0;
    });
    if (!isSaid) return;
    for (const analysis::ReplicaGroup& group : context.availability().groups()) {
        if (group.members.size() < 2) continue;
        const Fleet fleet = fleetOf(context, group);
        // In one zone, all of it goes at once: another rule's business.
        if (fleet.peak <= 0 || fleet.copies.size() < 2) continue;
        const auto largest = std::max_element(fleet.copies.begin(), fleet.copies.end(),
                                              [](const auto& a, const auto& b) { return a.second < b.second; });
        const std::int64_t left = fleet.total - largest->second;
        const std::int64_t load = fleet.peak * fleet.total / left;
        if (load <= 100) continue;
        report.add(texts(group.members))
            .with("members", labelsOf(context.graph, group.members))
            .with("zone", largest->first)
            .with("left", std::to_string(left))
            .with("peak", std::to_string(fleet.peak))
            .with("load", std::to_string(load))
            .witness(texts(group.members));
    }
}

}  // namespace

Rule azCapacityShortfall()
{
    return {"az-capacity-shortfall", "resilience", Severity::Warning, Softening::ByProfile, check};
}

}  // namespace lintel::model::lint::rules
