#include "model/edit/operations/border_blocks.h"

#include "model/edit/transaction.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>

namespace lintel::model::edit {

namespace {

constexpr int kHalfIcon = 20;   // half of the square that straddles the border
constexpr int kCornerRoom = 8;  // kept free of corners

enum class Edge { Left, Right, Top, Bottom };

Edge nearestEdge(Size size, const Rect& rect)
{
    const Point middle{rect.x + kHalfIcon, rect.y + kHalfIcon};
    const std::array<int, 4> distance{std::abs(middle.x), std::abs(size.width - middle.x), std::abs(middle.y),
                                      std::abs(size.height - middle.y)};
    // A drop in a corner goes to the top: there is room for the label beside it.
    if (distance[2] <= *std::min_element(distance.begin(), distance.end())) return Edge::Top;
    return static_cast<Edge>(std::min_element(distance.begin(), distance.end()) - distance.begin());
}

Rect placedOn(Edge edge, Size size, Rect rect)
{
    const auto along = [](int at, int length) {
        return std::clamp(at, kCornerRoom, std::max(kCornerRoom, length - 2 * kHalfIcon - kCornerRoom));
    };
    switch (edge) {
        case Edge::Left: rect.x = -kHalfIcon; break;
        case Edge::Right: rect.x = size.width - kHalfIcon; break;
        case Edge::Top: rect.y = -kHalfIcon; break;
        case Edge::Bottom: rect.y = size.height - kHalfIcon; break;
    }
    if (edge == Edge::Left || edge == Edge::Right)
        rect.y = along(rect.y, size.height);
    else
        rect.x = along(rect.x, size.width);
    return rect;
}

bool isBorder(const catalogue::Catalogue& catalogue, const Block& block)
{
    const catalogue::Kind* kind = catalogue.kindOf(block);
    return kind && kind->shape == catalogue::Shape::Border && !block.parent.isEmpty();
}

void settle(Transaction& transaction, const Document& before, const Block& block, bool isMoved)
{
    const Placement* own = transaction.placement(placementId(block.id));
    const Placement* holder = transaction.placement(placementId(block.parent));
    if (!own || !holder) return;
    const Placement* oldHolder = before.placements.find(placementId(block.parent));
    const Placement* old = before.placements.find(placementId(block.id));
    const Edge edge = !isMoved && old && oldHolder ? nearestEdge(oldHolder->rect.size(), old->rect)
                                                   : nearestEdge(holder->rect.size(), own->rect);
    Placement settled = *own;
    settled.rect = placedOn(edge, holder->rect.size(), own->rect);
    transaction.put(std::move(settled));
}

}  // namespace

Rect onBorder(Size size, Rect rect) { return placedOn(nearestEdge(size, rect), size, rect); }

ChangeSet keepOnBorders(const Document& document, const catalogue::Catalogue& catalogue, const ChangeSet& change)
{
    const Result<Document> changed = apply(document, change);
    if (!changed || change.placements.empty()) return change;
    std::set<BlockId> resized;
    std::set<BlockId> moved;
    for (const auto& placement : change.placements) {
        if (!placement.after) continue;
        const bool isResized = placement.before && placement.before->rect.size() != placement.after->rect.size();
        (isResized ? resized : moved).insert(BlockId(placement.id().text()));
    }
    Transaction transaction(*changed);
    for (const Block& block : changed->blocks) {
        const bool isMoved = moved.contains(block.id) && !resized.contains(block.parent);
        if (isBorder(catalogue, block) && (isMoved || resized.contains(block.parent)))
            settle(transaction, document, block, isMoved);
    }
    return compose(change, transaction.finish(change.caption));
}

}  // namespace lintel::model::edit
