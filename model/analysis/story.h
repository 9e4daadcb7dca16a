#pragma once

#include "model/document/document.h"

#include <string>
#include <vector>

namespace lintel::model::analysis {

/// One step of a request's way as the author numbered it.
struct StoryStep {
    int number = 0;
    std::vector<ConnectionId> connections;  ///< by id; several happen at once
    std::vector<BlockId> blocks;            ///< their ends, each once, those they start from first
};

/// The way of a request through a design: the connections with a `step` of 1 or more, in the order of these numbers.
/// Other values are no numbers of steps and count as none.
std::vector<StoryStep> storyOf(const Document& document);

}  // namespace lintel::model::analysis
