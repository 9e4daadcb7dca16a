#include "model/layout/packing.h"

#include "model/layout/dimensions.h"

#include <cmath>

namespace lintel::model::layout {

namespace {

/// Index ranges of the rows (or columns): [first, last).
std::vector<std::pair<std::size_t, std::size_t>> lines(const std::vector<int>& lengths, int limit, int gap)
{
    std::vector<std::pair<std::size_t, std::size_t>> result;
    std::size_t first = 0;
    int used = 0;
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        const int wanted = (i == first ? 0 : used + gap) + lengths[i];
        if (i > first && wanted > limit) {
            result.emplace_back(first, i);
            first = i;
            used = lengths[i];
        } else {
            used = wanted;
        }
    }
    if (first < lengths.size()) result.emplace_back(first, lengths.size());
    return result;
}

}  // namespace

Size packRows(LayoutTree& tree, const std::vector<int>& nodes, Point origin, int maxWidth, int gap, bool centred)
{
    std::vector<int> widths;
    for (const int node : nodes) widths.push_back(tree[node].rect.width);
    const auto rows = lines(widths, maxWidth, gap);
    int whole = 0;
    std::vector<int> rowWidths;
    for (const auto& [first, last] : rows) {
        int width = -gap;
        for (std::size_t i = first; i < last; ++i) width += widths[i] + gap;
        rowWidths.push_back(width);
        whole = std::max(whole, width);
    }
    int y = origin.y;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        int x = origin.x + (centred ? nearestOnGrid((whole - rowWidths[row]) / 2) : 0);
        int height = 0;
        for (std::size_t i = rows[row].first; i < rows[row].second; ++i) {
            LayoutNode& node = tree[nodes[i]];
            node.rect.x = x;
            node.rect.y = y;
            x += node.rect.width + gap;
            height = std::max(height, node.rect.height);
        }
        y += height + gap;
    }
    return {whole, rows.empty() ? 0 : y - gap - origin.y};
}

Size packColumns(LayoutTree& tree, const std::vector<int>& nodes, Point origin, int maxHeight, int gap)
{
    std::vector<int> heights;
    for (const int node : nodes) heights.push_back(tree[node].rect.height);
    Size taken;
    int x = origin.x;
    for (const auto& [first, last] : lines(heights, maxHeight, gap)) {
        int width = 0;
        for (std::size_t i = first; i < last; ++i) width = std::max(width, tree[nodes[i]].rect.width);
        int y = origin.y;
        for (std::size_t i = first; i < last; ++i) {
            Rect& rect = tree[nodes[i]].rect;
            rect.x = x + nearestOnGrid((width - rect.width) / 2);
            rect.y = y;
            y += rect.height + gap;
        }
        taken.height = std::max(taken.height, y - gap - origin.y);
        x += width + gap;
        taken.width = x - gap - origin.x;
    }
    return taken;
}

int pleasantWidth(const LayoutTree& tree, const std::vector<int>& nodes, int gap, double shape)
{
    double area = 0;
    int widest = 0;
    for (const int node : nodes) {
        const Rect& rect = tree[node].rect;
        area += static_cast<double>(rect.width + gap) * (rect.height + gap);
        widest = std::max(widest, rect.width);
    }
    return std::max(widest, static_cast<int>(std::sqrt(area * shape)));
}

void equaliseHeights(LayoutTree& tree, const std::vector<int>& nodes)
{
    int height = 0;
    const auto isCell = [&](int node) { return !tree[node].isContainer && !tree[node].isCompact && !tree[node].isBorder; };
    for (const int node : nodes)
        if (isCell(node)) height = std::max(height, tree[node].rect.height);
    for (const int node : nodes)
        if (isCell(node)) tree[node].rect.height = height;
}

void moveBy(LayoutTree& tree, const std::vector<int>& nodes, Point by)
{
    for (const int node : nodes) tree[node].rect = tree[node].rect.translated(by);
}

}  // namespace lintel::model::layout
