#pragma once

#include "model/graph/read_set.h"

#include <atomic>
#include <memory>

namespace lintel::model::graph {

/// As AnalysisCache, for one result per block of a graph, by the block's place in it: without a lock, and without
/// looking the block up once more. Safe to share between threads.
template <class Result>
class NodeCache {
public:
    NodeCache() = default;
    NodeCache(const NodeCache&) = delete;
    NodeCache& operator=(const NodeCache&) = delete;
    ~NodeCache()
    {
        for (std::size_t place = 0; place < m_size; ++place) delete m_entries[place].load(std::memory_order_relaxed);
    }

    /// Before anything is asked.
    void resize(std::size_t size)
    {
        m_entries = std::make_unique<std::atomic<const Entry*>[]>(size);
        m_size = size;
    }

    template <class Make>
    const Result& get(std::size_t place, Make make) const
    {
        if (const Entry* known = m_entries[place].load(std::memory_order_acquire)) {
            if (ReadSet* reads = ReadRecorder::current()) reads->merge(known->reads);
            return known->result;
        }
        auto entry = std::make_unique<Entry>();
        {
            const ReadRecorder recorder;
            entry->result = make();
            entry->reads = recorder.reads();
        }
        const Entry* expected = nullptr;
        // Somebody else may have been quicker; the answer is the same.
        if (!m_entries[place].compare_exchange_strong(expected, entry.get(), std::memory_order_acq_rel))
            return expected->result;
        return entry.release()->result;
    }

private:
    struct Entry {
        Result result;
        ReadSet reads;
    };

    std::unique_ptr<std::atomic<const Entry*>[]> m_entries;
    std::size_t m_size = 0;
};

}  // namespace lintel::model::graph
