#include "model/layout/packing.h"

#include "model/layout/dimensions.h"

#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

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

/// One line where a little more room makes it one; else lines that are equally full.
int pleasantLimit(const std::vector<int>& lengths, int limit, int gap)
{
    constexpr double kLittleMore = 1.3;
    const int whole = std::accumulate(lengths.begin(), lengths.end(), static_cast<int>(lengths.size()) * gap) - gap;
    return whole <= limit * kLittleMore ? std::max(whole, limit) : balancedLimit(lengths, limit, gap);
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
    const auto rows = lines(widths, centred ? pleasantLimit(widths, maxWidth, gap) : maxWidth, gap);
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

namespace {

/// With as much of what reaches out on the right as the gap does not hold.
Size largeSize(const LayoutTree& tree, int node, int gap)
{
    Size size = outerSize(tree, node);
    size.width += std::max(0, tree[node].overhangRight + kGap - gap);
    return size;
}

/// Large nodes in lines (rows, or columns when `isDown`), each line as long as `limit` at most.
class LargePacking {
public:
    LargePacking(const LayoutTree& tree, std::vector<int> nodes, bool isDown, int limit, int gap)
        : m_nodes(std::move(nodes)), m_isDown(isDown), m_gap(gap)
    {
        std::vector<int> lengths;
        for (const int node : m_nodes) {
            const Size size = largeSize(tree, node, gap);
            m_sizes.push_back(size);
            m_area += static_cast<double>(size.width) * size.height;
            lengths.push_back(isDown ? size.height : size.width);
        }
        m_lines = lines(lengths, limit, gap);
        place([](std::size_t, Point) {});
    }

    Size size() const { return m_size; }
    /// 1 = nothing empty, in the shape that is wanted.
    double score(double shape) const
    {
        const double ratio = m_size.width / (shape * std::max(1, m_size.height));
        const double room = static_cast<double>(m_size.width) * m_size.height;
        return std::sqrt(std::min(ratio, 1 / ratio)) * m_area / std::max(1.0, room);
    }

    void stand(LayoutTree& tree, Point origin)
    {
        place([&](std::size_t i, Point at) { layout::stand(tree, m_nodes[i], origin + at); });
    }

private:
    template <typename Do>
    void place(Do put)
    {
        m_size = {};
        int across = 0;
        for (const auto& [first, last] : m_lines) {
            int along = 0;
            int thick = 0;
            for (std::size_t i = first; i < last; ++i) {
                put(i, m_isDown ? Point{across, along} : Point{along, across});
                along += (m_isDown ? m_sizes[i].height : m_sizes[i].width) + m_gap;
                thick = std::max(thick, m_isDown ? m_sizes[i].width : m_sizes[i].height);
            }
            across += thick + m_gap;
            const int length = along - m_gap;
            m_size = m_isDown ? Size{across - m_gap, std::max(m_size.height, length)}
                              : Size{std::max(m_size.width, length), across - m_gap};
        }
    }

    std::vector<int> m_nodes;
    std::vector<Size> m_sizes;
    std::vector<std::pair<std::size_t, std::size_t>> m_lines;
    bool m_isDown;
    int m_gap;
    double m_area = 0;
    Size m_size;
};

}  // namespace

Size packLarge(LayoutTree& tree, const std::vector<int>& nodes, Point origin, int gap, double shape)
{
    if (nodes.empty()) return {};
    constexpr double kBetter = 1.05;  // the order of the flow is given up for nothing less
    std::vector<int> largestFirst = nodes;
    std::stable_sort(largestFirst.begin(), largestFirst.end(),
                     [&](int a, int b) { return outerSize(tree, a).height > outerSize(tree, b).height; });
    std::optional<LargePacking> best;
    for (const auto* order : {&nodes, &std::as_const(largestFirst)}) {
        for (const bool isDown : {false, true}) {
            int limit = -gap;
            for (const int node : *order) {
                // A line that just holds the first so many.
                const Size size = largeSize(tree, node, gap);
                limit += (isDown ? size.height : size.width) + gap;
                LargePacking packing(tree, *order, isDown, limit, gap);
                if (!best || packing.score(shape) > best->score(shape) * kBetter) best = std::move(packing);
            }
        }
    }
    best->stand(tree, origin);
    return best->size();
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
