#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace lintel::model::graph {

/// Where an id stands in a list, by hash: for what is asked all the time. Texts are compared only where the hashes
/// agree. The ids are distinct; the list may be in any order. Their texts must outlive the index and stay in place.
class IdIndex {
public:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    IdIndex() = default;
    explicit IdIndex(std::vector<std::string_view> ids);

    /// kNone when it is not among them.
    std::size_t find(std::string_view id) const
    {
        if (m_slots.empty()) return kNone;
        const std::uint32_t hash = hashOf(id);
        for (std::size_t at = hash & m_mask; m_slots[at].place != kFree; at = (at + 1) & m_mask)
            if (m_slots[at].hash == hash && m_ids[m_slots[at].place] == id) return m_slots[at].place;
        return kNone;
    }

private:
    static constexpr std::uint32_t kFree = static_cast<std::uint32_t>(-1);
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t place = kFree;
    };

    static std::uint32_t hashOf(std::string_view id)
    {
        return static_cast<std::uint32_t>(std::hash<std::string_view>{}(id));
    }

    std::vector<std::string_view> m_ids;
    std::vector<Slot> m_slots;  ///< a power of two of them, at most half in use
    std::size_t m_mask = 0;
};

}  // namespace lintel::model::graph
