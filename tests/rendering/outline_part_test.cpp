#include "rendering/painter/outline_part.h"

#include "tests/rendering/gui_environment.h"

#include <QImage>
#include <QPainter>

namespace lintel::rendering {
namespace {

class OutlinePartTest : public test::GuiTest {};

/// Across three tiles and around a corner.
QPainterPath longLine()
{
    QPainterPath path(QPointF(-400, 30));
    path.lineTo(282, 30);
    path.quadTo(288, 30, 288, 36);
    path.lineTo(288, 900);
    return path;
}

QPen pen(bool isDashed)
{
    QPen pen(QColor(Qt::black), 1.5);
    if (isDashed) pen.setDashPattern({8 / 1.5, 3 / 1.5, 2 / 1.5, 3 / 1.5});
    pen.setCapStyle(Qt::FlatCap);
    return pen;
}

QImage painted(const QPainterPath& areas, const QPen* outline, QPoint corner)
{
    QImage image(100, 100, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-corner);
    if (outline)
        painter.strokePath(areas, *outline);
    else
        painter.fillPath(areas, Qt::black);
    return image;
}

TEST_F(OutlinePartTest, ATileShowsWhatTheWholeShowsThere)
{
    for (const QPoint corner : {QPoint(0, 0), QPoint(200, 0), QPoint(240, 300), QPoint(0, 500)}) {
        const QRectF near = QRectF(corner, QSizeF(100, 100)).adjusted(-4, -4, 4, 4);
        const QRectF everything(-1000, -1000, 3000, 3000);
        const QPen solid = pen(false);
        EXPECT_EQ(painted(partNear(longLine(), near), &solid, corner), painted(longLine(), &solid, corner));
        EXPECT_EQ(painted(dashesNear(longLine(), pen(true), near), nullptr, corner),
                  painted(dashesNear(longLine(), pen(true), everything), nullptr, corner));
    }
}

TEST_F(OutlinePartTest, TakesNoMoreThanIsNear)
{
    const QRectF near(0, 0, 100, 100);
    EXPECT_FALSE(partNear(longLine(), near).isEmpty());
    EXPECT_LT(partNear(longLine(), near).elementCount(), longLine().elementCount());
    EXPECT_LT(dashesNear(longLine(), pen(true), near).elementCount() * 3,
              dashesNear(longLine(), pen(true), {-1000, -1000, 3000, 3000}).elementCount());
    EXPECT_TRUE(partNear(longLine(), {400, 400, 50, 50}).isEmpty());
    EXPECT_TRUE(dashesNear(longLine(), pen(true), {400, 400, 50, 50}).isEmpty());
}

}  // namespace
}  // namespace lintel::rendering
