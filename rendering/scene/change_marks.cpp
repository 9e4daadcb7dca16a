#include "rendering/scene/change_marks.h"

#include "rendering/typography/typography.h"

#include <cmath>
#include <optional>

namespace lintel::rendering {

namespace {

using model::review::ChangeType;

constexpr qreal kRadius = 9;
constexpr qreal kAround = 4;
constexpr qreal kHaloWidth = 8;
constexpr float kHaloOpacity = 0.4F;
constexpr auto kSignStyle = model::layout::TextStyle::BlockName;

struct Look {
    QString sign;
    Dash dash;
    QColor onLight;
    QColor onDark;
};

Look lookOf(ChangeType change)
{
    switch (change) {
        case ChangeType::Added: return {QStringLiteral("+"), Dash::Solid, QColor(0x1A7F37), QColor(0x4AC26B)};
        case ChangeType::Removed: return {QStringLiteral("−"), Dash::Dashed, QColor(0xC01530), QColor(0xFF8090)};
        case ChangeType::Changed: break;
    }
    return {QStringLiteral("Δ"), Dash::DashDotted, QColor(0x8A5A00), QColor(0xF0B849)};
}

QColor colourOf(ChangeType change, const Theme& theme)
{
    const Look look = lookOf(change);
    return theme.isDark ? look.onDark : look.onLight;
}

QRgb transparent(QColor colour, float alpha)
{
    colour.setAlphaF(alpha);
    return colour.rgba();
}

}  // namespace

ChangeMarks changeMarksOf(const model::review::DesignDifference& difference)
{
    ChangeMarks marks;
    for (const model::review::ElementChange& change : difference.elements)
        if (!change.id.empty()) marks.emplace(change.id, change.change);
    return marks;
}

void outlineChange(DisplayListBuilder& list, ChangeType change, const QRectF& around, const Theme& theme)
{
    const QColor colour = colourOf(change, theme);
    // No tint: boxes lie in boxes, and it would be laid over icons.
    list.add(Box{around.adjusted(-kAround, -kAround, kAround, kAround),
                 8,
                 qRgba(0, 0, 0, 0),
                 {colour.rgba(), 2.5, lookOf(change).dash},
                 false});
}

QPointF markPlaceOn(const std::vector<QPointF>& points, const QRectF& label)
{
    const QRectF kept = label.adjusted(-kRadius, -kRadius, kRadius, kRadius);
    std::optional<QPointF> best;
    qreal longest = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const QPointF middle = (points[i - 1] + points[i]) / 2;
        const QPointF along = points[i] - points[i - 1];
        const qreal length = std::abs(along.x()) + std::abs(along.y());
        if (length <= longest || (!label.isEmpty() && kept.contains(middle))) continue;
        longest = length;
        best = middle;
    }
    return best.value_or((points.front() + points.back()) / 2);
}

void markChange(DisplayListBuilder& list, ChangeType change, QPointF centre, const Theme& theme)
{
    const QRectF disc(centre.x() - kRadius, centre.y() - kRadius, 2 * kRadius, 2 * kRadius);
    list.add(Box{disc, kRadius, colourOf(change, theme).rgba(), {theme.background.rgba(), 1.5, Dash::Solid}, false});
    const qreal height = lineHeightOf(kSignStyle);
    const QRectF line(disc.left(), disc.center().y() - height / 2, disc.width(), height);
    list.add(TextLine{lookOf(change).sign, line, kSignStyle, theme.background.rgba(), Align::Centre});
}

void haloChange(DisplayListBuilder& list, ChangeType change, const Polyline& line, const Theme& theme)
{
    Polyline halo = line;
    halo.stroke = {transparent(colourOf(change, theme), kHaloOpacity), kHaloWidth, Dash::Solid};
    halo.gaps.clear();
    list.add(std::move(halo));
}

}  // namespace lintel::rendering
