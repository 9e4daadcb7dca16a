#include "model/layout/exchange.h"

#include "model/layout/line_index.h"
#include "model/layout/packing.h"
#include "model/layout/segment.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <utility>

namespace lintel::model::layout {

namespace {

constexpr int kPasses = 4;
constexpr std::size_t kMany = 48;
constexpr std::size_t kNear = 6;
constexpr std::size_t kMostCarried = 12;
constexpr long kUpwards = 20;  ///< against the flow, which runs downwards

struct Line {
    int from;
    int to;
};

class Exchanger {
public:
    Exchanger(LayoutTree& tree, ExchangeWeights weights)
        : m_tree(tree), m_weights(weights), m_places(static_cast<std::size_t>(tree.size())), m_linesOf(m_places.size())
    {
        m_places[0] = tree[0].rect;
        settle(0);
        for (const Connection& connection : tree.document().connections) {
            const Line line{tree.find(connection.from), tree.find(connection.to)};
            if (line.from <= 0 || line.to <= 0 || line.from == line.to) continue;
            for (const int end : {line.from, line.to})
                for (int at = end; at > 0; at = tree[at].parent)
                    add(m_linesOf[static_cast<std::size_t>(at)], static_cast<int>(m_lines.size()));
            m_lines.push_back(line);
        }
        m_isAsked.assign(m_lines.size(), false);
        m_index.emplace(m_places[0], static_cast<int>(m_lines.size()));
        for (std::size_t line = 0; line < m_lines.size(); ++line) remember(static_cast<int>(line));
    }

    void run()
    {
        std::map<std::pair<int, int>, std::vector<int>> groups;
        for (int node = 1; node < m_tree.size(); ++node)
            if (m_tree[node].group > 0 && !m_tree[node].isSatellite)
                groups[{m_tree[node].parent, m_tree[node].group}].push_back(node);
        bool isBetter = true;
        for (int pass = 0; pass < kPasses && isBetter; ++pass) {
            isBetter = false;
            for (const auto& [key, nodes] : groups) {
                isBetter = improve(nodes) || isBetter;
                isBetter = carry(nodes) || isBetter;
            }
        }
    }

private:
    const Rect& place(int node) const { return m_places[static_cast<std::size_t>(node)]; }

    /// Absolute places of everything inside a node.
    void settle(int node)
    {
        for (const int child : m_tree[node].children) {
            m_places[static_cast<std::size_t>(child)] =
                m_tree[child].rect.translated(node == 0 ? Point{} : place(node).topLeft());
            settle(child);
        }
    }

    bool improve(std::vector<int> nodes)
    {
        // Among many siblings only those that stand near each other are tried.
        const std::size_t reach = nodes.size() > kMany ? kNear : nodes.size();
        if (nodes.size() > kMany) {
            std::stable_sort(nodes.begin(), nodes.end(), [&](int a, int b) {
                return std::pair(m_tree[a].rect.x, m_tree[a].rect.y) < std::pair(m_tree[b].rect.x, m_tree[b].rect.y);
            });
        }
        bool isBetter = false;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            for (std::size_t j = i + 1; j < std::min(nodes.size(), i + 1 + reach); ++j) {
                if (isPart(nodes[i]) && isPart(nodes[j])) continue;
                const bool mayGain = !linesOf(nodes[i]).empty() || !linesOf(nodes[j]).empty();
                if (mayGain && isAlike(nodes[i], nodes[j]))
                    isBetter = exchange(nodes[i], nodes[j]) || isBetter;
                else if (mayGain && isNextTo(nodes[i], nodes[j], nodes))
                    isBetter = exchange(nodes[i], nodes[j]) || isBetter;
            }
        }
        return isBetter;
    }

    /// Tries every one of some siblings of the same size at every place, the others moving up.
    bool carry(std::vector<int> nodes)
    {
        std::erase_if(nodes, [&](int node) { return isPart(node); });
        if (nodes.empty()) return false;
        std::erase_if(nodes, [&, first = nodes.front()](int node) { return !isAlike(node, first); });
        if (nodes.size() < 3 || nodes.size() > kMostCarried) return false;
        std::stable_sort(nodes.begin(), nodes.end(), [&](int a, int b) {
            const Rect& x = m_tree[a].rect;
            const Rect& y = m_tree[b].rect;
            return std::pair(x.y, x.x) < std::pair(y.y, y.x);
        });
        bool isBetter = false;
        for (std::size_t from = 0; from < nodes.size(); ++from)
            for (std::size_t to = 0; to < nodes.size(); ++to)
                if ((from < to ? to - from : from - to) > 1) isBetter = carry(nodes, from, to) || isBetter;
        return isBetter;
    }

    bool carry(std::vector<int>& nodes, std::size_t from, std::size_t to)
    {
        const std::vector<int> lines = linesOf(nodes);
        const long before = cost(lines);
        std::vector<Point> corners;
        for (const int node : nodes) corners.push_back(outerRect(node).topLeft());
        std::vector<int> carried = nodes;
        carried.erase(carried.begin() + static_cast<std::ptrdiff_t>(from));
        carried.insert(carried.begin() + static_cast<std::ptrdiff_t>(to), nodes[from]);
        for (std::size_t i = 0; i < nodes.size(); ++i) moveTo(carried[i], corners[i]);
        if (cost(lines) < before) {
            for (const int line : lines) remember(line);
            nodes = carried;
            return true;
        }
        for (std::size_t i = 0; i < nodes.size(); ++i) moveTo(nodes[i], corners[i]);
        return false;
    }

    static void add(std::vector<int>& lines, int line)
    {
        if (lines.empty() || lines.back() != line) lines.push_back(line);
    }

    const std::vector<int>& linesOf(int node) const { return m_linesOf[static_cast<std::size_t>(node)]; }

    /// The lines of nodes and their satellites, in order, each once.
    std::vector<int> linesOf(const std::vector<int>& nodes) const
    {
        std::vector<int> lines;
        for (const int node : nodes) {
            lines.insert(lines.end(), linesOf(node).begin(), linesOf(node).end());
            for (const int satellite : m_tree[node].satellites)
                lines.insert(lines.end(), linesOf(satellite).begin(), linesOf(satellite).end());
        }
        std::sort(lines.begin(), lines.end());
        lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
        return lines;
    }

    /// A container other than a server: parts of a system keep their order in the flow.
    bool isPart(int node) const
    {
        const LayoutNode& item = m_tree[node];
        return item.isContainer && !(item.kind && item.kind->fact("role") == "compute");
    }

    /// The node together with its satellites.
    Rect outerRect(int node) const
    {
        Rect rect = m_tree[node].rect;
        for (const int satellite : m_tree[node].satellites) rect = rect.united(m_tree[satellite].rect);
        return rect;
    }

    bool isAlike(int a, int b) const { return outerRect(a).size() == outerRect(b).size(); }

    /// True for neighbours in a row, or in a column, of the same height or width or centred on each other.
    bool isNextTo(int a, int b, const std::vector<int>& nodes) const
    {
        const Rect first = outerRect(a);
        const Rect second = outerRect(b);
        const bool isRow = std::abs(first.center().y - second.center().y) <= 8;
        const bool isColumn = std::abs(first.center().x - second.center().x) <= 8;
        if (isRow == isColumn) return false;
        const Rect both = first.united(second);
        return std::none_of(nodes.begin(), nodes.end(),
                            [&](int other) { return other != a && other != b && outerRect(other).intersects(both); });
    }

    bool exchange(int a, int b)
    {
        const std::vector<int> lines = linesOf({a, b});
        const long before = cost(lines);
        const Point cornerA = outerRect(a).topLeft();
        const Point cornerB = outerRect(b).topLeft();
        swapPlaces(a, b);
        if (cost(lines) < before) {
            for (const int line : lines) remember(line);
            return true;
        }
        moveTo(a, cornerA);
        moveTo(b, cornerB);
        return false;
    }

    /// The later one begins where the earlier did, and the earlier ends where the later did; across they stay centred.
    void swapPlaces(int a, int b)
    {
        Rect first = outerRect(a);
        Rect second = outerRect(b);
        if (isAlike(a, b)) {
            moveTo(a, second.topLeft());
            moveTo(b, first.topLeft());
            return;
        }
        const bool isRow = std::abs(first.center().y - second.center().y) <= 8;
        if (isRow ? second.x < first.x : second.y < first.y) {
            std::swap(first, second);
            std::swap(a, b);
        }
        if (isRow) {
            moveTo(b, {first.x, second.y});
            moveTo(a, {second.right() - first.width, first.y});
        } else {
            moveTo(b, {second.x, first.y});
            moveTo(a, {first.x, second.bottom() - first.height});
        }
    }

    void moveTo(int node, Point corner)
    {
        const Point by = corner - outerRect(node).topLeft();
        moveBy(m_tree, {node}, by);
        shift(node, by);
        for (const int satellite : m_tree[node].satellites) shift(satellite, by);
    }

    void shift(int node, Point by)
    {
        Rect& rect = m_places[static_cast<std::size_t>(node)];
        rect = rect.translated(by);
        for (const int child : m_tree[node].children) shift(child, by);
    }

    void remember(int line)
    {
        const auto [from, to] = m_lines[static_cast<std::size_t>(line)];
        m_index->put(line, place(from).center(), place(to).center());
    }

    /// What the lines cost where they are now. Only these may have moved since they were remembered.
    long cost(const std::vector<int>& lines)
    {
        for (const int line : lines) m_isAsked[static_cast<std::size_t>(line)] = true;
        long sum = 0;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto [from, to] = m_lines[static_cast<std::size_t>(lines[i])];
            const Point a = place(from).center();
            const Point b = place(to).center();
            sum += std::abs(a.x - b.x) + std::abs(a.y - b.y) + (b.y < a.y ? kUpwards : 0) +
                   m_weights.passing * blocksPassed(from, to);
            for (const int other : m_index->near(a, b))
                if (!m_isAsked[static_cast<std::size_t>(other)] && doCross(lines[i], other)) sum += m_weights.crossing;
            for (std::size_t j = i + 1; j < lines.size(); ++j)
                if (doCross(lines[i], lines[j])) sum += m_weights.crossing;
        }
        for (const int line : lines) m_isAsked[static_cast<std::size_t>(line)] = false;
        return sum;
    }

    bool doCross(int line, int other) const
    {
        const auto [a, b] = m_lines[static_cast<std::size_t>(line)];
        const auto [c, d] = m_lines[static_cast<std::size_t>(other)];
        if (c == a || c == b || d == a || d == b) return false;
        return cross(place(a).center(), place(b).center(), place(c).center(), place(d).center());
    }

    /// Siblings of either end in the way of a straight line.
    int blocksPassed(int from, int to) const
    {
        int count = 0;
        for (const int end : {from, to}) {
            for (const int other : m_tree[m_tree[end].parent].children) {
                if (other == from || other == to || m_tree[other].isContainer) continue;
                if (passes(place(from).center(), place(to).center(), place(other))) ++count;
            }
        }
        return count;
    }

    LayoutTree& m_tree;
    ExchangeWeights m_weights;
    std::vector<Rect> m_places;  ///< absolute
    std::vector<Line> m_lines;
    std::optional<LineIndex> m_index;
    std::vector<char> m_isAsked;              ///< by line: its cost is being asked for
    std::vector<std::vector<int>> m_linesOf;  ///< the lines that begin or end in a node or inside it
};

}  // namespace

void exchangePlaces(LayoutTree& tree, ExchangeWeights weights) { Exchanger(tree, weights).run(); }

}  // namespace lintel::model::layout
