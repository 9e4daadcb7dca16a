#pragma once

#include "model/layout/layout_tree.h"

namespace lintel::model::layout {

class VpcRows;

/// How many connections will have to pass between the parts of a VPC: what decides how far apart these stand.
class VpcTraffic {
public:
    VpcTraffic(const LayoutTree& tree, int vpc, VpcRows& rows);

    /// Between a column and anything that is not in it (the middle, another column), at most.
    int acrossMiddle() const { return m_acrossMiddle; }
    /// Out of the VPC.
    int outwards() const { return m_outwards; }
    /// Between rows, at most.
    int betweenRows() const { return m_betweenRows; }

private:
    struct Cell {
        int column = -1;  ///< -1 = the middle
        int row = -1;
    };
    Cell cellOf(const LayoutTree& tree, int node) const;

    std::map<int, Cell> m_cells;  ///< by subnet or service of the middle
    int m_acrossMiddle = 0;
    int m_outwards = 0;
    int m_betweenRows = 0;
};

}  // namespace lintel::model::layout
