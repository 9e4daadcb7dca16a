#pragma once

#include <vector>

namespace lintel::model::layout {

/// One thing that wants a place on a line.
struct Wish {
    double center = 0;  ///< where its middle should be
    int length = 0;
};

/// Where things in a given order begin on a line from 0 to `room`: as near to their wishes as the gaps between
/// them allow, on the grid. Longer than the room when they do not fit.
std::vector<int> spread(const std::vector<Wish>& wishes, int gap, int room);

}  // namespace lintel::model::layout
