#include "model/analysis/failure_words.h"

#include <algorithm>

namespace lintel::model::analysis {

std::set<std::string> drawnZones(const graph::ArchitectureGraph& graph)
{
    std::set<std::string> zones;
    for (const BlockId& subnet : graph.blocksOfKind("subnet"))
        if (std::string zone = graph.zoneOf(subnet); !zone.empty()) zones.insert(std::move(zone));
    return zones;
}

bool failedItself(const FlowFate& flow)
{
    const std::vector<BlockId>& members = flow.group.members;
    return flow.fate == Fate::Dies && !flow.because.empty() &&
           std::includes(members.begin(), members.end(), flow.because.begin(), flow.because.end());
}

}  // namespace lintel::model::analysis
