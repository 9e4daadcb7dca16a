#include "model/document/containment.h"

#include <algorithm>

namespace lintel::model {

Containment::Containment(const Document& document)
{
    for (const Block& block : document.blocks) {
        const BlockId parent = document.blocks.contains(block.parent) ? block.parent : BlockId();
        m_parent[block.id] = parent;
        m_children[parent].push_back(block.id);
    }
}

const std::vector<BlockId>& Containment::children(const BlockId& parent) const
{
    static const std::vector<BlockId> kNone;
    const auto found = m_children.find(parent);
    return found == m_children.end() ? kNone : found->second;
}

std::vector<BlockId> Containment::descendants(const BlockId& block) const
{
    std::vector<BlockId> result;
    std::vector<BlockId> open(children(block).rbegin(), children(block).rend());
    while (!open.empty()) {
        const BlockId next = open.back();
        open.pop_back();
        result.push_back(next);
        open.insert(open.end(), children(next).rbegin(), children(next).rend());
    }
    return result;
}

std::vector<BlockId> Containment::ancestors(const BlockId& block) const
{
    std::vector<BlockId> result;
    auto found = m_parent.find(block);
    while (found != m_parent.end() && !found->second.isEmpty()) {
        result.push_back(found->second);
        found = m_parent.find(found->second);
    }
    return result;
}

bool Containment::holds(const BlockId& ancestor, const BlockId& block) const
{
    const auto all = ancestors(block);
    return std::find(all.begin(), all.end(), ancestor) != all.end();
}

BlockId Containment::nearestCommon(const BlockId& a, const BlockId& b) const
{
    auto ofA = ancestors(a);
    ofA.insert(ofA.begin(), a);
    auto ofB = ancestors(b);
    ofB.insert(ofB.begin(), b);
    for (const BlockId& candidate : ofA)
        if (std::find(ofB.begin(), ofB.end(), candidate) != ofB.end()) return candidate;
    return {};
}

}  // namespace lintel::model
