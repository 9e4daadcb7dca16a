#pragma once

#include "model/base/error.h"
#include "model/catalogue/catalogue.h"
#include "model/layout/geometry.h"

#include <optional>
#include <set>
#include <vector>

namespace lintel::rendering::canvas {

/// The container that takes blocks dropped at a point: the innermost there, or the nearest around it, that may
/// hold all of them.
struct DropTarget {
    model::BlockId parent;                ///< empty = the top level
    std::optional<model::Error> refusal;  ///< set when nothing there may hold them

    bool isAccepted() const { return !refusal; }
};

/// `moving` are the blocks being dragged (with what they hold): they are no targets themselves.
DropTarget dropTargetAt(const model::layout::Geometry& geometry, const model::Document& document,
                        const model::catalogue::Catalogue& catalogue, model::Point point,
                        const std::vector<model::KindId>& kinds, const std::set<model::BlockId>& moving = {});

}  // namespace lintel::rendering::canvas
