#pragma once

#include "model/layout/layout_tree.h"

namespace lintel::model::layout {

/// The room a node takes together with the satellites below it.
Size outerSize(const LayoutTree& tree, int node);

/// Places a node and its satellites so that together they begin at the corner.
void stand(LayoutTree& tree, int node, Point corner);

/// Places the nodes, whose sizes are known, in rows from `origin`, in the order given; a row ends where it
/// would become wider than `maxWidth`. When `centred`, rows are centred and low nodes in their row, all rows are about
/// equally full, and a single one may be a little wider. Returns the size taken.
Size packRows(LayoutTree& tree, const std::vector<int>& nodes, Point origin, int maxWidth, int gap, bool centred);

/// The same in columns no higher than `maxHeight` and equally full, with a channel for connections between them.
Size packColumns(LayoutTree& tree, const std::vector<int>& nodes, Point origin, int maxHeight, int gap);

/// A row width that makes the nodes together about `shape` times as wide as high.
int pleasantWidth(const LayoutTree& tree, const std::vector<int>& nodes, int gap, double shape = 1.6);

/// Places few large nodes in rows or in columns, whichever leaves the least room empty and comes near to being `shape`
/// times as wide as high together. Returns the size taken.
Size packLarge(LayoutTree& tree, const std::vector<int>& nodes, Point origin, int gap, double shape);

/// Makes the plain blocks equally high, so that rows line up at the bottom as well.
void equaliseHeights(LayoutTree& tree, const std::vector<int>& nodes);

/// Lets the nodes, and only these, exchange their places.
void makeGroup(LayoutTree& tree, const std::vector<int>& nodes, int group);

/// With their satellites, once each.
void moveBy(LayoutTree& tree, const std::vector<int>& nodes, Point by);

}  // namespace lintel::model::layout
