#pragma once

#include "model/document/connection.h"
#include "model/layout/geometry.h"

#include <unordered_map>
#include <vector>

namespace lintel::model::layout {

/// The routes of an earlier drawing that nothing touches in the new one: both ends are as they were, and no block
/// that has come, moved or changed its text lies on the way.
class KeptRoutes {
public:
    /// Both must outlive the object. The routes of `now` are not looked at.
    KeptRoutes(const Geometry& before, const Geometry& now);

    /// Null when the connection must be routed anew.
    const Route* find(const Connection& connection) const;
    /// True when the label of a kept route stays clear of everything that has changed.
    bool keepsLabel(const Route& route) const;
    /// The blocks that have come, moved or changed their text.
    const std::vector<const BlockGeometry*>& changed() const { return m_changed; }

private:
    bool isUnchanged(const BlockId& block) const;
    /// True when nothing that has changed touches the area, other than containers of the ends.
    bool isClear(const Rect& area, const Connection& connection) const;
    bool holdsAnEnd(const BlockId& container, const Connection& connection) const;

    const Geometry& m_before;
    struct State {
        const BlockGeometry* block = nullptr;
        bool isUnchanged = false;
    };
    std::unordered_map<BlockId, State> m_now;  ///< only looked up in
    std::vector<const BlockGeometry*> m_changed;
};

}  // namespace lintel::model::layout
