#include "model/layout/outside_layout.h"

#include "model/layout/block_shape.h"
#include "model/layout/container_layout.h"
#include "model/layout/dimensions.h"
#include "model/layout/flow_rows.h"
#include "model/layout/packing.h"
#include "model/layout/spread.h"

#include <array>

namespace lintel::model::layout {

namespace {

constexpr int kFirstRow = 1;  ///< the groups of the rows above the networks
constexpr int kRows = 3;
constexpr double kShape = 1.4;  ///< width to height of the networks together
constexpr double kFlowShape = 1.8;
constexpr double kLongestFlow = 1.5;  ///< its height to the width that would be pleasant
constexpr int kFirstFlowRow = 16;     ///< the groups of the rows of a flow; after all others

bool isAws(const LayoutNode& node) { return !node.kind || node.kind->flag("aws", true); }

/// The parts of a container, in the order they are drawn.
struct Parts {
    std::array<std::vector<int>, kRows> above;  ///< people; names and edges; entries
    std::vector<int> main;                      ///< the networks
    std::vector<int> right;                     ///< regional services
    std::vector<int> far;                       ///< everything outside AWS
    std::vector<int> strip;                     ///< quiet blocks
};

void assign(Parts& parts, const LayoutTree& tree, int node)
{
    const LayoutNode& item = tree[node];
    const bool isQuiet = item.isCompact && (item.tier > Tier::Entry || item.neighbours.empty());
    if (isQuiet)
        parts.strip.push_back(node);
    else if (item.tier <= Tier::Entry && !isAws(item))
        parts.above[0].push_back(node);
    else if (item.tier <= Tier::Entry)
        parts.above[item.tier == Tier::Client ? 0 : item.tier == Tier::Entry ? 2 : 1].push_back(node);
    else if (!isAws(item))
        parts.far.push_back(node);
    else
        (item.isContainer ? parts.main : parts.right).push_back(node);
}

Parts partsOf(LayoutTree& tree, int container)
{
    Parts parts;
    for (const int child : tree[container].children)
        if (!tree[child].isBorder && !tree[child].isSatellite) assign(parts, tree, child);
    for (auto& row : parts.above) sortByWish(tree, row, Direction::LeftToRight);
    sortByWish(tree, parts.main, Direction::TopToBottom);
    sortByWish(tree, parts.right, Direction::TopToBottom);
    sortByWish(tree, parts.far, Direction::TopToBottom);
    int group = kFirstRow;
    for (const auto* part : {&parts.above[0], &parts.above[1], &parts.above[2], &parts.right, &parts.far, &parts.strip})
        makeGroup(tree, *part, group++);
    return parts;
}

int overhang(const LayoutTree& tree, const std::vector<int>& nodes, int LayoutNode::*side)
{
    int most = 0;
    for (const int node : nodes) most = std::max(most, tree[node].*side);
    return most;
}

Rect rectOf(const LayoutTree& tree, const std::vector<int>& nodes)
{
    Rect rect;
    for (const int node : nodes) {
        const Size size = outerSize(tree, node);
        rect = rect.united({tree[node].rect.x, tree[node].rect.y, size.width, size.height});
    }
    return rect;
}

int widthOf(const LayoutTree& tree, const std::vector<int>& row)
{
    int width = -kGap;
    for (const int node : row) width += onGrid(outerSize(tree, node).width) + kGap;
    return std::max(0, width);
}

/// One row above the networks, everybody as near as can be to what it leads to. Returns its height.
int layRow(LayoutTree& tree, const std::vector<int>& row, int container, Point corner, int width)
{
    const int left = tree.originOf(container).x + corner.x;
    std::vector<Wish> wishes;
    int height = 0;
    for (const int node : row) {
        const Size size = outerSize(tree, node);
        wishes.push_back({tree[node].alignX - left, size.width});
        height = std::max(height, size.height);
    }
    const std::vector<int> places = spread(wishes, kGap, width);
    for (std::size_t i = 0; i < row.size(); ++i)
        stand(tree, row[i],
              {corner.x + places[i], corner.y + nearestOnGrid((height - outerSize(tree, row[i]).height) / 2)});
    return height;
}

/// Regional services of a design without networks, where they are what the drawing is about: along the flow, in rows no
/// wider than is pleasant together. Returns the size taken.
Size layFlow(LayoutTree& tree, std::vector<int> nodes, int container, Point corner)
{
    sortByWish(tree, nodes, Direction::LeftToRight);
    const int width = pleasantWidth(tree, nodes, kChannel, kFlowShape);
    std::vector<std::vector<int>> rows;
    for (const std::vector<int>& rank : flowRows(tree, nodes)) {
        const int lines = (widthOf(tree, rank) + width - 1) / width;
        for (int line = 0; line < lines; ++line) {
            const auto at = [&](int i) { return rank.begin() + static_cast<std::ptrdiff_t>(rank.size()) * i / lines; };
            rows.emplace_back(at(line), at(line + 1));
        }
    }
    int widest = 0;
    int height = -kChannel;
    for (const std::vector<int>& row : rows) {
        widest = std::max(widest, widthOf(tree, row));
        height += outerSize(tree, row.front()).height + kChannel;
    }
    // A long chain winds through the room instead of leaving it in one line.
    if (height > width * kLongestFlow) return packRows(tree, nodes, corner, width, kChannel, false);
    int y = corner.y;
    int group = kFirstFlowRow;
    for (const std::vector<int>& row : rows) {
        makeGroup(tree, row, group++);
        y += layRow(tree, row, container, {corner.x, y}, widest) + kChannel;
    }
    return {widest, y - kChannel - corner.y};
}

/// Networks, regional services and the outside world from left to right, their tops in line. Returns the size taken.
Size layMiddle(LayoutTree& tree, const Parts& parts, int container, Point corner)
{
    const int above = overhang(tree, parts.main, &LayoutNode::overhangTop);
    const Size main = packLarge(tree, parts.main, {corner.x, corner.y + above}, kChannel, kShape);
    int x = corner.x;
    int height = parts.main.empty() ? 0 : main.height + above;
    if (!parts.main.empty()) x += main.width + kChannel;
    // A little lower than the networks is better than one more column.
    const int reach = std::max(main.height + kCellWidth, 2 * kCellWidth + kGap);
    for (const auto* part : {&parts.right, &parts.far}) {
        if (part->empty()) continue;
        const bool isAlone = part == &parts.right && parts.main.empty();
        const Size size = isAlone ? layFlow(tree, *part, container, {x, corner.y})
                                  : packColumns(tree, *part, {x, corner.y + above}, std::max(reach, height), kGap);
        height = std::max(height, above + size.height);
        x += size.width + kChannel;
    }
    return {std::max(0, x - kChannel - corner.x), height};
}

/// Quiet blocks below the networks, beside whatever else reaches lower; without networks below everything.
/// Returns where the strip ends.
Point layStrip(LayoutTree& tree, const Parts& parts, Point free, int width)
{
    if (parts.strip.empty()) return {};
    const Rect main = rectOf(tree, parts.main);
    const bool fitsBelowMain = std::all_of(parts.strip.begin(), parts.strip.end(),
                                           [&](int chip) { return tree[chip].rect.width <= main.width; });
    const Point corner = fitsBelowMain ? Point{main.x, main.bottom() + kGap} : free;
    const Size size = packChips(tree, parts.strip, corner, fitsBelowMain ? main.width : width);
    return {corner.x + size.width, corner.y + size.height};
}

}  // namespace

bool isOutside(const LayoutTree& tree, int node)
{
    const std::string_view kind = tree[node].kindName();
    return node == 0 || kind == "account" || kind == "region";
}

void layoutOutside(LayoutTree& tree, int container)
{
    equaliseHeights(tree, tree[container].children);
    const Parts parts = partsOf(tree, container);
    const int padding = container == 0 ? 0 : kPadding;
    const int top = container == 0 ? 0 : kHeader + kPadding - kGrid;

    const Size middle = layMiddle(tree, parts, container, {});
    int width = std::max(middle.width, headerWidth(tree, container));
    for (const auto& row : parts.above) width = std::max(width, widthOf(tree, row));
    int y = top;
    int bottom = top;
    for (const auto& row : parts.above) {
        if (row.empty()) continue;
        bottom = y + layRow(tree, row, container, {padding, y}, width);
        y = bottom + kChannel;
    }
    const Point shift{padding + nearestOnGrid((width - middle.width) / 2), y};
    for (const auto* part : {&parts.main, &parts.right, &parts.far}) moveBy(tree, *part, shift);
    if (middle.height) bottom = y + middle.height;
    const Point end = layStrip(tree, parts, {padding, bottom == top ? top : bottom + kGap}, width);
    tree[container].rect.width = onGrid(std::max({width + 2 * padding, end.x + padding, kChipWidth}));
    tree[container].rect.height = onGrid(std::max({bottom + padding, end.y + padding, kHeader + 48}));
    placeBorders(tree, container);
}

void alignRows(LayoutTree& tree, int container)
{
    for (const int child : tree[container].children)
        if (isOutside(tree, child)) alignRows(tree, child);
    const int padding = container == 0 ? 0 : kPadding;
    for (int group = kFirstRow; group < kFirstRow + kRows; ++group) {
        std::vector<int> row;
        for (const int child : tree[container].children)
            if (tree[child].group == group && !tree[child].isSatellite) row.push_back(child);
        if (row.empty()) continue;
        std::sort(row.begin(), row.end(), [&](int a, int b) { return tree[a].rect.x < tree[b].rect.x; });
        int top = tree[row.front()].rect.y;
        for (const int node : row) top = std::min(top, tree[node].rect.y);
        layRow(tree, row, container, {padding, top}, tree[container].rect.width - 2 * padding);
    }
}

}  // namespace lintel::model::layout
