#include "rendering/painter/outline_part.h"

#include <QPainterPathStroker>
#include <QPen>

#include <algorithm>
#include <cmath>
#include <vector>

namespace lintel::rendering {

namespace {

bool touches(const QRectF& near, std::initializer_list<QPointF> points)
{
    const auto [left, right] =
        std::minmax_element(points.begin(), points.end(), [](QPointF a, QPointF b) { return a.x() < b.x(); });
    const auto [top, bottom] =
        std::minmax_element(points.begin(), points.end(), [](QPointF a, QPointF b) { return a.y() < b.y(); });
    return left->x() <= near.right() && right->x() >= near.left() && top->y() <= near.bottom() &&
           bottom->y() >= near.top();
}

/// Calls `line(from, to)` and `curve(from, control, control, to)` for the pieces of a path, `start(at)` where it
/// begins.
template <class Start, class Line, class Curve>
void forEachPiece(const QPainterPath& path, Start&& start, Line&& line, Curve&& curve)
{
    QPointF at;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        if (element.isMoveTo()) {
            at = element;
            start(at);
        } else if (element.isLineTo()) {
            line(at, QPointF(element));
            at = element;
        } else if (element.isCurveTo()) {
            const QPointF to = path.elementAt(i + 2);
            curve(at, QPointF(element), QPointF(path.elementAt(i + 1)), to);
            at = to;
            i += 2;
        }
    }
}

/// The part of a line near the rectangle, begun whole periods after its start so that dashes lie where they did.
QPainterPath trimmed(QPointF from, QPointF to, qreal period, const QRectF& near)
{
    const qreal length = std::hypot(to.x() - from.x(), to.y() - from.y());
    const QPointF unit = (to - from) / std::max(length, 1e-9);
    qreal first = length;
    qreal last = 0;
    for (const QPointF corner : {near.topLeft(), near.topRight(), near.bottomLeft(), near.bottomRight()}) {
        const qreal at = QPointF::dotProduct(corner - from, unit);
        first = std::min(first, at);
        last = std::max(last, at);
    }
    const qreal begin = std::max(0.0, std::floor(first / period) * period);
    QPainterPath path(from + unit * begin);
    path.lineTo(last + period < length ? from + unit * (last + period) : to);
    return path;
}

}  // namespace

QPainterPath partNear(const QPainterPath& path, const QRectF& near)
{
    std::vector<bool> isNear{false};
    forEachPiece(
        path, [](QPointF) {},
        [&](QPointF from, QPointF to) {
            isNear.push_back(touches(near, {from, to}));
        },
        [&](QPointF from, QPointF a, QPointF b, QPointF to) {
            isNear.push_back(touches(near, {from, a, b, to}));
        });
    isNear.push_back(false);
    // With a neighbour on both sides: Qt draws a lone line in another way than one that goes on.
    QPainterPath part;
    std::size_t number = 0;
    bool isJoined = false;
    const auto join = [&](QPointF from) {
        ++number;
        const bool isTaken = isNear[number - 1] || isNear[number] || isNear[number + 1];
        if (isTaken && !isJoined) part.moveTo(from);
        return isJoined = isTaken;
    };
    forEachPiece(
        path, [&](QPointF) { isJoined = false; },
        [&](QPointF from, QPointF to) {
            if (join(from)) part.lineTo(to);
        },
        [&](QPointF from, QPointF a, QPointF b, QPointF to) {
            if (join(from)) part.cubicTo(a, b, to);
        });
    return part;
}

QPainterPath dashesNear(const QPainterPath& path, const QPen& pen, const QRectF& near)
{
    QPainterPathStroker stroker(pen);
    qreal period = 0;
    for (const qreal length : pen.dashPattern()) period += length * pen.widthF();
    QPainterPath dashes;
    dashes.setFillRule(Qt::WindingFill);
    qreal done = 0;
    const auto add = [&](const QPainterPath& piece) {
        stroker.setDashOffset(std::fmod(done, period) / pen.widthF());
        dashes.addPath(stroker.createStroke(piece));
    };
    forEachPiece(
        path, [&](QPointF) { done = 0; },
        [&](QPointF from, QPointF to) {
            if (touches(near, {from, to})) add(trimmed(from, to, period, near));
            done += std::hypot(to.x() - from.x(), to.y() - from.y());
        },
        [&](QPointF from, QPointF a, QPointF b, QPointF to) {
            QPainterPath curve(from);
            curve.cubicTo(a, b, to);
            if (touches(near, {from, a, b, to})) add(curve);
            done += curve.length();
        });
    return dashes;
}

}  // namespace lintel::rendering
