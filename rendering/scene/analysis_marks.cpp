#include "rendering/scene/analysis_marks.h"

#include <algorithm>
#include <optional>

namespace lintel::rendering {

namespace {

constexpr qreal kAround = 3;  // between an element and its ring
constexpr qreal kRing = 2.5;
constexpr qreal kGlow = 7;
constexpr float kGlowOpacity = 0.28F;

class MarkWriter {
public:
    MarkWriter(DisplayListBuilder& list, const model::layout::Geometry& geometry, const Theme& theme)
        : m_list(list), m_geometry(geometry), m_theme(theme)
    {
    }

    void ring(const std::string& id, const QRectF& rect, const QColor& colour)
    {
        if (!m_list.resumeElement(id)) return;
        QColor glow = colour;
        glow.setAlphaF(kGlowOpacity);
        // Frames are hit on their border only: what lies inside stays within reach of the pointer.
        const QRectF around = rect.adjusted(-kAround, -kAround, kAround, kAround);
        m_list.add(Box{around, 8, qRgba(0, 0, 0, 0), {glow.rgba(), kGlow, Dash::Solid}, true});
        m_list.add(Box{around, 8, qRgba(0, 0, 0, 0), {colour.rgba(), kRing, Dash::Solid}, true});
    }

    /// Dashes from border to border, where nothing else shows how one gets from here to there.
    void join(const QRectF& from, const QRectF& to, const QColor& colour)
    {
        if (from.contains(to) || to.contains(from)) return;
        Polyline line;
        line.points = {leaving(from, to.center()), leaving(to, from.center())};
        line.stroke = {colour.rgba(), 2.5, Dash::ShortDashed};
        line.arrowAtEnd = true;
        m_list.add(std::move(line));
    }

    std::optional<QRectF> rectOf(const std::string& id) const
    {
        if (const auto* block = m_geometry.find(model::BlockId(id)))
            return QRectF(block->rect.x, block->rect.y, block->rect.width, block->rect.height);
        for (const auto& frame : m_geometry.frames)
            if (frame.group.text() == id)
                return QRectF(frame.rect.x, frame.rect.y, frame.rect.width, frame.rect.height);
        return std::nullopt;
    }

private:
    /// Where the straight line from the middle of `rect` to `towards` leaves it.
    static QPointF leaving(const QRectF& rect, QPointF towards)
    {
        const QPointF way = towards - rect.center();
        const qreal dx = qAbs(way.x()), dy = qAbs(way.y());
        if (dx < 1e-6 && dy < 1e-6) return rect.center();
        const qreal scale =
            std::min(dx > 0 ? (rect.width() / 2 + kGlow) / dx : 1e9, dy > 0 ? (rect.height() / 2 + kGlow) / dy : 1e9);
        return rect.center() + way * std::min<qreal>(scale, 1);
    }

    DisplayListBuilder& m_list;
    const model::layout::Geometry& m_geometry;
    const Theme& m_theme;
};

}  // namespace

QColor colourOf(Mark::Tone tone, bool isDark)
{
    switch (tone) {
        case Mark::Tone::Open: return isDark ? QColor(0x3F, 0xD0, 0x7F) : QColor(0x0B, 0x8A, 0x47);
        case Mark::Tone::Broken: return isDark ? QColor(0xFF, 0x6B, 0x7A) : QColor(0xD3, 0x26, 0x3D);
        case Mark::Tone::Weak: return isDark ? QColor(0xFF, 0xB0, 0x20) : QColor(0xB4, 0x5F, 0x06);
        case Mark::Tone::Single: return isDark ? QColor(0xD4, 0xA5, 0xFF) : QColor(0x7A, 0x2E, 0xC8);
    }
    return {};
}

void drawAnalysisMarks(DisplayListBuilder& list, const AnalysisMarks& marks, const model::layout::Geometry& geometry,
                       const Theme& theme)
{
    if (marks.isEmpty()) return;
    MarkWriter writer(list, geometry, theme);
    list.beginElement(ElementKind::Note, {});
    for (const std::vector<std::string>& trail : marks.trails)
        for (std::size_t i = 1; i < trail.size(); ++i) {
            const auto from = writer.rectOf(trail[i - 1]);
            const auto to = writer.rectOf(trail[i]);
            if (from && to) writer.join(*from, *to, colourOf(Mark::Tone::Open, theme.isDark));
        }
    for (const auto& [id, mark] : marks.marks)
        if (const auto rect = writer.rectOf(id)) writer.ring(id, *rect, colourOf(mark.tone, theme.isDark));
}

}  // namespace lintel::rendering
