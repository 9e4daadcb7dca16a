#include "model/layout/settling.h"

#include "model/layout/dimensions.h"
#include "model/layout/free_place.h"

#include <cstdlib>

namespace lintel::model::layout {

namespace {

constexpr int kLeastPadding = 16;  ///< as zones have

class Settler {
public:
    Settler(LayoutTree& tree, Scope scope)
        : m_tree(tree), m_scope(scope), m_touched(static_cast<std::size_t>(tree.size()))
    {
        for (int i = 1; i < tree.size(); ++i) {
            if (!stays(i)) continue;
            for (int at = i; at >= 0; at = tree[at].parent) m_touched[static_cast<std::size_t>(at)] = true;
        }
    }

    void settle(int container)
    {
        if (!m_touched[static_cast<std::size_t>(container)]) return;
        for (const int child : m_tree[container].children) settle(child);
        restore(container);
        makeRoom(container);
        insertOthers(container);
        enclose(container);
    }

private:
    bool stays(int node) const { return m_scope == Scope::NewOnly ? m_tree[node].isPlaced : m_tree[node].isPinned; }

    Rect record(int node) const { return m_tree.document().placements.find(placementId(m_tree[node].block->id))->rect; }

    void restore(int container)
    {
        for (const int child : m_tree[container].children) {
            if (!stays(child)) continue;
            Rect& rect = m_tree[child].rect;
            const Rect old = record(child);
            // Its contents may have grown; the corner they are measured from stays.
            const bool grown = m_tree[child].isContainer && m_touched[static_cast<std::size_t>(child)];
            rect = {old.x, old.y, grown ? std::max(old.width, rect.width) : old.width,
                    grown ? std::max(old.height, rect.height) : old.height};
        }
    }

    /// Where a container has grown into its siblings, those right of it and those below it move on together.
    void makeRoom(int container)
    {
        for (const int child : m_tree[container].children) {
            if (!stays(child) || !m_tree[child].isContainer) continue;
            const Rect old = record(child);
            const Rect now = m_tree[child].rect;
            if (now.size() == old.size() || !isInTheWay(container, child)) continue;
            for (const int other : m_tree[container].children) {
                const LayoutNode& sibling = m_tree[other];
                if (other == child || sibling.isBorder || sibling.isPinned || !stays(other)) continue;
                const Point by{sibling.rect.x >= old.right() ? now.width - old.width : 0,
                               sibling.rect.y >= old.bottom() ? now.height - old.height : 0};
                m_tree[other].rect = sibling.rect.translated(by);
            }
        }
    }

    bool isInTheWay(int container, int child) const
    {
        const Rect grown = m_tree[child].rect.adjusted(-kGrid, -kGrid, kGrid, kGrid);
        const auto& siblings = m_tree[container].children;
        return std::any_of(siblings.begin(), siblings.end(), [&](int other) {
            return other != child && !m_tree[other].isBorder && stays(other) && m_tree[other].rect.intersects(grown);
        });
    }

    void insertOthers(int container)
    {
        std::vector<Rect> taken;
        std::vector<int> others;
        bool anyStays = false;
        for (const int child : m_tree[container].children) {
            if (m_tree[child].isBorder) continue;
            if (stays(child))
                taken.push_back(m_tree[child].rect);
            else
                others.push_back(child);
            anyStays = anyStays || stays(child);
        }
        const Rect room = interior(container);
        for (const int child : others) {
            Rect wish = m_tree[child].rect;
            if (m_scope == Scope::NewOnly && anyStays) {
                const Point origin = m_tree.originOf(container);
                wish.x = static_cast<int>(m_tree[child].wishX) - origin.x - wish.width / 2;
                wish.y = static_cast<int>(m_tree[child].wishY) - origin.y - wish.height / 2;
            }
            m_tree[child].rect = freePlace(wish, room, taken, container == 0);
            taken.push_back(m_tree[child].rect);
        }
    }

    Rect interior(int container) const
    {
        const LayoutNode& node = m_tree[container];
        if (container == 0) {
            Rect all;
            for (const int child : node.children)
                if (stays(child)) all = all.united(m_tree[child].rect);
            return all;
        }
        Rect own = stays(container) ? record(container) : node.rect;
        return {kLeastPadding, kHeader + kGrid, std::max(0, own.width - 2 * kLeastPadding),
                std::max(0, own.height - kHeader - kGrid - kLeastPadding)};
    }

    void enclose(int container)
    {
        LayoutNode& node = m_tree[container];
        if (container == 0) return;
        int width = stays(container) ? record(container).width : node.rect.width;
        int height = stays(container) ? record(container).height : node.rect.height;
        for (const int child : node.children) {
            if (m_tree[child].isBorder) continue;
            const int margin = stays(child) ? 0 : kPadding;
            width = std::max(width, m_tree[child].rect.right() + margin);
            height = std::max(height, m_tree[child].rect.bottom() + margin);
        }
        if (stays(container))
            keepOnBorder(container, {width - record(container).width, height - record(container).height});
        node.rect.width = width;
        node.rect.height = height;
    }

    /// Gateways at the right and at the bottom follow their border.
    void keepOnBorder(int container, Point grown)
    {
        const Rect old = record(container);
        for (const int child : m_tree[container].children) {
            LayoutNode& gateway = m_tree[child];
            if (!gateway.isBorder || gateway.isPinned || !stays(child)) continue;
            if (gateway.rect.right() >= old.width) gateway.rect.x += grown.x;
            if (gateway.rect.bottom() >= old.height) gateway.rect.y += grown.y;
        }
    }

    LayoutTree& m_tree;
    Scope m_scope;
    std::vector<bool> m_touched;  ///< holds something that stays, or stays itself
};

}  // namespace

void settle(LayoutTree& tree, Scope scope) { Settler(tree, scope).settle(0); }

}  // namespace lintel::model::layout
