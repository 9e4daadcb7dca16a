#include "model/edit/operations/grow_containers.h"

#include "model/document/containment.h"
#include "model/edit/operations/border_blocks.h"
#include "model/edit/operations/container_margins.h"
#include "model/edit/transaction.h"

namespace lintel::model::edit {

namespace {

constexpr int kNeighbourGap = 16;
constexpr int kDeepest = 1000;

class Grower {
public:
    Grower(const Document& document, const catalogue::Catalogue& catalogue)
        : m_catalogue(catalogue), m_containment(document), m_transaction(document)
    {
    }

    /// Goes up from `id` for as long as containers have to grow.
    void growAround(const BlockId& id, int depth = 0)
    {
        const Block* block = m_transaction.block(id);
        if (!block || depth > kDeepest || isBorder(*block)) return;
        const Placement* inner = m_transaction.placement(placementId(id));
        const Placement* outer = m_transaction.placement(placementId(block->parent));
        if (!inner || !outer) return;
        const Rect old = outer->rect;
        const int left = std::max(0, kMargin - inner->rect.x);
        const int top = std::max(0, kHeaderMargin - inner->rect.y);
        const int right = std::max(0, inner->rect.right() + kMargin - old.width);
        const int bottom = std::max(0, inner->rect.bottom() + kMargin - old.height);
        if (left + top + right + bottom == 0) return;
        const BlockId container = block->parent;
        Placement grown = *outer;
        grown.rect = old.adjusted(-left, -top, right, bottom);
        const Rect now = grown.rect;
        m_transaction.put(std::move(grown));
        if (left > 0 || top > 0) shiftContents(container, {left, top});
        makeRoom(container, old, now, depth);
        growAround(container, depth + 1);
    }

    ChangeSet finish(const Message& caption) const { return m_transaction.finish(caption); }

private:
    bool isBorder(const Block& block) const
    {
        const catalogue::Kind* kind = m_catalogue.kindOf(block);
        return kind && kind->shape == catalogue::Shape::Border;
    }

    void shift(const BlockId& id, Point by)
    {
        const Placement* placement = m_transaction.placement(placementId(id));
        if (!placement) return;
        Placement moved = *placement;
        moved.rect = moved.rect.translated(by);
        m_transaction.put(std::move(moved));
    }

    /// Places are relative to the container's corner: what stays on the drawing moves against it.
    void shiftContents(const BlockId& container, Point by)
    {
        for (const BlockId& child : m_containment.children(container)) shift(child, by);
    }

    /// Pushes away what `now` covers and `old` did not, and whatever that would cover in turn.
    void makeRoom(const BlockId& container, const Rect& old, const Rect& now, int depth)
    {
        const Block* grown = m_transaction.block(container);
        if (depth > kDeepest) return;
        for (const BlockId& id : m_containment.children(grown->parent)) {
            const Placement* other = m_transaction.placement(placementId(id));
            const Block* block = m_transaction.block(id);
            if (id == container || !other || other->pinned || isBorder(*block)) continue;
            if (!other->rect.intersects(now) || other->rect.intersects(old)) continue;
            const Rect before = other->rect;
            const Rect after = before.translated(wayOut(before, old, now));
            shift(id, after.topLeft() - before.topLeft());
            makeRoom(id, before, after, depth + 1);
            growAround(id, depth + 1);
        }
    }

    /// Away from the side that grew, far enough to keep a gap.
    static Point wayOut(const Rect& rect, const Rect& old, const Rect& now)
    {
        if (rect.x >= old.right()) return {now.right() + kNeighbourGap - rect.x, 0};
        if (rect.y >= old.bottom()) return {0, now.bottom() + kNeighbourGap - rect.y};
        if (rect.right() <= old.x) return {now.x - kNeighbourGap - rect.right(), 0};
        return {0, now.y - kNeighbourGap - rect.bottom()};
    }

    const catalogue::Catalogue& m_catalogue;
    Containment m_containment;
    Transaction m_transaction;
};

}  // namespace

ChangeSet growContainers(const Document& document, const catalogue::Catalogue& catalogue, const ChangeSet& change)
{
    const ChangeSet onBorders = keepOnBorders(document, catalogue, change);
    const Result<Document> changed = apply(document, onBorders);
    if (!changed) return change;
    Grower grower(*changed, catalogue);
    for (const auto& placement : onBorders.placements)
        if (placement.after) grower.growAround(BlockId(placement.after->id.text()));
    const ChangeSet grown = compose(onBorders, grower.finish(change.caption));
    return keepOnBorders(document, catalogue, grown);
}

}  // namespace lintel::model::edit
