#include "model/layout/container_layout.h"

#include "model/layout/block_shape.h"
#include "model/layout/dimensions.h"
#include "model/layout/packing.h"

#include <tuple>

namespace lintel::model::layout {

namespace {

constexpr int kChipGap = 8;
constexpr int kConnectedChipGap = 16;  ///< room for one line
constexpr int kBusyChipGap = 24;       ///< for two

bool areConnected(const LayoutTree& tree, const std::vector<int>& chips)
{
    return std::any_of(chips.begin(), chips.end(), [&](int chip) { return !tree[chip].neighbours.empty(); });
}

int chipGap(const LayoutTree& tree, const std::vector<int>& chips)
{
    constexpr std::size_t kBusy = 3;
    if (!areConnected(tree, chips)) return kChipGap;
    const bool isBusy =
        std::any_of(chips.begin(), chips.end(), [&](int chip) { return tree[chip].neighbours.size() >= kBusy; });
    return isBusy ? kBusyChipGap : kConnectedChipGap;
}

bool isHost(const LayoutNode& node) { return node.kind && node.kind->fact("role") == "compute"; }

/// Subnets stand on top of each other: the fewer columns they share the width with, the wider they may be.
double shapeOf(const LayoutTree& tree, int container)
{
    if (tree[container].kindName() != "subnet") return 1.6;
    const LayoutNode& parent = tree[tree[container].parent];
    const LayoutNode& vpc = parent.kindName() == "availability-zone" ? tree[parent.parent] : parent;
    const auto zones = std::count_if(vpc.children.begin(), vpc.children.end(),
                                     [&](int child) { return tree[child].kindName() == "availability-zone"; });
    return zones <= 1 ? 4.0 : zones == 2 ? 3.0 : 1.8;
}

/// Gateways to the internet face the people above; the others face what they lead to, at the right.
bool isOnTop(const LayoutNode& node) { return node.kind && node.kind->fact("role") == "gateway"; }

}  // namespace

void sortByWish(LayoutTree& tree, std::vector<int>& nodes, Direction direction)
{
    std::stable_sort(nodes.begin(), nodes.end(), [&](int a, int b) {
        const LayoutNode& x = tree[a];
        const LayoutNode& y = tree[b];
        const double wishA = direction == Direction::LeftToRight ? x.wishX : x.wishY;
        const double wishB = direction == Direction::LeftToRight ? y.wishX : y.wishY;
        return std::tie(wishA, x.tier, x.block->id) < std::tie(wishB, y.tier, y.block->id);
    });
}

Size packChips(LayoutTree& tree, std::vector<int> chips, Point origin, int width)
{
    std::stable_sort(chips.begin(), chips.end(), [&](int a, int b) {
        return std::tie(tree[a].block->kind, tree[a].block->id) < std::tie(tree[b].block->kind, tree[b].block->id);
    });
    int widest = kChipWidth;
    for (const int chip : chips) widest = std::max(widest, tree[chip].rect.width);
    for (const int chip : chips) tree[chip].rect.width = widest;
    return packRows(tree, chips, origin, std::max(width, widest), chipGap(tree, chips), false);
}

void layoutGeneric(LayoutTree& tree, int container, int room)
{
    std::vector<int> flow;
    std::vector<int> chips;
    for (const int child : tree[container].children) {
        if (tree[child].isBorder || tree[child].isSatellite) continue;
        (tree[child].isCompact ? chips : flow).push_back(child);
    }
    const bool host = isHost(tree[container]);
    const int padding = host && !areConnected(tree, chips) ? 2 * kGrid : kPadding;
    equaliseHeights(tree, flow);
    sortByWish(tree, flow, Direction::LeftToRight);
    makeGroup(tree, flow, 1);
    makeGroup(tree, chips, 2);
    const Point origin{padding, kHeader + (host ? kGrid : padding - kGrid)};
    const int width = std::max(pleasantWidth(tree, flow, kGap, shapeOf(tree, container)), room - 2 * padding);
    Size taken = packRows(tree, flow, origin, width, kGap, true);
    if (!chips.empty()) {
        const int columns = host && chips.size() > 3 ? 2 : 1;
        int widest = kChipWidth;
        for (const int chip : chips) widest = std::max(widest, tree[chip].rect.width);
        const int below = taken.height ? taken.height + kGap - kGrid : 0;
        const Size strip = packChips(tree, chips, {origin.x, origin.y + below},
                                     std::max({taken.width, room - 2 * padding, columns * (widest + kBusyChipGap)}));
        taken = {std::max(taken.width, strip.width), below + strip.height};
    }
    const int least = headerWidth(tree, container) - 2 * padding;
    if (least > taken.width) {
        moveBy(tree, flow, {nearestOnGrid((least - taken.width) / 2), 0});
        moveBy(tree, chips, {nearestOnGrid((least - taken.width) / 2), 0});
    }
    const bool isEmpty = flow.empty() && chips.empty();
    tree[container].rect.width = onGrid(std::max(std::max(least, taken.width) + 2 * padding, kChipWidth));
    tree[container].rect.height = onGrid(isEmpty ? kHeader + 48 : origin.y + taken.height + padding);
    placeBorders(tree, container);
}

void placeBorders(LayoutTree& tree, int container)
{
    std::vector<int> top;
    std::vector<int> side;
    for (const int child : tree[container].children)
        if (tree[child].isBorder) (isOnTop(tree[child]) ? top : side).push_back(child);
    LayoutNode& node = tree[container];
    node.overhangTop = top.empty() ? 0 : onGrid(kBorderIcon / 2);
    node.overhangRight = 0;
    int width = -kGap;
    for (const int child : top) width += tree[child].rect.width + kGap;
    const int header = headerWidth(tree, container) + kGap;
    node.rect.width = std::max(node.rect.width, onGrid(header + width + kGap));
    int x = onGrid(std::max(header, (node.rect.width - width) / 2));
    for (const int child : top) {
        tree[child].rect.x = x;
        tree[child].rect.y = -kBorderIcon / 2;
        x += tree[child].rect.width + kGap;
    }
    const int step = kBorderIcon + kChannel;
    node.rect.height = std::max(node.rect.height, onGrid(kHeader + static_cast<int>(side.size()) * step));
    sortByWish(tree, side, Direction::TopToBottom);
    int y = nearestOnGrid((node.rect.height - static_cast<int>(side.size()) * step + kChannel) / 2);
    for (const int child : side) {
        tree[child].rect.x = node.rect.width - kBorderIcon / 2;
        tree[child].rect.y = y;
        y += step;
        node.overhangRight = std::max(node.overhangRight, onGrid(tree[child].rect.width - kBorderIcon / 2));
    }
}

}  // namespace lintel::model::layout
