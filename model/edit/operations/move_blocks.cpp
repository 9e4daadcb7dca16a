#include "model/edit/operations/move_blocks.h"

#include "model/edit/operations/outermost.h"
#include "model/edit/transaction.h"

namespace lintel::model::edit {

ChangeSet moveBlocks(const Document& document, const std::vector<BlockId>& blocks, Point by)
{
    Transaction transaction(document);
    std::size_t count = 0;
    for (const BlockId& id : outermost(document, blocks)) {
        const Placement* placement = document.placements.find(placementId(id));
        if (!placement) continue;
        Placement moved = *placement;
        moved.rect = moved.rect.translated(by);
        transaction.put(std::move(moved));
        ++count;
    }
    return transaction.finish({"edit.move", {{"count", std::to_string(count)}}});
}

}  // namespace lintel::model::edit
