#include "model/layout/vpc_layout.h"

#include "model/layout/block_shape.h"
#include "model/layout/container_layout.h"
#include "model/layout/dimensions.h"
#include "model/layout/packing.h"
#include "model/layout/vpc_rows.h"

namespace lintel::model::layout {

namespace {

constexpr int kZonePadding = 16;
constexpr int kRowGap = 24;

int widthOf(const LayoutTree& tree, const VpcColumn& column)
{
    int width = column.zone >= 0 ? headerWidth(tree, column.zone) - 2 * kZonePadding : 0;
    for (const auto& [row, subnet] : column.subnets) width = std::max(width, tree[subnet].rect.width);
    return width;
}

/// Gives a subnet its place in the grid and keeps its contents in the middle.
void fit(LayoutTree& tree, int subnet, const Rect& cell)
{
    LayoutNode& node = tree[subnet];
    const Point shift{nearestOnGrid((cell.width - node.rect.width) / 2), nearestOnGrid((cell.height - node.rect.height) / 2)};
    moveBy(tree, node.children, shift);
    node.rect = cell;
}

/// The services of one row between the zones: one column, or two when one would be higher than the row.
Size measureMiddle(LayoutTree& tree, std::vector<int>& middle, int rowHeight)
{
    if (middle.empty()) return {};
    equaliseHeights(tree, middle);
    int height = -kGap;
    for (const int node : middle) height += tree[node].rect.height + kGap;
    const int limit = height <= std::max(rowHeight, 2 * kCellWidth + kGap) ? height : std::max(rowHeight, height / 2 + kCellWidth);
    return packColumns(tree, middle, {}, limit, kGap);
}

}  // namespace

void layoutVpc(LayoutTree& tree, int vpc)
{
    VpcRows rows(tree, vpc);
    std::vector<int> heights(static_cast<std::size_t>(rows.count()), 0);
    int columnWidth = 0;
    bool hasZones = false;
    for (const VpcColumn& column : rows.columns()) {
        columnWidth = std::max(columnWidth, widthOf(tree, column));
        hasZones = hasZones || column.zone >= 0;
    }
    for (const VpcColumn& column : rows.columns()) {
        for (const auto& [row, subnet] : column.subnets) {
            // Where the widest subnet needs the room anyway, the others may be flat.
            if (tree[subnet].kindName() == "subnet") layoutGeneric(tree, subnet, columnWidth);
            int& height = heights[static_cast<std::size_t>(row)];
            height = std::max(height, tree[subnet].rect.height);
        }
    }
    int middleWidth = 0;
    std::vector<Size> middles;
    for (int row = 0; row < rows.count(); ++row) {
        int& height = heights[static_cast<std::size_t>(row)];
        middles.push_back(measureMiddle(tree, rows.middle(row), height));
        middleWidth = std::max(middleWidth, middles.back().width);
        height = std::max(height, middles.back().height);
    }

    const int inset = hasZones ? kZonePadding : 0;
    const int top = kHeader + kPadding;
    const int firstRow = top + (hasZones ? kHeader + kGrid : 0);
    const int columns = static_cast<int>(rows.columns().size());
    const int before = columns / 2;
    int x = kChannel;
    int middleX = x;
    int bottom = firstRow;
    for (int row = 0; row < rows.count(); ++row) bottom += heights[static_cast<std::size_t>(row)] + kRowGap;
    bottom = rows.count() ? bottom - kRowGap + inset : firstRow + kHeader;
    for (int i = 0; i < columns; ++i) {
        const VpcColumn& column = rows.columns()[static_cast<std::size_t>(i)];
        if (i == before && middleWidth) {
            middleX = x;
            x += middleWidth + kChannel;
        }
        const int outer = columnWidth + 2 * inset;
        const Point base = column.zone >= 0 ? Point{x, top} : Point{0, 0};
        for (const auto& [row, subnet] : column.subnets) {
            int y = firstRow;
            for (int above = 0; above < row; ++above) y += heights[static_cast<std::size_t>(above)] + kRowGap;
            fit(tree, subnet, {x + inset - base.x, y - base.y, columnWidth, heights[static_cast<std::size_t>(row)]});
        }
        if (column.zone >= 0) tree[column.zone].rect = {x, top, outer, bottom - top};
        x += outer + kChannel;
    }
    if (columns == 0 && middleWidth) x += middleWidth + kChannel;

    int y = firstRow;
    for (int row = 0; row < rows.count(); ++row) {
        const int height = heights[static_cast<std::size_t>(row)];
        const Size size = middles[static_cast<std::size_t>(row)];
        moveBy(tree, rows.middle(row), {middleX + nearestOnGrid((middleWidth - size.width) / 2), y + nearestOnGrid((height - size.height) / 2)});
        y += height + kRowGap;
    }

    int width = std::max(x, headerWidth(tree, vpc) + 2 * kPadding);
    int height = rows.count() || columns ? bottom + kChannel : top;
    if (!rows.chips().empty()) {
        const Size strip = packChips(tree, rows.chips(), {kChannel, height}, width - 2 * kChannel);
        height += strip.height + kPadding;
        width = std::max(width, strip.width + 2 * kChannel);
    }
    tree[vpc].rect.width = onGrid(width);
    tree[vpc].rect.height = onGrid(std::max(height, kHeader + 96));
    placeBorders(tree, vpc);
}

}  // namespace lintel::model::layout
