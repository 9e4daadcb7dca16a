#include "model/edit/operations/add_block.h"

#include "model/edit/transaction.h"

namespace lintel::model::edit {

namespace {

Error refused(const KindId& kind, const Block* parent)
{
    const std::string holder = parent ? "kind." + parent->kind.text() + ".title" : "document.top-level";
    return makeError("edit.wrong-container", {{"kind", "kind." + kind.text() + ".title", true}, {"parent", holder, true}});
}

}  // namespace

Result<ChangeSet> addBlock(const Document& document, const catalogue::Catalogue& catalogue, const NewBlock& wish)
{
    const catalogue::Kind* kind = catalogue.find(wish.kind);
    if (!kind) return makeError("edit.unknown-kind", {{"kind", wish.kind.text()}});
    const Block* parent = document.blocks.find(wish.parent);
    if (!catalogue.mayHold(parent ? parent->kind : KindId(), wish.kind)) return refused(wish.kind, parent);

    Transaction transaction(document);
    Block block;
    block.id = BlockId(transaction.freeId(wish.name, wish.preset.empty() ? wish.kind.text() : wish.preset));
    block.kind = wish.kind;
    block.name = wish.name;
    block.parent = parent ? parent->id : BlockId();
    block.properties = kind->initial;
    for (const catalogue::Preset& preset : kind->presets)
        if (preset.id == wish.preset)
            for (const auto& [key, value] : preset.properties) block.properties[key] = value;
    if (!wish.rect.isEmpty()) transaction.put(Placement{placementId(block.id), wish.rect, {}, false});
    transaction.put(std::move(block));
    return transaction.finish({"edit.add-block", {{"kind", "kind." + wish.kind.text() + ".title", true}}});
}

}  // namespace lintel::model::edit
