#include "model/layout/outside_layout.h"

#include "model/layout/block_shape.h"
#include "model/layout/container_layout.h"
#include "model/layout/dimensions.h"
#include "model/layout/packing.h"

namespace lintel::model::layout {

namespace {

enum class Zone { Left, Main, Right, Far, Strip };

bool isAws(const LayoutNode& node)
{
    return !node.kind || node.kind->flag("aws", true);
}

Zone zoneOf(const LayoutNode& node)
{
    if (node.isCompact) return Zone::Strip;
    if (node.tier <= Tier::Entry) return Zone::Left;
    if (!isAws(node)) return Zone::Far;
    return node.isContainer ? Zone::Main : Zone::Right;
}

void sortByTier(LayoutTree& tree, std::vector<int>& nodes)
{
    std::stable_sort(nodes.begin(), nodes.end(), [&](int a, int b) {
        return std::tie(tree[a].tier, tree[a].wishY, tree[a].block->id) < std::tie(tree[b].tier, tree[b].wishY, tree[b].block->id);
    });
}

int overhang(const LayoutTree& tree, const std::vector<int>& nodes, int LayoutNode::*side)
{
    int most = 0;
    for (const int node : nodes) most = std::max(most, tree[node].*side);
    return most;
}

}  // namespace

void layoutOutside(LayoutTree& tree, int container)
{
    std::map<Zone, std::vector<int>> zones;
    for (const int child : tree[container].children)
        if (!tree[child].isBorder) zones[zoneOf(tree[child])].push_back(child);
    auto& left = zones[Zone::Left];
    auto& main = zones[Zone::Main];
    auto& right = zones[Zone::Right];
    auto& far = zones[Zone::Far];
    equaliseHeights(tree, tree[container].children);
    sortByTier(tree, left);
    sortByTier(tree, right);
    sortByWish(tree, main, Direction::TopToBottom);
    sortByWish(tree, far, Direction::TopToBottom);

    const bool isDrawing = container == 0;
    const int padding = isDrawing ? 0 : kPadding;
    const int top = isDrawing ? 0 : kHeader + kPadding - kGrid;
    const int above = overhang(tree, main, &LayoutNode::overhangTop);
    const Size middle = packRows(tree, main, {}, pleasantWidth(tree, main, kChannel), kChannel, false);
    const int reach = std::max(middle.height, 2 * kCellWidth + kGap);

    int x = padding;
    int height = middle.height + above;
    std::vector<std::pair<std::vector<int>*, int>> placed;
    const auto column = [&](std::vector<int>& nodes, Size size) {
        if (nodes.empty()) return;
        moveBy(tree, nodes, {x, 0});
        placed.emplace_back(&nodes, size.height);
        height = std::max(height, size.height);
        x += size.width + kChannel;
    };
    column(left, packColumns(tree, left, {}, reach, kGap));
    if (!main.empty()) {
        moveBy(tree, main, {x, above});
        placed.emplace_back(&main, middle.height + above);
        x += middle.width + kChannel + overhang(tree, main, &LayoutNode::overhangRight);
    }
    column(right, packColumns(tree, right, {}, reach, kGap));
    column(far, packColumns(tree, far, {}, reach, kGap));
    for (const auto& [nodes, taken] : placed) moveBy(tree, *nodes, {0, top + nearestOnGrid((height - taken) / 2)});

    int width = std::max(x - kChannel, padding + headerWidth(tree, container));
    int bottom = top + height;
    if (!zones[Zone::Strip].empty()) {
        const int gap = height ? kGap : 0;
        const Size strip = packChips(tree, zones[Zone::Strip], {padding, bottom + gap}, width - padding);
        bottom += gap + strip.height;
        width = std::max(width, padding + strip.width);
    }
    tree[container].rect.width = onGrid(std::max(width + padding, kChipWidth));
    tree[container].rect.height = onGrid(std::max(bottom + padding, kHeader + 48));
    placeBorders(tree, container);
}

}  // namespace lintel::model::layout
