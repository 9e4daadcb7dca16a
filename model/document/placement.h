#pragma once

#include "model/base/geometry.h"
#include "model/document/ids.h"

#include <vector>

namespace lintel::model {

/// Where a block, note or connection is drawn. Coordinates are relative to the top left corner of the
/// containing block (for a connection: of the nearest container that holds both ends), so that moving a
/// container changes one record.
struct Placement {
    PlacementId id;
    Rect rect;                     ///< blocks and notes
    std::vector<Point> waypoints;  ///< connections: corners the user has set
    bool pinned = false;           ///< auto-layout leaves it where it is

    bool operator==(const Placement&) const = default;
};

}  // namespace lintel::model
