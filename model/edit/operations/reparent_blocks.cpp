#include "model/edit/operations/reparent_blocks.h"

#include "model/document/containment.h"
#include "model/edit/transaction.h"

namespace lintel::model::edit {

Point absoluteOrigin(const Document& document, const BlockId& block)
{
    Point origin;
    const Block* at = document.blocks.find(block);
    for (int depth = 0; at && depth < 1000; ++depth) {
        if (const Placement* placement = document.placements.find(placementId(at->id)))
            origin = origin + placement->rect.topLeft();
        at = document.blocks.find(at->parent);
    }
    return origin;
}

Result<ChangeSet> reparentBlocks(const Document& document, const catalogue::Catalogue& catalogue,
                                 const std::vector<BlockId>& blocks, const BlockId& parent)
{
    const Containment containment(document);
    const Block* holder = document.blocks.find(parent);
    Transaction transaction(document);
    std::string name;
    for (const BlockId& id : blocks) {
        const Block* block = document.blocks.find(id);
        if (!block) return makeError("edit.no-such-block", {{"id", id.text()}});
        if (id == parent || containment.holds(id, parent))
            return makeError("edit.into-itself", {{"name", block->label()}});
        if (!catalogue.mayHold(holder ? holder->kind : KindId(), block->kind)) {
            const std::string place = holder ? "kind." + holder->kind.text() + ".title" : "document.top-level";
            return makeError("edit.wrong-container",
                             {{"kind", "kind." + block->kind.text() + ".title", true}, {"parent", place, true}});
        }
        if (const Placement* placement = document.placements.find(placementId(id))) {
            Placement moved = *placement;
            moved.rect =
                moved.rect.translated(absoluteOrigin(document, block->parent) - absoluteOrigin(document, parent));
            transaction.put(std::move(moved));
        }
        Block moved = *block;
        moved.parent = holder ? holder->id : BlockId();
        name = moved.label();
        transaction.put(std::move(moved));
    }
    return transaction.finish({"edit.reparent", {{"name", name}}});
}

}  // namespace lintel::model::edit
