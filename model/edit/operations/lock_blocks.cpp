#include "model/edit/operations/lock_blocks.h"

#include "model/edit/transaction.h"

#include <algorithm>

namespace lintel::model::edit {

ChangeSet toggleLock(const Document& document, const std::vector<BlockId>& blocks)
{
    const bool areLocked = std::all_of(blocks.begin(), blocks.end(), [&](const BlockId& id) {
        const Placement* placement = document.placements.find(placementId(id));
        return !placement || placement->pinned;
    });
    Transaction transaction(document);
    for (const BlockId& id : blocks) {
        const Placement* placement = document.placements.find(placementId(id));
        if (!placement) continue;
        Placement changed = *placement;
        changed.pinned = !areLocked;
        transaction.put(std::move(changed));
    }
    return transaction.finish({areLocked ? "edit.unlock" : "edit.lock", {{"count", std::to_string(blocks.size())}}});
}

}  // namespace lintel::model::edit
