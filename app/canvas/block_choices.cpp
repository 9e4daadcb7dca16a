#include "app/canvas/block_choices.h"

#include "app/qt_text.h"
#include "model/document/containment.h"
#include "model/edit/operations/container_margins.h"
#include "model/edit/operations/reparent_blocks.h"
#include "model/edit/transaction.h"
#include "model/layout/free_place.h"

#include <algorithm>

namespace lintel::app::canvas {

using namespace model;

namespace {

void addTo(BlockChoices& choices, const Document& document, const catalogue::Catalogue& catalogue, const Block& block,
           text::Language language)
{
    const catalogue::Kind* kind = catalogue.kindOf(block);
    const std::string title = kind ? kind->title.in(codeOf(language)) : block.kind.text();
    const Block* holder = document.blocks.find(block.parent);
    const QString name = toQString(block.name.empty() ? title : block.name);
    const QString words = (toQString(block.id.text()) + '\n' + toQString(title)).toLower();
    choices.ids.push_back(block.id);
    choices.choices.push_back({block.kind.text(), name, holder ? toQString(holder->label()) : QString(), words, true});
}

}  // namespace

BlockChoices connectable(const Document& document, const catalogue::Catalogue& catalogue, const BlockId& from,
                         text::Language language)
{
    const Containment containment(document);
    BlockChoices result;
    for (const bool onlyLeaves : {true, false})
        for (const Block& block : document.blocks) {
            const bool isLeaf = containment.children(block.id).empty();
            if (isLeaf != onlyLeaves || block.id == from || containment.holds(block.id, from)) continue;
            addTo(result, document, catalogue, block, language);
        }
    return result;
}

BlockChoices containersFor(const Document& document, const catalogue::Catalogue& catalogue,
                           const std::vector<BlockId>& blocks, text::Language language)
{
    const Containment containment(document);
    BlockChoices result;
    for (const Block& container : document.blocks) {
        const bool fits = std::all_of(blocks.begin(), blocks.end(), [&](const BlockId& id) {
            const Block& block = *document.blocks.find(id);
            return block.parent != container.id && id != container.id && !containment.holds(id, container.id) &&
                   catalogue.mayHold(container.kind, block.kind);
        });
        if (fits) addTo(result, document, catalogue, container, language);
    }
    return result;
}

Result<edit::ChangeSet> movedInto(const CanvasController& controller, const std::vector<BlockId>& blocks,
                                  const BlockId& container)
{
    const Document& document = controller.document();
    const Result<edit::ChangeSet> moved = edit::reparentBlocks(document, controller.catalogue(), blocks, container);
    if (!moved) return moved.error();
    const Result<Document> draft = edit::apply(document, *moved);
    const Placement* holder = document.placements.find(placementId(container));
    if (!draft || !holder) return *moved;
    const Rect room = Rect{0, 0, holder->rect.width, holder->rect.height}.adjusted(edit::kMargin, edit::kHeaderMargin,
                                                                                   -edit::kMargin, -edit::kMargin);
    std::vector<Rect> taken;
    const Containment containment(document);
    for (const BlockId& id : containment.children(container))
        if (const Placement* placement = document.placements.find(placementId(id))) taken.push_back(placement->rect);
    edit::Transaction transaction(*draft);
    for (const BlockId& id : blocks) {
        const Placement* placement = draft->placements.find(placementId(id));
        if (!placement) continue;
        Placement placed = *placement;
        placed.rect = layout::freePlace({room.x, room.y, placed.rect.width, placed.rect.height}, room, taken, false);
        taken.push_back(placed.rect);
        transaction.put(std::move(placed));
    }
    edit::ChangeSet change = edit::compose(*moved, transaction.finish(moved->caption));
    change.caption = moved->caption;
    return change;
}

}  // namespace lintel::app::canvas
