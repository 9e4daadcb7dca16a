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

/// The least limit that needs no more lines than the given one, so that the last line is not left nearly empty.
int balancedLimit(const std::vector<int>& lengths, int limit, int gap)
{
    const std::size_t count = lines(lengths, limit, gap).size();
    int low = 0;
    int high = limit;
    while (high - low > kGrid) {
        const int middle = (low + high) / 2;
        (lines(lengths, middle, gap).size() <= count ? high : low) = middle;
    }
    return high;
}

constexpr int kSatelliteGap = 8;
constexpr int kHostGap = 16;  ///< so that the line between host and satellite is seen

}  // namespace

Size outerSize(const LayoutTree& tree, int node)
{
    Size size = tree[node].rect.size();
    if (!tree[node].satellites.empty()) size.height += kHostGap - kSatelliteGap;
    for (const int satellite : tree[node].satellites) {
        size.width = std::max(size.width, tree[satellite].rect.width);
        size.height += kSatelliteGap + tree[satellite].rect.height;
    }
    return size;
}

void stand(LayoutTree& tree, int node, Point corner)
{
    const int width = outerSize(tree, node).width;
    Rect& rect = tree[node].rect;
    rect = {corner.x + nearestOnGrid((width - rect.width) / 2), corner.y, rect.width, rect.height};
    int y = rect.bottom() + kHostGap;
    for (const int satellite : tree[node].satellites) {
        Rect& below = tree[satellite].rect;
        below = {corner.x + nearestOnGrid((width - below.width) / 2), y, below.width, below.height};
        y = below.bottom() + kSatelliteGap;
    }
}

Size packRows(LayoutTree& tree, const std::vector<int>& nodes, Point origin, int maxWidth, int gap, bool centred)
{
    std::vector<int> widths;
    for (const int node : nodes) widths.push_back(outerSize(tree, node).width);
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
        for (std::size_t i = rows[row].first; i < rows[row].second; ++i)
            height = std::max(height, outerSize(tree, nodes[i]).height);
        for (std::size_t i = rows[row].first; i < rows[row].second; ++i) {
            stand(tree, nodes[i],
                  {x, y + (centred ? nearestOnGrid((height - outerSize(tree, nodes[i]).height) / 2) : 0)});
            x += widths[i] + gap;
        }
        y += height + gap;
    }
    return {whole, rows.empty() ? 0 : y - gap - origin.y};
}

Size packColumns(LayoutTree& tree, const std::vector<int>& nodes, Point origin, int maxHeight, int gap)
{
    std::vector<int> heights;
    for (const int node : nodes) heights.push_back(outerSize(tree, node).height);
    Size taken;
    int x = origin.x;
    for (const auto& [first, last] : lines(heights, balancedLimit(heights, maxHeight, gap), gap)) {
        int width = 0;
        for (std::size_t i = first; i < last; ++i) width = std::max(width, outerSize(tree, nodes[i]).width);
        int y = origin.y;
        for (std::size_t i = first; i < last; ++i) {
            const Size size = outerSize(tree, nodes[i]);
            stand(tree, nodes[i], {x + nearestOnGrid((width - size.width) / 2), y});
            y += size.height + gap;
        }
        taken.height = std::max(taken.height, y - gap - origin.y);
        x += width + kChannel;
        taken.width = x - kChannel - origin.x;
    }
    return taken;
}

int pleasantWidth(const LayoutTree& tree, const std::vector<int>& nodes, int gap, double shape)
{
    double area = 0;
    int widest = 0;
    for (const int node : nodes) {
        const Size size = outerSize(tree, node);
        area += static_cast<double>(size.width + gap) * (size.height + gap);
        widest = std::max(widest, size.width);
    }
    return std::max(widest, static_cast<int>(std::sqrt(area * shape)));
}

int bestWidth(const LayoutTree& tree, const std::vector<int>& nodes, int gap, double shape)
{
    std::vector<int> widths;
    for (const int node : nodes) widths.push_back(outerSize(tree, node).width);
    int best = 0;
    double bestScore = 0;
    int limit = -gap;
    for (const int next : widths) {
        // A row that just holds the first so many.
        limit += next + gap;
        int width = 0;
        int height = -gap;
        for (const auto& [first, last] : lines(widths, limit, gap)) {
            int rowWidth = -gap;
            int rowHeight = 0;
            for (std::size_t i = first; i < last; ++i) {
                rowWidth += widths[i] + gap;
                rowHeight = std::max(rowHeight, outerSize(tree, nodes[i]).height);
            }
            width = std::max(width, rowWidth);
            height += rowHeight + gap;
        }
        const double ratio = width / (shape * std::max(1, height));
        const double score = std::min(ratio, 1 / ratio);
        if (score > bestScore) {
            bestScore = score;
            best = limit;
        }
    }
    return best;
}

void equaliseHeights(LayoutTree& tree, const std::vector<int>& nodes)
{
    int height = 0;
    const auto isCell = [&](int node) {
        return !tree[node].isContainer && !tree[node].isCompact && !tree[node].isBorder;
    };
    for (const int node : nodes)
        if (isCell(node)) height = std::max(height, tree[node].rect.height);
    for (const int node : nodes)
        if (isCell(node)) tree[node].rect.height = height;
}

void makeGroup(LayoutTree& tree, const std::vector<int>& nodes, int group)
{
    for (const int node : nodes) tree[node].group = group;
}

void moveBy(LayoutTree& tree, const std::vector<int>& nodes, Point by)
{
    const auto move = [&](int node) { tree[node].rect = tree[node].rect.translated(by); };
    for (const int node : nodes) {
        if (tree[node].isSatellite) continue;
        move(node);
        for (const int satellite : tree[node].satellites) move(satellite);
    }
}

}  // namespace lintel::model::layout
