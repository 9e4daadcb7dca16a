#include "model/edit/operations/wrap_blocks.h"

#include "model/document/containment.h"
#include "model/edit/operations/add_block.h"
#include "model/edit/operations/container_margins.h"
#include "model/edit/operations/outermost.h"
#include "model/edit/operations/remove_elements.h"
#include "model/edit/operations/reparent_blocks.h"

#include <algorithm>

namespace lintel::model::edit {

namespace {

constexpr int kPadding = 24;

bool shareParent(const Document& document, const std::vector<BlockId>& blocks)
{
    const BlockId& parent = document.blocks.find(blocks.front())->parent;
    return std::all_of(blocks.begin(), blocks.end(),
                       [&](const BlockId& id) { return document.blocks.find(id)->parent == parent; });
}

Rect around(const Document& document, const std::vector<BlockId>& blocks)
{
    Rect all;
    for (const BlockId& id : blocks)
        if (const Placement* placement = document.placements.find(placementId(id))) all = all.united(placement->rect);
    return all.isEmpty() ? all : all.adjusted(-kPadding, -kHeaderMargin, kPadding, kPadding);
}

}  // namespace

Result<ChangeSet> wrapBlocks(const Document& document, const catalogue::Catalogue& catalogue,
                             const std::vector<BlockId>& blocks, const KindId& kind, const std::string& preset)
{
    const std::vector<BlockId> inner = outermost(document, blocks);
    if (inner.empty()) return makeError("edit.nothing-to-wrap");
    if (!shareParent(document, inner)) return makeError("edit.wrap-one-container");
    const BlockId parent = document.blocks.find(inner.front())->parent;
    const Result<ChangeSet> added = addBlock(document, catalogue, {kind, preset, {}, parent, around(document, inner)});
    if (!added) return added.error();
    const BlockId wrapper = addedBlock(*added, kind);
    const Result<Document> draft = apply(document, *added);
    if (!draft) return draft.error();
    const Result<ChangeSet> moved = reparentBlocks(*draft, catalogue, inner, wrapper);
    if (!moved) return moved.error();
    ChangeSet change = compose(*added, *moved);
    change.caption = {"edit.wrap", {{"kind", "kind." + kind.text() + ".title", true}}};
    return change;
}

std::vector<KindId> wrappersOf(const Document& document, const catalogue::Catalogue& catalogue,
                               const std::vector<BlockId>& blocks)
{
    const std::vector<BlockId> inner = outermost(document, blocks);
    std::vector<KindId> kinds;
    if (inner.empty() || !shareParent(document, inner)) return kinds;
    const Block* holder = document.blocks.find(document.blocks.find(inner.front())->parent);
    for (const catalogue::Kind& kind : catalogue.kinds()) {
        if (!kind.isContainer() || !catalogue.mayHold(holder ? holder->kind : KindId(), kind.id)) continue;
        const bool holdsAll = std::all_of(inner.begin(), inner.end(), [&](const BlockId& id) {
            return catalogue.mayHold(kind.id, document.blocks.find(id)->kind);
        });
        if (holdsAll) kinds.push_back(kind.id);
    }
    return kinds;
}

Result<ChangeSet> unwrapBlock(const Document& document, const catalogue::Catalogue& catalogue, const BlockId& container)
{
    const Block* block = document.blocks.find(container);
    if (!block) return makeError("edit.no-such-block", {{"id", container.text()}});
    const std::vector<BlockId> inner = Containment(document).children(container);
    const Result<ChangeSet> freed = reparentBlocks(document, catalogue, inner, block->parent);
    if (!freed) return freed.error();
    const Result<Document> draft = apply(document, *freed);
    if (!draft) return draft.error();
    ChangeSet change = compose(*freed, removeElements(*draft, {container.text()}));
    change.caption = {"edit.unwrap", {{"name", block->label()}}};
    return change;
}

}  // namespace lintel::model::edit
