#pragma once

#include <compare>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace lintel::model {

/// A strong string id: ids of different records do not mix. Ordered by its text, so that tables and
/// everything made from them come out in the same order on every machine.
template <class Tag>
class Id {
public:
    Id() = default;
    explicit Id(std::string text) : m_text(std::move(text)) {}

    const std::string& text() const { return m_text; }
    bool isEmpty() const { return m_text.empty(); }

    auto operator<=>(const Id&) const = default;

private:
    std::string m_text;
};

using BlockId = Id<struct BlockTag>;
using ConnectionId = Id<struct ConnectionTag>;
using NoteId = Id<struct NoteTag>;
using WaiverId = Id<struct WaiverTag>;
/// The id of the block, connection or note that a placement belongs to.
using PlacementId = Id<struct PlacementTag>;
/// A kind of the catalogue, such as `nat-gateway`.
using KindId = Id<struct KindTag>;

template <class Tag>
PlacementId placementId(const Id<Tag>& id)
{
    return PlacementId(id.text());
}

}  // namespace lintel::model

template <class Tag>
struct std::hash<lintel::model::Id<Tag>> {
    std::size_t operator()(const lintel::model::Id<Tag>& id) const noexcept
    {
        return std::hash<std::string>{}(id.text());
    }
};
