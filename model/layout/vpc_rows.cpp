#include "model/layout/vpc_rows.h"

#include "model/layout/container_layout.h"

#include <tuple>

namespace lintel::model::layout {

namespace {

/// The numbers of an address range: people number their subnets along the flow.
std::vector<int> addressKey(const Block& subnet)
{
    std::vector<int> numbers(1, 0);
    for (const char c : subnet.property("cidr").toString()) {
        if (c < '0' || c > '9')
            numbers.push_back(0);
        else
            numbers.back() = std::min(numbers.back() * 10 + (c - '0'), 100000);
    }
    return numbers;
}

}  // namespace

VpcRows::VpcRows(LayoutTree& tree, int vpc) : m_tree(tree)
{
    collectColumns(vpc);
    assignRows();
    std::vector<int> others;
    for (const int child : tree[vpc].children) {
        const LayoutNode& node = tree[child];
        if (node.isBorder || node.isSatellite || node.kindName() == "availability-zone" || node.kindName() == "subnet")
            continue;
        if (node.isCompact && node.kindName() != "target-group")
            m_chips.push_back(child);
        else
            others.push_back(child);
    }
    assignMiddle(others);
}

void VpcRows::collectColumns(int vpc)
{
    std::map<std::string, VpcColumn> loose;
    std::map<std::string, std::vector<int>> looseSubnets;
    for (const int child : m_tree[vpc].children) {
        const LayoutNode& node = m_tree[child];
        const std::string letter = node.block->property("zone").scalarText();
        if (node.kindName() == "availability-zone") m_columns.push_back({child, letter, {}});
        if (node.kindName() == "subnet") looseSubnets[letter].push_back(child);
    }
    for (const auto& [letter, subnets] : looseSubnets) m_columns.push_back({-1, letter, {}});
    std::stable_sort(m_columns.begin(), m_columns.end(), [&](const VpcColumn& a, const VpcColumn& b) {
        return std::make_tuple(a.letter, a.zone < 0) < std::make_tuple(b.letter, b.zone < 0);
    });
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const VpcColumn& column = m_columns[i];
        const auto& inside = column.zone >= 0 ? m_tree[column.zone].children : looseSubnets[column.letter];
        for (const int node : inside) {
            if (m_tree[node].isBorder) continue;
            const bool isSubnet = m_tree[node].kindName() == "subnet";
            const Tier tier =
                isSubnet ? subnetTier(*m_tree[node].block, m_tree.document(), m_tree.catalogue()) : Tier::External;
            m_members.push_back({node, i, tier});
        }
    }
}

void VpcRows::assignRows()
{
    // The n-th subnet of a tier in each zone shares a row with the n-th of the others.
    std::map<std::pair<Tier, int>, std::vector<const Member*>> rows;
    std::map<std::pair<std::size_t, Tier>, int> used;
    std::stable_sort(m_members.begin(), m_members.end(), [&](const Member& a, const Member& b) {
        const auto addressA = addressKey(*m_tree[a.node].block);
        const auto addressB = addressKey(*m_tree[b.node].block);
        return std::tie(a.column, a.tier, addressA) < std::tie(b.column, b.tier, addressB);
    });
    for (const Member& member : m_members) rows[{member.tier, used[{member.column, member.tier}]++}].push_back(&member);
    for (const auto& [key, members] : rows) {
        for (const Member* member : members) m_columns[member->column].subnets[count()] = member->node;
        m_tiers.push_back(key.first);
    }
}

void VpcRows::assignMiddle(const std::vector<int>& others)
{
    if (m_tiers.empty() && !others.empty()) m_tiers.push_back(Tier::Application);
    m_middle.resize(m_tiers.size());
    for (const int node : others) m_middle[static_cast<std::size_t>(rowOf(node))].push_back(node);
    const auto key = [&](int node) { return std::make_tuple(m_tree[node].tier, m_tree[node].block->id); };
    for (auto& middle : m_middle)
        std::stable_sort(middle.begin(), middle.end(), [&](int a, int b) { return key(a) < key(b); });
}

int VpcRows::rowOf(int node) const
{
    const LayoutNode& item = m_tree[node];
    const int named = rowOfReferences(item.block->property("subnets"));
    if (named >= 0) return named;
    if (item.block->property("scheme").toString() == "internal") return rowOfTier(Tier::Application);
    return rowOfTier(item.tier == Tier::Entry || item.tier == Tier::Network ? Tier::Public : item.tier);
}

int VpcRows::rowOfReferences(const Value& references) const
{
    int row = -1;
    for (const Value& reference : references.toList()) {
        const int at = rowOfSubnet(m_tree.find(reference.toString()));
        if (at >= 0 && (row < 0 || at < row)) row = at;
    }
    return row;
}

int VpcRows::rowOfSubnet(int subnet) const
{
    for (const VpcColumn& column : m_columns)
        for (const auto& [row, node] : column.subnets)
            if (node == subnet) return row;
    return -1;
}

int VpcRows::rowOfTier(Tier tier) const
{
    int best = 0;
    int bestDistance = 1000;
    for (int row = 0; row < static_cast<int>(m_tiers.size()); ++row) {
        const int distance =
            std::abs(static_cast<int>(m_tiers[static_cast<std::size_t>(row)]) - static_cast<int>(tier));
        if (distance < bestDistance) {
            best = row;
            bestDistance = distance;
        }
    }
    return best;
}

}  // namespace lintel::model::layout
