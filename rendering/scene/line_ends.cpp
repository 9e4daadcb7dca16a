#include "rendering/scene/line_ends.h"

#include <QRectF>

#include <algorithm>
#include <cmath>
#include <optional>

namespace lintel::rendering {

namespace {

constexpr qreal kGap = 3;         // between a line's end and the ink
constexpr qreal kFromCorner = 8;  // between a line's end and the icon's rounded corner

QRectF transposed(const QRectF& rect) { return {rect.y(), rect.x(), rect.height(), rect.width()}; }

/// Where a horizontal line that comes to `end` from `before` meets the first of the shapes; nothing when it
/// passes all of them.
std::optional<qreal> firstTouch(QPointF before, QPointF end, const std::vector<QRectF>& shapes)
{
    const bool goesRight = end.x() >= before.x();
    std::optional<qreal> touch;
    for (const QRectF& shape : shapes) {
        if (shape.isEmpty() || end.y() < shape.top() || end.y() > shape.bottom()) continue;
        const qreal x = goesRight ? shape.left() - kGap : shape.right() + kGap;
        if (!touch)
            touch = x;
        else
            touch = goesRight ? std::min(*touch, x) : std::max(*touch, x);
    }
    return touch;
}

/// Turns a line that came to `end` on the block's left or right side, beside the ink, towards the icon.
void turnSideways(std::vector<QPointF>& line, const QRectF& icon, bool goesRight)
{
    const QPointF end = line.back();
    // Within the icon's height, as near as may be: several lines that turn here stay apart where they can.
    const qreal y = std::clamp(end.y(), icon.top() + kFromCorner, icon.bottom() - kFromCorner);
    const bool canShift = line.size() > 2 && line[line.size() - 3].x() == line[line.size() - 2].x();
    if (canShift) {
        line[line.size() - 2].setY(y);
        line.back().setY(y);
    } else {
        line.emplace_back(end.x(), y);
        line.emplace_back(end.x(), y);
    }
    line.back().setX(goesRight ? icon.left() - kGap : icon.right() + kGap);
}

void leadHorizontally(std::vector<QPointF>& line, const std::vector<QRectF>& shapes)
{
    const QPointF before = line[line.size() - 2];
    QPointF& end = line.back();
    const bool goesRight = end.x() > before.x();
    const auto touch = firstTouch(before, end, shapes);
    if (!touch) {
        const QRectF& icon = shapes.front();
        const bool comesFromOutside = goesRight ? end.x() <= icon.left() : end.x() >= icon.right();
        const bool isLabelBeside = shapes[1].left() >= icon.right();
        if (comesFromOutside && !(isLabelBeside && !goesRight)) turnSideways(line, icon, goesRight);
    } else if (goesRight ? *touch > end.x() : *touch < end.x()) {
        end.setX(*touch);
    }
}

void leadVertically(std::vector<QPointF>& line, const std::vector<QRectF>& shapes)
{
    const QRectF& icon = shapes.front();
    std::vector<QRectF> turned;
    for (const QRectF& shape : shapes) turned.push_back(transposed(shape));
    const QPointF before = line[line.size() - 2];
    QPointF& end = line.back();
    const bool goesDown = end.y() > before.y();
    const bool isBesideIcon = end.x() < icon.left() || end.x() > icon.right();
    const bool isLabelBelow = shapes[1].top() >= icon.bottom();
    const auto touch = firstTouch(before.transposed(), end.transposed(), turned);
    // Coming down beside the icon, a line would point at the label below it: the icon is nearer.
    if (touch && !(isBesideIcon && goesDown && isLabelBelow)) {
        if (goesDown ? *touch > end.y() : *touch < end.y()) end.setY(*touch);
        return;
    }
    if (!isBesideIcon) return;
    const bool comesFromLeft = end.x() < icon.left();
    // The way to the icon may lead through a label beside it: that is where the line ends then.
    const bool isLabelBeside = shapes[1].left() >= icon.right();
    const qreal right = isLabelBeside ? shapes[1].right() : icon.right();
    if (!comesFromLeft && end.x() < right + kGap) return;
    end.setY(icon.center().y());
    line.emplace_back(comesFromLeft ? icon.left() - kGap : right + kGap, icon.center().y());
}

}  // namespace

void leadToInk(std::vector<QPointF>& line, const model::layout::BlockGeometry& block)
{
    if (line.size() < 2 || block.isContainer || block.icon.isEmpty()) return;
    std::vector<QRectF> shapes;  // the icon first, then the name
    for (const model::Rect& rect : {block.icon, block.name.rect, block.detail.rect})
        shapes.emplace_back(rect.x, rect.y, rect.width, rect.height);
    const QPointF before = line[line.size() - 2];
    const QPointF end = line.back();
    if (before.x() == end.x() && before.y() != end.y())
        leadVertically(line, shapes);
    else if (before.y() == end.y() && before.x() != end.x())
        leadHorizontally(line, shapes);
}

}  // namespace lintel::rendering
