#pragma once

#include "rendering/display_list/display_list.h"
#include "rendering/icons/icon_set.h"
#include "rendering/painter/far_titles.h"

#include <QImage>
#include <QPoint>
#include <QRect>

#include <memory>
#include <optional>

namespace lintel::rendering::canvas {

/// Pixels of a device along each side of a tile.
inline constexpr int kTileSide = 256;

/// What tiles show of a picture, all but where. A value that worker threads share.
struct TileContent {
    std::shared_ptr<const DisplayList> picture;
    std::shared_ptr<const FarTitles> titles;  ///< for `scale`
    std::shared_ptr<const IconSet> icons;
    int iconPack = 0;  ///< IconSet::packNumber()
    qreal scale = 1;   ///< widget pixels per diagram unit
    qreal ratio = 1;   ///< device pixels per widget pixel
    QRgb ground = 0;
    std::optional<QRgb> grid;  ///< colour of the grid's dots; none = no grid

    /// Whether tiles of the one are tiles of the other, but for what the picture shows.
    bool isSameBut(const TileContent& other) const;
};

/// Paints one tile, or the part of it that is damaged. Tile (x, y) shows the device pixels from (x, y) * kTileSide,
/// counted from the scene's origin. `tile` is of kTileSide pixels a side, or null: then the whole is painted.
/// May be called from any thread.
void paintTile(QImage& tile, QPoint index, const QRect& part, const TileContent& content);

}  // namespace lintel::rendering::canvas
