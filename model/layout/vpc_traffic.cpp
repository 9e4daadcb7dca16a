#include "model/layout/vpc_traffic.h"

#include "model/layout/vpc_rows.h"

namespace lintel::model::layout {

VpcTraffic::VpcTraffic(const LayoutTree& tree, int vpc, VpcRows& rows)
{
    for (std::size_t column = 0; column < rows.columns().size(); ++column)
        for (const auto& [row, subnet] : rows.columns()[column].subnets)
            m_cells[subnet] = {static_cast<int>(column), row};
    for (int row = 0; row < rows.count(); ++row)
        for (const int node : rows.middle(row)) m_cells[node] = {-1, row};

    std::map<int, int> leaving;
    std::map<int, int> passing;
    for (const Connection& connection : tree.document().connections) {
        const int from = tree.find(connection.from);
        const int to = tree.find(connection.to);
        const bool isFromHere = from > 0 && tree.isWithin(from, vpc);
        const bool isToHere = to > 0 && tree.isWithin(to, vpc);
        if (!isFromHere && !isToHere) continue;
        if (isFromHere != isToHere) ++m_outwards;
        const Cell a = isFromHere ? cellOf(tree, from) : Cell{};
        const Cell b = isToHere ? cellOf(tree, to) : Cell{};
        if (a.column != b.column) {
            ++leaving[a.column];
            ++leaving[b.column];
        }
        for (int row = std::min(a.row, b.row); row < std::max(a.row, b.row); ++row)
            if (row >= 0) ++passing[row];
    }
    for (const auto& [column, count] : leaving)
        if (column >= 0) m_acrossMiddle = std::max(m_acrossMiddle, count);
    for (const auto& [row, count] : passing) m_betweenRows = std::max(m_betweenRows, count);
}

VpcTraffic::Cell VpcTraffic::cellOf(const LayoutTree& tree, int node) const
{
    for (int at = node; at > 0; at = tree[at].parent)
        if (const auto found = m_cells.find(at); found != m_cells.end()) return found->second;
    return {};
}

}  // namespace lintel::model::layout
