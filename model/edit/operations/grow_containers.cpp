#include "model/edit/operations/grow_containers.h"

#include "model/edit/transaction.h"

namespace lintel::model::edit {

namespace {

constexpr int kMargin = 16;

/// Goes up from `id` for as long as containers had to grow.
void growAround(Transaction& transaction, const catalogue::Catalogue& catalogue, const BlockId& id)
{
    const Block* block = transaction.block(id);
    for (int depth = 0; block && depth < 1000; ++depth) {
        const catalogue::Kind* kind = catalogue.kindOf(*block);
        const Placement* inner = transaction.placement(placementId(block->id));
        const Placement* outer = transaction.placement(placementId(block->parent));
        if (!inner || !outer || (kind && kind->shape == catalogue::Shape::Border)) return;
        Placement grown = *outer;
        grown.rect.width = std::max(grown.rect.width, inner->rect.right() + kMargin);
        grown.rect.height = std::max(grown.rect.height, inner->rect.bottom() + kMargin);
        if (grown == *outer) return;
        transaction.put(std::move(grown));
        block = transaction.block(block->parent);
    }
}

}  // namespace

ChangeSet growContainers(const Document& document, const catalogue::Catalogue& catalogue, const ChangeSet& change)
{
    const Result<Document> changed = apply(document, change);
    if (!changed) return change;
    Transaction transaction(*changed);
    for (const auto& placement : change.placements)
        if (placement.after) growAround(transaction, catalogue, BlockId(placement.after->id.text()));
    return compose(change, transaction.finish(change.caption));
}

}  // namespace lintel::model::edit
