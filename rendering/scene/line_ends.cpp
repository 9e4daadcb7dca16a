#include "rendering/scene/line_ends.h"

#include <QRectF>

#include <algorithm>
#include <cmath>
#include <optional>

namespace lintel::rendering {

namespace {

constexpr qreal kGap = 3;  // between a line's end and the ink

QRectF transposed(const QRectF& rect)
{
    return {rect.y(), rect.x(), rect.height(), rect.width()};
}

/// Where a horizontal line that comes to `end` from `before` meets the first of the shapes; nothing when it
/// passes all of them.
std::optional<qreal> firstTouch(QPointF before, QPointF end, const std::vector<QRectF>& shapes)
{
    const bool goesRight = end.x() >= before.x();
    std::optional<qreal> touch;
    for (const QRectF& shape : shapes) {
        if (shape.isEmpty() || end.y() < shape.top() || end.y() > shape.bottom()) continue;
        const qreal x = goesRight ? shape.left() - kGap : shape.right() + kGap;
        if (!touch) touch = x;
        else touch = goesRight ? std::min(*touch, x) : std::max(*touch, x);
    }
    return touch;
}

}  // namespace

void leadToInk(std::vector<QPointF>& line, const model::layout::BlockGeometry& block)
{
    if (line.size() < 2 || block.isContainer || block.icon.isEmpty()) return;
    const QPointF before = line[line.size() - 2];
    QPointF& end = line.back();
    const bool isVertical = before.x() == end.x() && before.y() != end.y();
    if (!isVertical && before.y() != end.y()) return;

    std::vector<QRectF> shapes;
    for (const model::Rect& rect : {block.icon, block.name.rect, block.detail.rect})
        shapes.emplace_back(rect.x, rect.y, rect.width, rect.height);
    const QRectF icon = shapes.front();
    if (isVertical) {
        for (QRectF& shape : shapes) shape = transposed(shape);
        const auto touch = firstTouch(before.transposed(), end.transposed(), shapes);
        const bool goesDown = end.y() > before.y();
        if (touch && (goesDown ? *touch > end.y() : *touch < end.y())) end.setY(*touch);
        else if (!touch && (end.x() < icon.left() || end.x() > icon.right())) {
            const bool comesFromLeft = end.x() < icon.left();
            const bool isLabelBeside = block.name.rect.x >= block.icon.right();
            if (isLabelBeside && !comesFromLeft) return;  // the way to the icon leads through the label
            end.setY(icon.center().y());
            line.emplace_back(comesFromLeft ? icon.left() - kGap : icon.right() + kGap, icon.center().y());
        }
        return;
    }
    const auto touch = firstTouch(before, end, shapes);
    const bool goesRight = end.x() > before.x();
    if (touch && (goesRight ? *touch > end.x() : *touch < end.x())) end.setX(*touch);
}

}  // namespace lintel::rendering
