#include "model/edit/operations/resize_block.h"

#include "model/document/containment.h"
#include "model/edit/transaction.h"

namespace lintel::model::edit {

ChangeSet resizeBlock(const Document& document, const BlockId& block, Rect rect)
{
    Transaction transaction(document);
    const Block* record = document.blocks.find(block);
    const Placement* old = document.placements.find(placementId(block));
    if (!record) return transaction.finish({"edit.resize", {}});

    const Point shift = old ? old->rect.topLeft() - rect.topLeft() : Point();
    const Containment containment(document);
    if (shift != Point())
        for (const BlockId& child : containment.children(block))
            if (const Placement* placement = document.placements.find(placementId(child))) {
                Placement kept = *placement;
                kept.rect = kept.rect.translated(shift);
                transaction.put(std::move(kept));
            }
    Placement resized = old ? *old : Placement{placementId(block), {}, {}, false};
    resized.rect = rect;
    transaction.put(std::move(resized));
    return transaction.finish({"edit.resize", {{"name", record->label()}}});
}

}  // namespace lintel::model::edit
