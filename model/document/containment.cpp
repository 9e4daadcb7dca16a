#include "model/document/containment.h"

#include <algorithm>

namespace lintel::model {

Containment::Containment(const Document& document)
{
    m_families.reserve(document.blocks.size() + 1);
    for (const Block& block : document.blocks) m_families.try_emplace(block.id);
    Family& top = m_families[BlockId()];
    for (const Block& block : document.blocks) {
        const auto holder = m_families.find(block.parent);
        if (holder == m_families.end() || block.parent.isEmpty()) {
            top.children.push_back(block.id);
            continue;
        }
        holder->second.children.push_back(block.id);
        m_families[block.id].parent = block.parent;
    }
}

const std::vector<BlockId>& Containment::children(const BlockId& parent) const
{
    static const std::vector<BlockId> kNone;
    const auto found = m_families.find(parent);
    return found == m_families.end() ? kNone : found->second.children;
}

std::vector<BlockId> Containment::descendants(const BlockId& block) const
{
    std::vector<BlockId> result;
    const std::vector<BlockId>* held = &children(block);
    std::vector<const BlockId*> open;
    const auto openAll = [&] {
        for (auto child = held->rbegin(); child != held->rend(); ++child) open.push_back(&*child);
    };
    for (openAll(); !open.empty(); openAll()) {
        const BlockId& next = *open.back();
        open.pop_back();
        result.push_back(next);
        held = &children(next);
    }
    return result;
}

std::vector<BlockId> Containment::ancestors(const BlockId& block) const
{
    std::vector<BlockId> result;
    auto found = m_families.find(block);
    while (found != m_families.end() && !found->second.parent.isEmpty()) {
        result.push_back(found->second.parent);
        found = m_families.find(found->second.parent);
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
