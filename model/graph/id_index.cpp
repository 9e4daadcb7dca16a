#include "model/graph/id_index.h"

#include <bit>

namespace lintel::model::graph {

IdIndex::IdIndex(std::vector<std::string_view> ids) : m_ids(std::move(ids))
{
    if (m_ids.empty()) return;
    m_slots.resize(std::bit_ceil(m_ids.size() * 2));
    m_mask = m_slots.size() - 1;
    for (std::uint32_t place = 0; place < m_ids.size(); ++place) {
        const std::uint32_t hash = hashOf(m_ids[place]);
        std::size_t at = hash & m_mask;
        while (m_slots[at].place != kFree) at = (at + 1) & m_mask;
        m_slots[at] = {hash, place};
    }
}

}  // namespace lintel::model::graph
