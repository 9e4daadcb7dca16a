#include "model/layout/block_shape.h"

#include "model/layout/block_text.h"
#include "model/layout/dimensions.h"

namespace lintel::model::layout {

namespace {

constexpr int kNameLines = 2;
constexpr int kMaxHeaderName = 320;
constexpr int kBorderText = 112;
constexpr int kNodeTop = 8;
constexpr int kSatelliteWidth = 96;

Size extentOf(const std::vector<std::string>& lines, TextStyle style, const TextMetrics& metrics)
{
    Size extent;
    for (const std::string& line : lines) {
        const Size size = metrics.sizeOf(line, style);
        extent.width = std::max(extent.width, size.width);
        extent.height += size.height;
    }
    return extent;
}

/// A label of at most `width`, centred on `x` or starting there.
Label label(const std::string& text, TextStyle style, Point at, int width, int maxLines, bool centred,
            const TextMetrics& metrics)
{
    Label result;
    if (text.empty()) return result;
    result.lines = metrics.wrapped(text, style, width, maxLines);
    const Size extent = extentOf(result.lines, style, metrics);
    result.rect = {centred ? at.x - extent.width / 2 : at.x, at.y, extent.width, extent.height};
    return result;
}

void dressContainer(BlockGeometry& geometry, const LayoutTree& tree, const Block& block)
{
    Rect& rect = geometry.rect;
    rect.width = std::max(rect.width, kCellWidth);
    rect.height = std::max(rect.height, kHeader + kGrid);
    geometry.icon = {rect.x + kInset, rect.y + (kHeader - kHeaderIcon) / 2, kHeaderIcon, kHeaderIcon};
    const int left = geometry.icon.right() + kInset;
    const int room = rect.right() - kInset - left;
    geometry.name = label(nameText(block, tree.document(), tree.catalogue()), TextStyle::ContainerName, {left, 0}, room,
                          1, false, tree.metrics());
    geometry.name.rect.y = rect.y + (kHeader - geometry.name.rect.height) / 2;
    const int next = geometry.name.rect.right() + kInset;
    const std::string detail = detailText(block, tree.catalogue());
    const Size size = tree.metrics().sizeOf(detail, TextStyle::ContainerDetail);
    if (detail.empty() || next + size.width > rect.right() - kInset) return;
    geometry.detail = {{detail}, {next, geometry.name.rect.bottom() - size.height, size.width, size.height}};
}

void dressChip(BlockGeometry& geometry, const LayoutTree& tree, const Block& block)
{
    Rect& rect = geometry.rect;
    rect.width = std::max(rect.width, kChipIcon + 6 * kInset);
    const int left = rect.x + kInset + kChipIcon + kInset;
    geometry.name = label(nameText(block, tree.document(), tree.catalogue()), TextStyle::BlockName, {left, 0},
                          rect.right() - kInset / 2 - left, kNameLines, false, tree.metrics());
    rect.height = std::max(rect.height, std::max(kChipIcon, geometry.name.rect.height) + kGrid);
    geometry.icon = {rect.x + kInset, rect.y + (rect.height - kChipIcon) / 2, kChipIcon, kChipIcon};
    geometry.name.rect.y = rect.y + (rect.height - geometry.name.rect.height) / 2;
}

void dressBorder(BlockGeometry& geometry, const LayoutTree& tree, const Block& block)
{
    Rect& rect = geometry.rect;
    geometry.icon = {rect.x, rect.y, kBorderIcon, kBorderIcon};
    geometry.name = label(nameText(block, tree.document(), tree.catalogue()), TextStyle::BlockName,
                          {geometry.icon.right() + 4, geometry.icon.center().y + 2}, kBorderText, kNameLines, false,
                          tree.metrics());
    rect = geometry.icon.united(geometry.name.rect);
}

void dressNode(BlockGeometry& geometry, const LayoutTree& tree, const Block& block)
{
    Rect& rect = geometry.rect;
    rect.width = std::max(rect.width, kIcon + 2 * kInset);
    const int middle = rect.x + rect.width / 2;
    const int room = rect.width - 4;
    geometry.icon = {middle - kIcon / 2, rect.y + kNodeTop, kIcon, kIcon};
    geometry.name = label(nameText(block, tree.document(), tree.catalogue()), TextStyle::BlockName,
                          {middle, geometry.icon.bottom() + 4}, room, kNameLines, true, tree.metrics());
    int bottom = geometry.name.lines.empty() ? geometry.icon.bottom() : geometry.name.rect.bottom();
    geometry.detail = label(detailText(block, tree.catalogue()), TextStyle::BlockDetail, {middle, bottom}, room,
                            kNameLines, true, tree.metrics());
    if (!geometry.detail.lines.empty()) bottom = geometry.detail.rect.bottom();
    rect.height = std::max(rect.height, bottom + 4 - rect.y);
}

int chipWidth(const LayoutTree& tree, int node)
{
    const std::string name = nameText(*tree[node].block, tree.document(), tree.catalogue());
    const int wanted = tree.metrics().sizeOf(name, TextStyle::BlockName).width + kChipIcon + 3 * kInset;
    // Alone below its host a chip is as wide as its name; in a strip all begin and end alike.
    return onGrid(std::clamp(wanted, tree[node].isSatellite ? kSatelliteWidth : kChipWidth, kChipMaxWidth));
}

}  // namespace

Size naturalSize(const LayoutTree& tree, int node)
{
    BlockGeometry geometry;
    geometry.rect = tree[node].isCompact ? Rect{0, 0, chipWidth(tree, node), kChipIcon + kGrid}
                                         : Rect{0, 0, kCellWidth, kChipMaxHeight};
    geometry.isContainer = tree[node].isContainer;
    geometry.onBorder = tree[node].isBorder;
    dress(geometry, tree, node);
    return {onGrid(geometry.rect.width), onGrid(geometry.rect.height)};
}

int headerWidth(const LayoutTree& tree, int node)
{
    if (!tree[node].block) return 0;
    const Block& block = *tree[node].block;
    const int name =
        tree.metrics().sizeOf(nameText(block, tree.document(), tree.catalogue()), TextStyle::ContainerName).width;
    const int detail = tree.metrics().sizeOf(detailText(block, tree.catalogue()), TextStyle::ContainerDetail).width;
    return onGrid(kInset + kHeaderIcon + kInset + std::min(name, kMaxHeaderName) +
                  (detail ? kInset + std::min(detail, kMaxHeaderName) : 0) + kInset);
}

void dress(BlockGeometry& geometry, const LayoutTree& tree, int node)
{
    const Block& block = *tree[node].block;
    if (geometry.isContainer)
        dressContainer(geometry, tree, block);
    else if (geometry.onBorder)
        dressBorder(geometry, tree, block);
    else if (geometry.rect.height < kChipMaxHeight)
        dressChip(geometry, tree, block);
    else
        dressNode(geometry, tree, block);
}

}  // namespace lintel::model::layout
