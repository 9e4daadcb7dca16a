#include "model/layout/geometry.h"

#include <algorithm>

namespace lintel::model::layout {

const BlockGeometry* Geometry::find(const BlockId& id) const
{
    const auto found = std::find_if(blocks.begin(), blocks.end(), [&](const BlockGeometry& block) { return block.id == id; });
    return found == blocks.end() ? nullptr : &*found;
}

const Route* Geometry::find(const ConnectionId& id) const
{
    const auto found = std::lower_bound(routes.begin(), routes.end(), id, [](const Route& route, const ConnectionId& wanted) { return route.id < wanted; });
    return found == routes.end() || found->id != id ? nullptr : &*found;
}

}  // namespace lintel::model::layout
