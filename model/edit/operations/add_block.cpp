#include "model/edit/operations/add_block.h"

#include "model/edit/operations/address_plan.h"
#include "model/edit/operations/public_route.h"
#include "model/edit/transaction.h"

namespace lintel::model::edit {

namespace {

Error refused(const KindId& kind, const Block* parent)
{
    const std::string holder = parent ? "kind." + parent->kind.text() + ".title" : "document.top-level";
    return makeError("edit.wrong-container",
                     {{"kind", "kind." + kind.text() + ".title", true}, {"parent", holder, true}});
}

/// What depends on what is there already: addresses that are free, a letter that no other zone has.
void plan(Block& block, const Document& document, const catalogue::Catalogue& catalogue)
{
    const std::string& role = catalogue.fact(block, "role");
    const BlockId vpc = vpcAround(document, catalogue, block.parent);
    if (role == "subnet" && !block.properties.contains("cidr"))
        if (const auto range = nextSubnetRange(document, catalogue, vpc))
            block.properties["cidr"] = Value(range->text());
    if (role != "zone") return;
    if (const std::string letter = nextZoneLetter(document, catalogue, vpc); !letter.empty())
        block.properties["zone"] = Value(letter);
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
    plan(block, document, catalogue);
    const BlockId id = block.id;
    if (!wish.rect.isEmpty()) transaction.put(Placement{placementId(block.id), wish.rect, {}, false});
    transaction.put(std::move(block));
    if (wish.preset == "public-subnet") givePublicRoute(transaction, catalogue, id);
    return transaction.finish({"edit.add-block", {{"kind", "kind." + wish.kind.text() + ".title", true}}});
}

BlockId addedBlock(const ChangeSet& change, const KindId& kind)
{
    for (const auto& block : change.blocks)
        if (!block.before && block.after->kind == kind) return block.after->id;
    return {};
}

}  // namespace lintel::model::edit
