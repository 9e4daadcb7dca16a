#pragma once

namespace lintel::model::layout {

/// The measures of the drawing, in diagram units. Everything is placed on the grid.
inline constexpr int kGrid = 8;
inline constexpr int kPadding = 24;  ///< between a container's border and what it holds
inline constexpr int kGap = 24;      ///< between neighbours
inline constexpr int kChannel = 40;  ///< where several connections pass: around zones, beside the VPC
inline constexpr int kHeader = 32;   ///< a container's icon and name
inline constexpr int kHeaderIcon = 20;
inline constexpr int kCellWidth = 112;
inline constexpr int kIcon = 48;
inline constexpr int kChipWidth = 160;
inline constexpr int kChipMaxWidth = 240;
inline constexpr int kChipIcon = 24;
inline constexpr int kChipMaxHeight = 56;  ///< lower blocks have their name beside the icon
inline constexpr int kBorderIcon = 40;     ///< gateways
inline constexpr int kInset = 8;           ///< between a block's edge and its text

constexpr int onGrid(int value) { return (value + kGrid - 1) / kGrid * kGrid; }
constexpr int nearestOnGrid(int value)
{
    const int down = value >= 0 ? value / kGrid * kGrid : -onGrid(-value);
    return value - down >= kGrid / 2 ? down + kGrid : down;
}

}  // namespace lintel::model::layout
