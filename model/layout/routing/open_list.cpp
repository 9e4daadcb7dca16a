#include "model/layout/routing/open_list.h"

#include <algorithm>

namespace lintel::model::layout {

void OpenList::clear()
{
    for (std::vector<Entry>& bucket : m_buckets) bucket.clear();
    m_lowest = 0;
    m_count = 0;
}

void OpenList::push(int cost, int state)
{
    const auto at = static_cast<std::size_t>(cost / kBucket);
    if (at >= m_buckets.size()) m_buckets.resize(at + 256);
    if (m_count == 0 || at < m_lowest) m_lowest = at;
    m_buckets[at].push_back({cost, state});
    ++m_count;
}

OpenList::Entry OpenList::pop()
{
    while (m_buckets[m_lowest].empty()) ++m_lowest;
    const Entry entry = m_buckets[m_lowest].back();
    m_buckets[m_lowest].pop_back();
    --m_count;
    return entry;
}

}  // namespace lintel::model::layout
