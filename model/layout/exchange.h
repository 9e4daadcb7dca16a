#pragma once

#include "model/layout/layout_tree.h"

namespace lintel::model::layout {

/// What counts in an exchange beside the length of lines.
struct ExchangeWeights {
    long crossing = 100;
    long passing = 120;  ///< through a block that is neither end
};

/// Lets siblings of one group exchange their places wherever that makes connections cross less, pass fewer blocks
/// or shorter. Sizes and everything else stay as they are. The tree is laid out already.
void exchangePlaces(LayoutTree& tree, ExchangeWeights weights = {});

}  // namespace lintel::model::layout
