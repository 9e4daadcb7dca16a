#include "model/edit/operations/shrink_container.h"

#include "model/document/containment.h"
#include "model/edit/operations/border_blocks.h"
#include "model/edit/operations/container_margins.h"
#include "model/edit/operations/resize_block.h"

namespace lintel::model::edit {

namespace {

constexpr int kPadding = 24;  // what auto-layout leaves as well
static_assert(kPadding >= kMargin);

}  // namespace

ChangeSet shrinkContainer(const Document& document, const catalogue::Catalogue& catalogue, const BlockId& container)
{
    const Placement* own = document.placements.find(placementId(container));
    if (!own) return {};
    Rect contents;
    const Containment containment(document);
    for (const BlockId& id : containment.children(container)) {
        const catalogue::Kind* kind = catalogue.kindOf(*document.blocks.find(id));
        const Placement* placement = document.placements.find(placementId(id));
        const bool isBorder = kind && kind->shape == catalogue::Shape::Border;
        if (placement && !isBorder) contents = contents.united(placement->rect);
    }
    if (contents.isEmpty()) return {};
    const Rect fitted =
        contents.adjusted(-kPadding, -kHeaderMargin, kPadding, kPadding).translated(own->rect.topLeft());
    return keepOnBorders(document, catalogue, resizeBlock(document, container, fitted));
}

}  // namespace lintel::model::edit
