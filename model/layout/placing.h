#pragma once

#include "model/layout/exchange.h"
#include "model/layout/layout.h"
#include "model/layout/layout_tree.h"

namespace lintel::model::layout {

/// How an order of siblings is looked for. Each manner ends in another order, none is the best for every design.
struct Manner {
    int rounds = 3;  ///< of ordering by where the neighbours are
    ExchangeWeights weights;
};

/// Gives every node of the tree its rectangle. What the scope says stays keeps its place; the rest goes where
/// the rules of nested layout put it, or to the nearest free place beside what stays.
void place(LayoutTree& tree, Scope scope, const Manner& manner = {});

}  // namespace lintel::model::layout
