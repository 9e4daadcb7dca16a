#include "model/layout/new_block_size.h"

#include "model/layout/block_shape.h"

namespace lintel::model::layout {

namespace {

Size roomy(const catalogue::Kind& kind)
{
    const std::string& role = kind.fact("role");
    if (role == "vpc" || kind.id.text() == "region" || kind.id.text() == "account") return {720, 480};
    if (role == "zone") return {320, 400};
    if (role == "subnet") return {280, 144};
    return {320, 240};
}

}  // namespace

Size newBlockSize(const Block& block, const Block* parent, const catalogue::Catalogue& catalogue,
                  const TextMetrics& metrics)
{
    // A drawing of these two alone is enough to know the shape.
    Document document;
    std::vector<Table<Block>::Edit> edits{{block.id, std::make_shared<const Block>(block)}};
    if (parent) {
        Block holder = *parent;
        holder.parent = BlockId();
        edits.push_back({holder.id, std::make_shared<const Block>(std::move(holder))});
    }
    std::sort(edits.begin(), edits.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    document.blocks = document.blocks.with(edits);
    const LayoutTree tree(document, catalogue, metrics);
    const int node = tree.find(block.id);
    return tree[node].isContainer && tree[node].kind ? roomy(*tree[node].kind) : naturalSize(tree, node);
}

}  // namespace lintel::model::layout
