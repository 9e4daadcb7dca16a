#include "model/layout/vpc_layout.h"

#include "model/layout/block_shape.h"
#include "model/layout/container_layout.h"
#include "model/layout/dimensions.h"
#include "model/layout/packing.h"
#include "model/layout/vpc_rows.h"
#include "model/layout/vpc_traffic.h"

#include <numeric>

namespace lintel::model::layout {

namespace {

constexpr int kZonePadding = 16;
constexpr int kRowGap = 24;
constexpr int kTrack = 8;  ///< one more line side by side
constexpr int kWidestChannel = 96;
constexpr int kWidestRowGap = 48;

/// Gives a subnet its place in the grid and keeps its contents in the middle.
void fit(LayoutTree& tree, int subnet, const Rect& cell)
{
    LayoutNode& node = tree[subnet];
    const Point shift{nearestOnGrid((cell.width - node.rect.width) / 2),
                      nearestOnGrid((cell.height - node.rect.height) / 2)};
    moveBy(tree, node.children, shift);
    node.rect = cell;
}

class VpcGrid {
public:
    VpcGrid(LayoutTree& tree, int vpc)
        : m_tree(tree), m_vpc(vpc), m_rows(tree, vpc), m_heights(static_cast<std::size_t>(m_rows.count()), 0)
    {
        for (const VpcColumn& column : m_rows.columns()) m_hasZones = m_hasZones || column.zone >= 0;
        m_before = m_rows.columns().size() / 2;
    }

    void layOut()
    {
        measureColumns();
        measureMiddle();
        measureGaps();
        placeColumns();
        placeMiddle();
        placeStrip();
    }

private:
    int inset() const { return m_hasZones ? kZonePadding : 0; }
    int top() const { return kHeader + kPadding; }
    int firstRow() const { return top() + (m_hasZones ? kHeader + kGrid : 0); }
    int heightOf(int row) const { return m_heights[static_cast<std::size_t>(row)]; }
    int yOf(int row) const
    {
        return std::accumulate(m_heights.begin(), m_heights.begin() + row, firstRow()) + row * m_rowGap;
    }
    int zonesBottom() const
    {
        const int rows = m_rows.count();
        return rows ? yOf(rows - 1) + heightOf(rows - 1) + inset() : firstRow() + kHeader;
    }

    void measureColumns()
    {
        for (const VpcColumn& column : m_rows.columns()) {
            int width = column.zone >= 0 ? headerWidth(m_tree, column.zone) - 2 * kZonePadding : 0;
            for (const auto& [row, subnet] : column.subnets) width = std::max(width, m_tree[subnet].rect.width);
            m_columnWidth = std::max(m_columnWidth, width);
        }
        const int room = m_columnWidth;
        for (const VpcColumn& column : m_rows.columns()) {
            for (const auto& [row, subnet] : column.subnets) {
                // Where the widest subnet needs the room anyway, the others may be flat.
                if (m_tree[subnet].kindName() == "subnet") layoutGeneric(m_tree, subnet, room);
                m_columnWidth = std::max(m_columnWidth, m_tree[subnet].rect.width);
                // Its place in the grid says which zone and tier it is.
                makeGroup(m_tree, {subnet}, 0);
                int& height = m_heights[static_cast<std::size_t>(row)];
                height = std::max(height, m_tree[subnet].rect.height);
            }
        }
    }

    /// The services of each row between the zones: one column, or two when one would be higher than the row.
    void measureMiddle()
    {
        for (int row = 0; row < m_rows.count(); ++row) {
            std::vector<int>& middle = m_rows.middle(row);
            int& rowHeight = m_heights[static_cast<std::size_t>(row)];
            equaliseHeights(m_tree, middle);
            makeGroup(m_tree, middle, 1 + row);
            int height = -kGap;
            for (const int node : middle) height += outerSize(m_tree, node).height + kGap;
            const bool isLow = height <= std::max(rowHeight, 2 * kCellWidth + kGap);
            m_middles.push_back(
                packColumns(m_tree, middle, {}, isLow ? height : std::max(rowHeight, height / 2 + kCellWidth), kGap));
            m_middleWidth = std::max(m_middleWidth, m_middles.back().width);
            rowHeight = std::max(rowHeight, m_middles.back().height);
        }
    }

    /// The more connections pass between two parts, the further these stand apart.
    void measureGaps()
    {
        const VpcTraffic traffic(m_tree, m_vpc, m_rows);
        const auto channel = [&](int lines) {
            return std::clamp(onGrid(kRowGap + lines * kTrack / 2), kChannel, kWidestChannel);
        };
        m_inner = channel(traffic.acrossMiddle());
        m_outer = channel(traffic.outwards() / 2);
        m_rowGap = std::clamp(onGrid(kRowGap + traffic.betweenRows() * kTrack / 4), kRowGap, kWidestRowGap);
    }

    void placeColumns()
    {
        m_right = m_outer;
        m_middleX = m_right;
        const auto& columns = m_rows.columns();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (i == m_before && m_middleWidth)
                placeMiddleColumn(i > 0);
            else if (i > 0)
                m_right += m_inner;
            const VpcColumn& column = columns[i];
            const Point base = column.zone >= 0 ? Point{m_right, top()} : Point{0, 0};
            for (const auto& [row, subnet] : column.subnets)
                fit(m_tree, subnet, {m_right + inset() - base.x, yOf(row) - base.y, m_columnWidth, heightOf(row)});
            const int outer = m_columnWidth + 2 * inset();
            if (column.zone >= 0) m_tree[column.zone].rect = {m_right, top(), outer, zonesBottom() - top()};
            m_right += outer;
        }
        if (columns.empty()) m_right += m_middleWidth;
        m_right += m_outer;
    }

    void placeMiddleColumn(bool isBetween)
    {
        if (isBetween) m_right += m_inner;
        m_middleX = m_right;
        m_right += m_middleWidth + m_inner;
    }

    void placeMiddle()
    {
        for (int row = 0; row < m_rows.count(); ++row) {
            const Size size = m_middles[static_cast<std::size_t>(row)];
            moveBy(m_tree, m_rows.middle(row),
                   {m_middleX + nearestOnGrid((m_middleWidth - size.width) / 2),
                    yOf(row) + nearestOnGrid((heightOf(row) - size.height) / 2)});
        }
    }

    void placeStrip()
    {
        int width = std::max(m_right, headerWidth(m_tree, m_vpc) + 2 * kPadding);
        int height = m_rows.count() || !m_rows.columns().empty() ? zonesBottom() + kChannel : top();
        if (!m_rows.chips().empty()) {
            const Size strip = packChips(m_tree, m_rows.chips(), {kChannel, height}, width - 2 * kChannel);
            height += strip.height + kPadding;
            width = std::max(width, strip.width + 2 * kChannel);
        }
        m_tree[m_vpc].rect.width = onGrid(width);
        m_tree[m_vpc].rect.height = onGrid(std::max(height, kHeader + 96));
        placeBorders(m_tree, m_vpc);
    }

    LayoutTree& m_tree;
    int m_vpc;
    VpcRows m_rows;
    std::vector<int> m_heights;   ///< of the rows
    std::vector<Size> m_middles;  ///< of each row's services between the zones
    std::size_t m_before = 0;     ///< the column that the middle stands left of
    bool m_hasZones = false;
    int m_columnWidth = 0;
    int m_middleWidth = 0;
    int m_inner = kChannel;
    int m_outer = kChannel;
    int m_rowGap = kRowGap;
    int m_middleX = 0;
    int m_right = 0;
};

}  // namespace

void layoutVpc(LayoutTree& tree, int vpc) { VpcGrid(tree, vpc).layOut(); }

}  // namespace lintel::model::layout
