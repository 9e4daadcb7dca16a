#pragma once

#include "model/review/design_difference.h"

namespace lintel::model::review {

struct Count {
    int added = 0;
    int removed = 0;
    int changed = 0;

    bool isNone() const { return added + removed + changed == 0; }
};

/// Blocks that went, and what does their job now: of the same role, such as databases or load balancers.
struct Replacement {
    std::vector<BlockId> gone;
    std::vector<BlockId> come;
};

struct Move {
    BlockId block;
    BlockId from;  ///< empty: the top level
    BlockId to;
};

/// What a reviewer wants to hear before the list of everything. Ids in order.
struct ChangeStory {
    Count blocks;
    Count connections;
    std::vector<Replacement> replacements;
    std::vector<Move> moves;  ///< of blocks that are in both designs
};

ChangeStory storyOf(const DesignDifference& difference, const Document& before, const Document& after,
                    const catalogue::Catalogue& catalogue);

}  // namespace lintel::model::review
