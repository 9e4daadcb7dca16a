#pragma once

#include "model/base/stored_hash.h"
#include "model/graph/read_set.h"

#include <memory>
#include <mutex>
#include <unordered_map>

namespace lintel::model::graph {

/// Results that are worked out once and then only read. Safe to share between threads; a result stays where it is as
/// long as the cache lives. Who is answered from the cache counts as having read what the answer was made from.
template <class Key, class Result>
class AnalysisCache {
public:
    AnalysisCache() = default;
    /// A copy starts empty: it may belong to something else.
    AnalysisCache(const AnalysisCache&) {}
    AnalysisCache& operator=(const AnalysisCache&) = delete;

    template <class Make>
    const Result& get(const Key& key, Make make) const
    {
        if (const Entry* known = find(key)) {
            if (ReadSet* reads = ReadRecorder::current()) reads->merge(known->reads);
            return known->result;
        }
        auto entry = std::make_unique<Entry>();
        {
            const ReadRecorder recorder;
            entry->result = make();
            entry->reads = recorder.reads();
        }
        const std::lock_guard lock(m_mutex);
        // Somebody else may have been quicker; the answer is the same.
        return m_entries.emplace(key, std::move(entry)).first->second->result;
    }

private:
    struct Entry {
        Result result;
        ReadSet reads;
    };

    const Entry* find(const Key& key) const
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_entries.find(key);
        return found == m_entries.end() ? nullptr : found->second.get();
    }

    mutable std::mutex m_mutex;
    mutable std::unordered_map<Key, std::unique_ptr<Entry>, StoredHash<Key>> m_entries;
};

}  // namespace lintel::model::graph
