#pragma once

#include "model/analysis/cost_parts.h"
#include "model/analysis/price_table.h"
#include "model/analysis/routes.h"
#include "model/base/message.h"

#include <string>
#include <vector>

namespace lintel::model::analysis {

/// One item of a block's bill.
struct CostPart {
    std::string item;
    double quantity = 1;
    Money monthly;
    std::string date;  ///< of the price
    std::string source;
};

struct CostLine {
    BlockId block;
    std::string region;
    CostBasis basis = CostBasis::Unknown;
    Money monthly;  ///< of the parts whose price is known
    std::vector<CostPart> parts;
    std::vector<std::string> missing;  ///< items for which no price is known, or that the drawing does not tell
    bool hasUsage = false;             ///< something is charged by use beside

    bool isComplete() const { return missing.empty() && basis != CostBasis::Unknown; }
};

/// Another way to do it, and what a month of it would cost more (or, below zero, less).
struct TradeOff {
    BlockId subject;
    Money monthly;
    Message message;  ///< cost.trade-off.*
};

/// What the design costs a month on demand: 730 hours, nothing reserved, nothing free of charge for beginners, no
/// taxes. What is charged by use (requests, traffic, storage of S3) is not in it, and said. A value.
class CostEstimate {
public:
    /// `region` takes the place of what the drawing says; empty: each block's own region.
    CostEstimate(const graph::ArchitectureGraph& graph, const Routes& routes, const PriceTable& prices,
                 const std::string& region = {});

    const std::vector<CostLine>& lines() const { return m_lines; }  ///< in id order; without what is not AWS's
    /// Null for a block that has none.
    const CostLine* line(const BlockId& block) const;
    Money total() const;
    std::vector<std::string> missing() const;  ///< items without a price, each once, in order
    /// Some block could not be priced in full: the total is too low.
    bool isComplete() const;
    const std::vector<TradeOff>& tradeOffs() const { return m_tradeOffs; }
    /// The dates of the oldest and the newest price used; empty when none was.
    std::string oldestPrice() const;
    std::string newestPrice() const;

private:
    std::vector<CostLine> m_lines;
    std::vector<TradeOff> m_tradeOffs;
};

/// What `after` costs a month more than `before`, as far as prices are known in both.
Money difference(const CostEstimate& before, const CostEstimate& after);

/// Where the block is billed: the region that holds it, else that of the design; empty when nobody says.
std::string regionOf(const graph::ArchitectureGraph& graph, const BlockId& block);

}  // namespace lintel::model::analysis
