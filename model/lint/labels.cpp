#include "model/lint/labels.h"

#include <algorithm>

namespace lintel::model::lint {

std::string labelOf(const graph::ArchitectureGraph& graph, const BlockId& id)
{
    const Block* block = graph.block(id);
    return block ? block->label() : id.text();
}

std::string labelsOf(const graph::ArchitectureGraph& graph, const std::vector<BlockId>& ids)
{
    // More than this and nobody reads the end of the sentence; the subjects are marked on the drawing anyway.
    constexpr std::size_t kShown = 4;
    std::string joined;
    for (std::size_t at = 0; at < std::min(ids.size(), kShown); ++at) {
        if (at > 0) joined += ", ";
        joined += labelOf(graph, ids[at]);
    }
    if (ids.size() > kShown) joined += " (+" + std::to_string(ids.size() - kShown) + ")";
    return joined;
}

std::string pathOf(const graph::ArchitectureGraph& graph, const std::vector<std::string>& ids)
{
    std::string joined;
    for (const std::string& id : ids) {
        if (!joined.empty()) joined += " \u2192 ";
        joined += labelOf(graph, BlockId(id));
    }
    return joined;
}

std::vector<std::string> texts(const std::vector<BlockId>& ids)
{
    std::vector<std::string> list;
    list.reserve(ids.size());
    for (const BlockId& id : ids) list.push_back(id.text());
    return list;
}

}  // namespace lintel::model::lint
