#include "exporters/image/poster_grid.h"

#include <algorithm>
#include <cmath>

namespace lintel::exporters::image {

namespace {

/// Pages along one side: each but the first adds its length without the overlap.
int pagesAlong(double drawing, double page)
{
    if (drawing <= page) return 1;
    return 1 + static_cast<int>(std::ceil((drawing - page) / (page - kOverlap)));
}

double lengthOf(int pages, double page) { return pages * page - (pages - 1) * kOverlap; }

PosterGrid gridFor(const QSizeF& size, const QSizeF& page, QPageLayout::Orientation orientation)
{
    PosterGrid grid;
    grid.orientation = orientation;
    grid.page = page;
    const QSizeF area = grid.area().size();
    grid.columns = pagesAlong(size.width(), area.width());
    grid.rows = pagesAlong(size.height(), area.height());
    grid.origin = QPointF(lengthOf(grid.columns, area.width()) - size.width(),
                          lengthOf(grid.rows, area.height()) - size.height()) /
                  2;
    return grid;
}

}  // namespace

QRectF PosterGrid::area() const
{
    return QRectF(QPointF(), page).adjusted(kPageMargin, kPageMargin, -kPageMargin, -kPageMargin);
}

QPointF PosterGrid::drawingAt(int row, int column) const
{
    const QSizeF step = area().size() - QSizeF(kOverlap, kOverlap);
    return area().topLeft() + origin - QPointF(column * step.width(), row * step.height());
}

PosterGrid posterGridFor(const QSizeF& size, const QSizeF& paper)
{
    const PosterGrid upright = gridFor(size, paper, QPageLayout::Portrait);
    const PosterGrid lying = gridFor(size, paper.transposed(), QPageLayout::Landscape);
    if (upright.pages() != lying.pages()) return upright.pages() < lying.pages() ? upright : lying;
    return size.width() > size.height() ? lying : upright;
}

}  // namespace lintel::exporters::image
