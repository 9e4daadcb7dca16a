#pragma once

#include "model/graph/architecture_graph.h"

#include <string>
#include <vector>

namespace lintel::model::analysis {

/// Whether and how a block costs anything.
enum class CostBasis {
    Priced,   ///< by the hour or month, whatever happens
    Free,     ///< AWS charges nothing for it
    ByUsage,  ///< only what is used: requests, gigabytes, minutes
    Unknown,  ///< a kind of which nothing is known
    Outside,  ///< not AWS's to charge for
};

/// So many of one item of the price table. `ec2/` and the like, without a type, where the drawing does not say it.
struct CostItem {
    std::string item;
    double quantity = 1;
};

struct CostItems {
    CostBasis basis = CostBasis::Unknown;
    std::vector<CostItem> items;  ///< of Priced
    bool hasUsage = false;        ///< what it processes or transfers is charged beside
};

/// What a block consists of on the bill: groups at their desired size less the instances that are drawn themselves, a
/// standby like its primary, and a public IPv4 address wherever one is in use.
CostItems costItemsOf(const graph::ArchitectureGraph& graph, const BlockId& block);

}  // namespace lintel::model::analysis
