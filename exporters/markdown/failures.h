#pragma once

#include "model/analysis/availability.h"

#include <string>
#include <vector>

namespace lintel::exporters::markdown {

/// A group that stands in for itself, and how many of its copies are left.
struct Reduced {
    std::vector<model::BlockId> members;
    int left = 0;
    int before = 0;
};

/// What the loss of one zone does, in terms that a reader asks for. Blocks in id order.
struct ZoneFailure {
    std::string zone;
    std::vector<model::BlockId> stopped;    ///< nothing takes their place
    std::vector<Reduced> reduced;           ///< goes on with what is left
    std::vector<model::BlockId> takenOver;  ///< a standby elsewhere takes their place
    std::vector<model::BlockId> cutOff;     ///< still there, but nobody gets to it
};

/// One entry per zone with a subnet, in order.
std::vector<ZoneFailure> zoneFailures(const model::graph::ArchitectureGraph& graph,
                                      const model::analysis::Availability& availability);

/// Blocks in one place whose loss alone keeps people from others. What runs in several zones is none, nor are the
/// members of a cluster cut off by it.
std::vector<model::analysis::SinglePoint> singlePointsOf(const model::graph::ArchitectureGraph& graph,
                                                         const model::analysis::Availability& availability);

}  // namespace lintel::exporters::markdown
