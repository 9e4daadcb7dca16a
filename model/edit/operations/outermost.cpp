#include "model/edit/operations/outermost.h"

#include <set>

namespace lintel::model::edit {

std::vector<BlockId> outermost(const Document& document, const std::vector<BlockId>& blocks)
{
    const std::set<BlockId> chosen(blocks.begin(), blocks.end());
    std::vector<BlockId> result;
    for (const BlockId& id : chosen) {
        const Block* at = document.blocks.find(id);
        if (!at) continue;
        bool inside = false;
        for (int depth = 0; at && depth < 1000 && !inside; ++depth) {
            inside = depth > 0 && chosen.contains(at->id);
            at = document.blocks.find(at->parent);
        }
        if (!inside) result.push_back(id);
    }
    return result;
}

}  // namespace lintel::model::edit
