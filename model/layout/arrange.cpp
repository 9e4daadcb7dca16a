#include "model/layout/layout.h"

#include "model/edit/transaction.h"
#include "model/layout/choice.h"

namespace lintel::model::layout {

edit::ChangeSet arrange(const Document& document, const catalogue::Catalogue& catalogue, const TextMetrics& metrics,
                        Scope scope)
{
    LayoutTree tree(document, catalogue, metrics);
    placeWell(tree, scope);
    edit::Transaction transaction(document);
    for (int i = 1; i < tree.size(); ++i) {
        const PlacementId id = placementId(tree[i].block->id);
        const Placement* old = document.placements.find(id);
        Placement placement = old ? *old : Placement{id, {}, {}, false};
        placement.rect = tree[i].rect;
        transaction.put(placement);
    }
    if (scope == Scope::All) {
        // Corners drawn for the old places would lead astray.
        for (const Connection& connection : document.connections) {
            const Placement* old = document.placements.find(placementId(connection.id));
            if (old && !old->pinned) transaction.remove(old->id);
        }
    }
    return transaction.finish(Message("layout.arrange"));
}

}  // namespace lintel::model::layout
