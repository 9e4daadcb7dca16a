#pragma once

#include <QPageLayout>
#include <QRectF>
#include <QSizeF>

namespace lintel::exporters::image {

/// How a drawing is cut into pages. All in points (1/72 inch).
struct PosterGrid {
    QPageLayout::Orientation orientation = QPageLayout::Portrait;
    QSizeF page;  ///< the paper as it is turned
    int columns = 1;
    int rows = 1;
    QPointF origin;  ///< where the drawing begins on the first page's area: it is centred on the whole

    int pages() const { return columns * rows; }
    /// What a page can show of the drawing, without its margins.
    QRectF area() const;
    /// Where the top left corner of the drawing is on a page.
    QPointF drawingAt(int row, int column) const;
};

/// Room that no printer reaches.
inline constexpr double kPageMargin = 28;
/// What neighbouring pages share.
inline constexpr double kOverlap = 24;

/// The fewest pages of `paper` (upright) that hold a drawing of `size`.
PosterGrid posterGridFor(const QSizeF& size, const QSizeF& paper);

}  // namespace lintel::exporters::image
