#include "model/analysis/cost_estimate.h"

#include "model/analysis/trade_offs.h"

#include <algorithm>
#include <set>

namespace lintel::model::analysis {

namespace {

CostLine lineOf(const graph::ArchitectureGraph& graph, const BlockId& block, const PriceTable& prices,
                const std::string& region)
{
    const CostItems items = costItemsOf(graph, block);
    CostLine line{block, region.empty() ? regionOf(graph, block) : region,   items.basis, {}, {},
                  {},    items.hasUsage || items.basis == CostBasis::ByUsage};
    for (const CostItem& one : items.items) {
        const Price* price = prices.find(one.item, line.region);
        if (!price) {
            line.missing.push_back(one.item);
            continue;
        }
        const Money monthly = price->perMonth().times(one.quantity);
        line.parts.push_back({one.item, one.quantity, monthly, price->date, price->source});
        line.monthly += monthly;
    }
    return line;
}

}  // namespace

std::string regionOf(const graph::ArchitectureGraph& graph, const BlockId& block)
{
    const BlockId frame = graph.isKind(block, "region") ? block : graph.ancestorOfKind(block, "region");
    const std::string own = graph.value(frame, "region").toString();
    return own.empty() ? graph.document().settings().region : own;
}

CostEstimate::CostEstimate(const graph::ArchitectureGraph& graph, const Routes& routes, const PriceTable& prices,
                           const std::string& region)
{
    for (const Block& block : graph.document().blocks)
        if (CostLine line = lineOf(graph, block.id, prices, region); line.basis != CostBasis::Outside)
            m_lines.push_back(std::move(line));
    m_tradeOffs = analysis::tradeOffs(graph, routes, prices, region);
}

const CostLine* CostEstimate::line(const BlockId& block) const
{
    const auto at = std::lower_bound(m_lines.begin(), m_lines.end(), block,
                                     [](const CostLine& line, const BlockId& id) { return line.block < id; });
    return at != m_lines.end() && at->block == block ? &*at : nullptr;
}

Money CostEstimate::total() const
{
    Money sum;
    for (const CostLine& line : m_lines) sum += line.monthly;
    return sum;
}

std::vector<std::string> CostEstimate::missing() const
{
    std::set<std::string> items;
    for (const CostLine& line : m_lines) items.insert(line.missing.begin(), line.missing.end());
    return {items.begin(), items.end()};
}

bool CostEstimate::isComplete() const
{
    return std::all_of(m_lines.begin(), m_lines.end(), [](const CostLine& line) { return line.isComplete(); });
}

std::string CostEstimate::oldestPrice() const
{
    std::string oldest;
    for (const CostLine& line : m_lines)
        for (const CostPart& part : line.parts)
            if (oldest.empty() || part.date < oldest) oldest = part.date;
    return oldest;
}

std::string CostEstimate::newestPrice() const
{
    std::string newest;
    for (const CostLine& line : m_lines)
        for (const CostPart& part : line.parts) newest = std::max(newest, part.date);
    return newest;
}

Money difference(const CostEstimate& before, const CostEstimate& after) { return after.total() + -before.total(); }

}  // namespace lintel::model::analysis
