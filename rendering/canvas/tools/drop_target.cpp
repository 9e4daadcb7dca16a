#include "rendering/canvas/tools/drop_target.h"

#include <algorithm>

namespace lintel::rendering::canvas {

using namespace model;

namespace {

bool holdsAll(const catalogue::Catalogue& catalogue, const KindId& parent, const std::vector<KindId>& kinds)
{
    return std::all_of(kinds.begin(), kinds.end(), [&](const KindId& kind) { return catalogue.mayHold(parent, kind); });
}

Error refusal(const catalogue::Catalogue& catalogue, const Block* innermost, const std::vector<KindId>& kinds)
{
    const KindId holder = innermost ? innermost->kind : KindId();
    for (const KindId& kind : kinds)
        if (!catalogue.mayHold(holder, kind))
            return makeError("edit.wrong-container",
                             {{"kind", "kind." + kind.text() + ".title", true},
                              {"parent", innermost ? "kind." + holder.text() + ".title" : "document.top-level", true}});
    return makeError("edit.wrong-container");
}

}  // namespace

DropTarget dropTargetAt(const layout::Geometry& geometry, const Document& document,
                        const catalogue::Catalogue& catalogue, Point point, const std::vector<KindId>& kinds,
                        const std::set<BlockId>& moving)
{
    std::vector<const layout::BlockGeometry*> under;
    for (const layout::BlockGeometry& block : geometry.blocks)
        if (block.rect.contains(point) && !moving.contains(block.id)) under.push_back(&block);
    std::stable_sort(under.begin(), under.end(), [](const auto* a, const auto* b) { return a->depth > b->depth; });

    const Block* innermost = nullptr;
    for (const layout::BlockGeometry* candidate : under) {
        const Block* block = document.blocks.find(candidate->id);
        const catalogue::Kind* kind = block ? catalogue.kindOf(*block) : nullptr;
        if (!kind || !kind->isContainer()) continue;
        if (holdsAll(catalogue, block->kind, kinds)) return {block->id, std::nullopt};
        if (!innermost) innermost = block;
    }
    if (holdsAll(catalogue, KindId(), kinds)) return {};
    return {BlockId(), refusal(catalogue, innermost, kinds)};
}

}  // namespace lintel::rendering::canvas
