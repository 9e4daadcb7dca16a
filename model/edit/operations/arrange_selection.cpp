#include "model/edit/operations/arrange_selection.h"

#include "model/edit/operations/outermost.h"
#include "model/edit/operations/reparent_blocks.h"
#include "model/edit/transaction.h"

#include <algorithm>

namespace lintel::model::edit {

namespace {

struct Placed {
    Placement placement;
    Rect absolute;
};

std::vector<Placed> placedOf(const Document& document, const std::vector<BlockId>& blocks)
{
    std::vector<Placed> result;
    for (const BlockId& id : outermost(document, blocks)) {
        const Placement* placement = document.placements.find(placementId(id));
        if (!placement) continue;
        const Point origin = absoluteOrigin(document, id);
        result.push_back({*placement, {origin.x, origin.y, placement->rect.width, placement->rect.height}});
    }
    return result;
}

Point shiftTo(const Rect& frame, const Rect& rect, Alignment alignment)
{
    switch (alignment) {
        case Alignment::Left: return {frame.left() - rect.left(), 0};
        case Alignment::Center: return {frame.center().x - rect.center().x, 0};
        case Alignment::Right: return {frame.right() - rect.right(), 0};
        case Alignment::Top: return {0, frame.top() - rect.top()};
        case Alignment::Middle: return {0, frame.center().y - rect.center().y};
        case Alignment::Bottom: return {0, frame.bottom() - rect.bottom()};
    }
    return {};
}

void shift(Transaction& transaction, Placed placed, Point by)
{
    placed.placement.rect = placed.placement.rect.translated(by);
    transaction.put(std::move(placed.placement));
}

}  // namespace

ChangeSet alignBlocks(const Document& document, const std::vector<BlockId>& blocks, Alignment alignment)
{
    const std::vector<Placed> all = placedOf(document, blocks);
    Rect frame;
    for (const Placed& placed : all) frame = frame.united(placed.absolute);
    Transaction transaction(document);
    for (const Placed& placed : all) shift(transaction, placed, shiftTo(frame, placed.absolute, alignment));
    return transaction.finish({"edit.align", {{"count", std::to_string(all.size())}}});
}

ChangeSet distributeBlocks(const Document& document, const std::vector<BlockId>& blocks, Axis axis)
{
    std::vector<Placed> all = placedOf(document, blocks);
    Transaction transaction(document);
    if (all.size() > 2) {
        const bool across = axis == Axis::Horizontal;
        const auto start = [across](const Placed& p) { return across ? p.absolute.x : p.absolute.y; };
        const auto length = [across](const Placed& p) { return across ? p.absolute.width : p.absolute.height; };
        std::stable_sort(all.begin(), all.end(), [&](const Placed& a, const Placed& b) { return start(a) < start(b); });
        int free = start(all.back()) + length(all.back()) - start(all.front());
        for (const Placed& placed : all) free -= length(placed);
        const int gaps = static_cast<int>(all.size()) - 1;
        int used = 0;
        for (int i = 0; i <= gaps; ++i) {
            const Placed& placed = all[static_cast<std::size_t>(i)];
            const int wanted = start(all.front()) + used + free * i / gaps;
            const int by = wanted - start(placed);
            shift(transaction, placed, across ? Point{by, 0} : Point{0, by});
            used += length(placed);
        }
    }
    return transaction.finish({"edit.distribute", {{"count", std::to_string(all.size())}}});
}

}  // namespace lintel::model::edit
