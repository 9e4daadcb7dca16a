#include "model/graph/read_set.h"

namespace lintel::model::graph {

// FNV-1a: the same on every machine.
std::size_t ReadSet::bitOf(std::string_view kind)
{
    std::uint32_t hash = 2166136261U;
    for (const char c : kind) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash % kKinds;
}

void ReadSet::addAllBlocks()
{
    for (std::size_t bit = 0; bit < kKinds; ++bit) m_bits.set(bit);
    addStructure();
}

}  // namespace lintel::model::graph
