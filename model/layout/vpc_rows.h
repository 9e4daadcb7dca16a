#pragma once

#include "model/layout/layout_tree.h"

namespace lintel::model::layout {

/// One zone, or the subnets of one zone where the zone is not drawn (zone = -1).
struct VpcColumn {
    int zone = -1;
    std::string letter;
    std::map<int, int> subnets;  ///< row -> subnet (or whatever else stands in the zone)
};

/// Which part of a VPC stands in which column and row; no coordinates yet.
class VpcRows {
public:
    VpcRows(LayoutTree& tree, int vpc);

    int count() const { return static_cast<int>(m_tiers.size()); }
    const std::vector<VpcColumn>& columns() const { return m_columns; }
    /// What serves several subnets, by row.
    std::vector<int>& middle(int row) { return m_middle[static_cast<std::size_t>(row)]; }
    const std::vector<int>& chips() const { return m_chips; }

private:
    void collectColumns(int vpc);
    void assignRows();
    void assignMiddle(const std::vector<int>& others);
    int rowOf(int node) const;
    int rowOfTier(Tier tier) const;
    int rowOfSubnet(int subnet) const;
    int rowOfReferences(const Value& references) const;

    struct Member {
        int node;
        std::size_t column;
        Tier tier;
    };

    LayoutTree& m_tree;
    std::vector<VpcColumn> m_columns;
    std::vector<Member> m_members;
    std::vector<Tier> m_tiers;  ///< of each row
    std::vector<std::vector<int>> m_middle;
    std::vector<int> m_chips;
};

}  // namespace lintel::model::layout
