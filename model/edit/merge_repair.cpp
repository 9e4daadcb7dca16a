#include "model/edit/merge_repair.h"

#include "model/edit/transaction.h"

#include <algorithm>
#include <map>
#include <optional>

namespace lintel::model::edit {

namespace {

const Block* lastKnown(const BlockId& id, const MergeSides& sides)
{
    for (const Document* side : {&sides.theirs, &sides.ours, &sides.base})
        if (const Block* block = side->blocks.find(id)) return block;
    return nullptr;
}

// With its containers, when these are gone too.
void bringBack(const BlockId& id, Transaction& draft, MergeResult& result, const MergeSides& sides)
{
    for (BlockId at = id; !at.isEmpty() && !draft.block(at);) {
        const Block* block = lastKnown(at, sides);
        if (!block) return;
        draft.put(*block);
        const PlacementId place = placementId(at);
        for (const Document* side : {&sides.theirs, &sides.ours, &sides.base})
            if (const Placement* placement = side->placements.find(place); placement && !draft.placement(place))
                draft.put(*placement);
        result.conflicts.push_back({ConflictType::BroughtBack, at.text(), {}, {}, {}});
        at = block->parent;
    }
}

void bringBackWhatIsUsed(MergeResult& result, const MergeSides& sides)
{
    Transaction draft(result.document);
    for (const Block& block : result.document.blocks) bringBack(block.parent, draft, result, sides);
    for (const Connection& connection : result.document.connections) {
        bringBack(connection.from, draft, result, sides);
        bringBack(connection.to, draft, result, sides);
    }
    result.document = draft.document();
}

bool isInsideItself(const Document& document, const Block& block)
{
    std::size_t steps = 0;
    for (const Block* at = &block; at && !at->parent.isEmpty(); at = document.blocks.find(at->parent)) {
        if (at->parent == block.id) return true;
        if (++steps > document.blocks.size()) return false;  // a cycle further up, found from its own blocks
    }
    return false;
}

bool mayBeThere(const Document& document, const Block& block, const catalogue::Catalogue& catalogue)
{
    const Block* parent = document.blocks.find(block.parent);
    return catalogue.mayHold(parent ? parent->kind : KindId(), block.kind);
}

// A move of theirs is taken back; where theirs did not move the block, what holds it is as ours has it.
void takeBackImpossibleMoves(MergeResult& result, const MergeSides& sides, const catalogue::Catalogue& catalogue)
{
    Transaction draft(result.document);
    for (const Block& block : result.document.blocks) {
        if (!isInsideItself(result.document, block) && mayBeThere(result.document, block, catalogue)) continue;
        const Block* here = sides.ours.blocks.find(block.id);
        if (!here || here->parent == block.parent) continue;
        Block back = block;
        back.parent = here->parent;
        back.kind = here->kind;
        draft.put(std::move(back));
        result.conflicts.push_back(
            {ConflictType::ContainerRefused, block.id.text(), {}, here->parent.text(), block.parent.text()});
    }
    result.document = draft.document();
}

/// The nearest container from the parent outwards that may hold the block; nothing when not even the drawing may.
std::optional<BlockId> placeFor(const Document& document, const Block& block, const catalogue::Catalogue& catalogue)
{
    std::size_t steps = 0;
    for (BlockId at = block.parent;; ++steps) {
        const Block* holder = document.blocks.find(at);
        if (catalogue.mayHold(holder ? holder->kind : KindId(), block.kind)) return at;
        if (!holder || steps > document.blocks.size()) return std::nullopt;
        at = holder->parent;
    }
}

/// The container as it was before its id became something else, under another id; empty when that has no place either.
BlockId broughtBackApart(const Block& block, Transaction& draft, MergeResult& result, const MergeSides& sides,
                         const catalogue::Catalogue& catalogue)
{
    for (const Document* side : {&sides.theirs, &sides.ours, &sides.base}) {
        const Block* old = side->blocks.find(block.parent);
        if (!old || !catalogue.mayHold(old->kind, block.kind)) continue;
        const Block* holder = draft.block(old->parent);
        if (!catalogue.mayHold(holder ? holder->kind : KindId(), old->kind)) continue;
        if (!old->parent.isEmpty() && !holder) continue;
        Block apart = *old;
        apart.id = BlockId(draft.freeId(old->id.text(), "block"));
        result.conflicts.push_back({ConflictType::BroughtBack, apart.id.text(), {}, {}, {}});
        draft.put(apart);
        return apart.id;
    }
    return {};
}

// The container became something else on one side while the other one put a block into it or held on to one.
void moveOutOfWhatCannotHold(MergeResult& result, const MergeSides& sides, const catalogue::Catalogue& catalogue)
{
    Transaction draft(result.document);
    std::map<BlockId, BlockId> apart;
    for (const Block& block : result.document.blocks) {
        if (mayBeThere(result.document, block, catalogue)) continue;
        auto place = placeFor(result.document, block, catalogue);
        if (!place) {
            if (!apart.contains(block.parent))
                apart[block.parent] = broughtBackApart(block, draft, result, sides, catalogue);
            place = apart[block.parent];
            if (place->isEmpty() || !catalogue.mayHold(draft.block(*place)->kind, block.kind)) continue;
        }
        Block moved = block;
        moved.parent = *place;
        draft.put(std::move(moved));
        result.conflicts.push_back(
            {ConflictType::ContainerRefused, block.id.text(), {}, place->text(), block.parent.text()});
    }
    result.document = draft.document();
}

// Ids are unique over blocks, connections and notes; blocks keep theirs, because others refer to them.
void renameTakenIds(Document& document)
{
    Transaction draft(document);
    const auto move = [&](auto record, const char* fallback) {
        const std::string taken = record.id.text();
        draft.remove(record.id);
        record.id = decltype(record.id)(draft.freeId(taken, fallback));
        draft.put(std::move(record));
    };
    for (const Connection& connection : document.connections)
        if (document.blocks.contains(BlockId(connection.id.text()))) move(connection, "connection");
    for (const Note& note : document.notes)
        if (document.blocks.contains(BlockId(note.id.text())) ||
            document.connections.contains(ConnectionId(note.id.text())))
            move(note, "note");
    document = draft.document();
}

void dropStrayPlacements(Document& document)
{
    Transaction draft(document);
    for (const Placement& placement : document.placements)
        if (!isIdTaken(document, placement.id.text())) draft.remove(placement.id);
    document = draft.document();
}

}  // namespace

void repair(MergeResult& result, const MergeSides& sides, const catalogue::Catalogue& catalogue)
{
    bringBackWhatIsUsed(result, sides);
    takeBackImpossibleMoves(result, sides, catalogue);
    moveOutOfWhatCannotHold(result, sides, catalogue);
    // A block that went back may need a container that theirs has deleted.
    bringBackWhatIsUsed(result, sides);
    renameTakenIds(result.document);
    dropStrayPlacements(result.document);
}

}  // namespace lintel::model::edit
