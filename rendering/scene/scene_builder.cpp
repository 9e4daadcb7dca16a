#include "rendering/scene/scene_builder.h"

#include "model/document/thread.h"
#include "rendering/icons/icon_set.h"
#include "rendering/scene/crossings.h"
#include "rendering/scene/legend_drawing.h"
#include "rendering/scene/line_ends.h"
#include "rendering/scene/story.h"
#include "rendering/scene/title_block_drawing.h"
#include "rendering/typography/typography.h"

#include <algorithm>
#include <unordered_map>

namespace lintel::rendering {

namespace {

using model::layout::BlockGeometry;
using model::layout::Frame;
using model::layout::Geometry;
using model::layout::Label;
using model::layout::NoteGeometry;
using model::layout::Route;
using model::layout::TextStyle;
using model::review::ChangeType;

constexpr qreal kDimmed = 0.22;
constexpr qreal kCornerRadius = 6;
constexpr qreal kBadgeRadius = 8;
constexpr float kGroundOpacity = 0.82F;
constexpr float kGlowOpacity = 0.45F;

QRectF toQRectF(const model::Rect& rect) { return QRectF(rect.x, rect.y, rect.width, rect.height); }

class SceneWriter {
public:
    SceneWriter(const Geometry& geometry, const model::Document& document, const model::catalogue::Catalogue& catalogue,
                const Theme& theme, const BlockStyles& styles, const Overlays& overlays)
        : m_geometry(geometry),
          m_document(document),
          m_catalogue(catalogue),
          m_theme(theme),
          m_styles(styles),
          m_overlays(overlays),
          m_list(theme.background.rgba())
    {
        for (const BlockGeometry& block : geometry.blocks) m_blocks.emplace(block.id, &block);
    }

    DisplayList write() &&
    {
        for (const BlockGeometry& block : m_geometry.blocks)
            if (block.isContainer) writeContainer(block);
        for (const Frame& frame : m_geometry.frames) writeFrame(frame);
        writeRoutes();
        auto header = m_containerElements.begin();
        for (const BlockGeometry& block : m_geometry.blocks) {
            if (block.isContainer)
                writeHeader(block, *header++);
            else
                writeNode(block);
        }
        for (std::size_t i = 0; i < m_geometry.routes.size(); ++i)
            writeRouteLabel(m_geometry.routes[i], m_routeElements[i]);
        for (std::size_t i = 0; i < m_geometry.routes.size(); ++i) writeStep(m_geometry.routes[i], m_routeElements[i]);
        for (const NoteGeometry& note : m_geometry.notes) writeNote(note);
        for (const PendingBadge& badge : m_badges) writeBadge(badge);
        drawAnalysisMarks(m_list, m_overlays.analysis, m_geometry, m_theme);
        for (const PendingMark& mark : m_marks) writeMark(mark);
        const QRectF left = drawTitleBlock(m_list, m_overlays.titleBlock, toQRectF(m_geometry.bounds), m_theme);
        drawLegend(m_list, m_overlays.legend, left, m_theme, m_catalogue);
        return std::move(m_list).finish();
    }

private:
    struct PendingBadge {
        std::uint32_t element;
        QPointF at;
        model::lint::Severity severity;
        qreal radius;
    };

    struct PendingMark {
        std::uint32_t element;
        ChangeType change;
        QRectF around;  ///< of a block; empty for a connection
        QPointF at;
    };

    void noteMark(const std::string& id, std::uint32_t element, const QRectF& around, QPointF at)
    {
        const auto mark = m_overlays.changes.find(id);
        if (mark != m_overlays.changes.end()) m_marks.push_back({element, mark->second, around, at});
    }

    void writeMark(const PendingMark& mark)
    {
        m_list.resumeElement(mark.element);
        if (!mark.around.isEmpty()) outlineChange(m_list, mark.change, mark.around, m_theme);
        markChange(m_list, mark.change, mark.at, m_theme);
    }

    /// Everything of the element written next is drawn with this opacity.
    void begin(const std::string& id) { m_opacity = m_overlays.dimmed.contains(id) ? kDimmed : 1; }

    QRgb shade(const QColor& colour) const
    {
        QColor shaded = colour;
        shaded.setAlphaF(static_cast<float>(colour.alphaF() * m_opacity));
        return shaded.rgba();
    }

    QRgb transparentHighlight(qreal alpha) const
    {
        QColor colour = m_theme.highlight;
        colour.setAlphaF(static_cast<float>(alpha));
        return colour.rgba();
    }

    const model::catalogue::Kind* kindOf(const model::BlockId& id) const
    {
        const model::Block* block = m_document.blocks.find(id);
        return block ? m_catalogue.kindOf(*block) : nullptr;
    }

    std::string iconOf(const model::BlockId& id) const
    {
        const model::Block* block = m_document.blocks.find(id);
        if (!block) return {};
        const model::catalogue::Kind* kind = m_catalogue.kindOf(*block);
        const bool isForeign = kind && !kind->flag("aws", true);
        return isForeign && !IconSet::contains(block->kind.text()) ? "generic-external" : block->kind.text();
    }

    const BlockGeometry* geometryOf(const model::BlockId& id) const
    {
        const auto at = m_blocks.find(id);
        return at == m_blocks.end() ? nullptr : at->second;
    }

    SubnetTone toneOf(const model::BlockId& id) const
    {
        const auto at = m_styles.find(id);
        return at == m_styles.end() ? SubnetTone::Unknown : at->second;
    }

    void noteBadge(const std::string& id, std::uint32_t element, QPointF at, qreal radius = kBadgeRadius)
    {
        const auto badge = m_overlays.badges.find(id);
        if (badge != m_overlays.badges.end()) m_badges.push_back({element, at, badge->second, radius});
    }

    void highlight(const std::string& id, const QRectF& around, qreal radius)
    {
        if (!m_overlays.highlighted.contains(id)) return;
        m_list.add(Box{around.adjusted(-4, -4, 4, 4),
                       radius + 4,
                       transparentHighlight(0.16),
                       {m_theme.highlight.rgba(), 2.5, Dash::Solid},
                       false});
    }

    void writeLines(const Label& label, TextStyle style, const QColor& colour, Align align)
    {
        if (label.lines.empty()) return;
        const QRectF rect = toQRectF(label.rect);
        const qreal height = rect.height() / static_cast<qreal>(label.lines.size());
        qreal top = rect.top();
        for (const std::string& line : label.lines) {
            m_list.add(TextLine{displayText(line), QRectF(rect.left(), top, rect.width(), height), style, shade(colour),
                                align});
            top += height;
        }
    }

    void writePlate(const model::Rect& rect, TextStyle style, const QColor& fill)
    {
        m_list.add(Box{toQRectF(rect).adjusted(-3, -1, 3, 1), 4, shade(fill), {}, false, style});
    }

    /// What lies below a block: the fill of the nearest container that has one. Under a label it keeps lines
    /// that pass there from striking the text through, and is not seen where none does.
    QColor groundOf(const BlockGeometry& block) const
    {
        QColor ground = m_theme.background;
        const BlockGeometry* parent = geometryOf(block.parent);
        for (int depth = block.depth; parent && depth > 0; --depth, parent = geometryOf(parent->parent)) {
            const QColor fill = m_theme.box(kindOf(parent->id), toneOf(parent->id)).fill;
            if (fill.alpha() == 0) continue;
            ground = fill;
            break;
        }
        ground.setAlphaF(kGroundOpacity);
        return ground;
    }

    void writeContainer(const BlockGeometry& block)
    {
        begin(block.id.text());
        const auto element = m_list.beginElement(ElementKind::Block, block.id.text(), true);
        const BoxStyle style = m_theme.box(kindOf(block.id), toneOf(block.id));
        const QRectF rect = toQRectF(block.rect);
        highlight(block.id.text(), rect, style.radius);
        m_list.add(Box{rect, style.radius, shade(style.fill), {shade(style.border), style.width, style.dash}, false});
        m_containerElements.push_back(element);
        noteBadge(block.id.text(), element, rect.topRight() + QPointF(-14, 14));
        noteMark(block.id.text(), element, rect, rect.topRight());
    }

    /// After the lines: they pass below a container's title.
    void writeHeader(const BlockGeometry& block, std::uint32_t element)
    {
        begin(block.id.text());
        m_list.resumeElement(element);
        const BoxStyle style = m_theme.box(kindOf(block.id), toneOf(block.id));
        QColor ground = style.fill.alpha() > 0 ? style.fill : groundOf(block);
        ground.setAlphaF(kGroundOpacity);
        if (!block.name.lines.empty()) writePlate(block.name.rect, TextStyle::ContainerName, ground);
        if (!block.detail.lines.empty()) writePlate(block.detail.rect, TextStyle::ContainerDetail, ground);
        if (!block.icon.isEmpty()) m_list.add(IconMark{toQRectF(block.icon), iconOf(block.id), m_opacity});
        writeLines(block.name, TextStyle::ContainerName, style.title, Align::Left);
        writeLines(block.detail, TextStyle::ContainerDetail, m_theme.mutedText, Align::Left);
    }

    void writeFrame(const Frame& frame)
    {
        begin(frame.group.text());
        const auto element = m_list.beginElement(ElementKind::Group, frame.group.text(), true);
        const BoxStyle style = m_theme.box(kindOf(frame.group), SubnetTone::Unknown);
        const QRectF rect = toQRectF(frame.rect);
        highlight(frame.group.text(), rect, style.radius);
        m_list.add(Box{rect, style.radius, qRgba(0, 0, 0, 0), {shade(style.border), style.width, style.dash}, true});
        if (!frame.name.lines.empty()) writePlate(frame.name.rect, TextStyle::ContainerDetail, m_theme.labelFill);
        writeLines(frame.name, TextStyle::ContainerDetail, style.title, Align::Left);
        noteBadge(frame.group.text(), element, rect.topRight());
        noteMark(frame.group.text(), element, rect, rect.topRight());
    }

    /// The line of a connection, from ink to ink.
    Polyline lineOf(const Route& route) const
    {
        Polyline line;
        for (const model::Point& p : route.polyline()) line.points.emplace_back(p.x, p.y);
        const model::Connection* connection = m_document.connections.find(route.id);
        const LineStyle style = m_theme.line(connection ? connection->relation : std::string());
        if (connection && line.points.size() > 1) {
            if (const BlockGeometry* to = geometryOf(connection->to)) leadToInk(line.points, *to);
            std::reverse(line.points.begin(), line.points.end());
            if (const BlockGeometry* from = geometryOf(connection->from)) leadToInk(line.points, *from);
            std::reverse(line.points.begin(), line.points.end());
        }
        line.radius = kCornerRadius;
        line.stroke = {style.colour.rgba(), style.width, style.dash};
        line.arrowAtEnd = !connection || connection->relation != "attach";
        return line;
    }

    void writeRoutes()
    {
        std::vector<Polyline> lines;
        for (const Route& route : m_geometry.routes) lines.push_back(lineOf(route));
        breakAtCrossings(lines);
        for (std::size_t i = 0; i < lines.size(); ++i) writeRoute(m_geometry.routes[i], std::move(lines[i]));
    }

    /// Around a line that is shown or marked; invalid otherwise.
    QColor glowOf(const std::string& id) const
    {
        const auto mark = m_overlays.analysis.marks.find(id);
        const bool isMarked = mark != m_overlays.analysis.marks.end();
        if (!isMarked && !m_overlays.highlighted.contains(id)) return {};
        QColor glow = isMarked ? colourOf(mark->second.tone, m_theme.isDark) : m_theme.highlight;
        glow.setAlphaF(kGlowOpacity);
        return glow;
    }

    void writeRoute(const Route& route, Polyline line)
    {
        const std::string& id = route.id.text();
        begin(id);
        const auto element = m_list.beginElement(ElementKind::Connection, id);
        m_routeElements.push_back(element);
        if (line.points.size() < 2) return;
        if (const QColor glow = glowOf(id); glow.isValid()) {
            Polyline halo = line;
            halo.stroke = {glow.rgba(), 7, Dash::Solid};
            halo.gaps.clear();
            m_list.add(std::move(halo));
        }
        if (const auto mark = m_overlays.changes.find(id); mark != m_overlays.changes.end())
            haloChange(m_list, mark->second, line, m_theme);
        line.stroke.colour = shade(QColor::fromRgba(line.stroke.colour));
        const std::size_t middle = line.points.size() / 2;
        const QPointF centre = (line.points[middle - 1] + line.points[middle]) / 2;
        const QPointF mark = markPlaceOn(line.points, toQRectF(route.label.rect));
        m_list.add(std::move(line));
        noteBadge(id, element, centre);
        noteMark(id, element, {}, mark);
    }

    void writeRouteLabel(const Route& route, std::uint32_t element)
    {
        if (route.label.lines.empty()) return;
        begin(route.id.text());
        m_list.resumeElement(element);
        writePlate(route.label.rect, TextStyle::ConnectionLabel, m_theme.labelFill);
        writeLines(route.label, TextStyle::ConnectionLabel, m_theme.mutedText, Align::Centre);
    }

    /// On the number that the label begins with; on the line where it has no label.
    static QPointF stepPlace(const Route& route, const std::string& number, const Polyline& line)
    {
        if (route.label.lines.empty()) return markPlaceOn(line.points, {});
        const FontTextMetrics metrics;
        const std::string& first = route.label.lines.front();
        const int prefix = metrics.sizeOf(number + ".", TextStyle::ConnectionLabel).width;
        const model::Size size = metrics.sizeOf(first, TextStyle::ConnectionLabel);
        const qreal left = toQRectF(route.label.rect).center().x() - size.width / 2.0;
        return {left + prefix / 2.0 - 7, route.label.rect.y + size.height / 2.0};
    }

    void writeStep(const Route& route, std::uint32_t element)
    {
        const auto step = m_overlays.steps.find(route.id.text());
        const Polyline line = lineOf(route);
        if (step == m_overlays.steps.end() || line.points.size() < 2) return;
        m_list.resumeElement(element);
        drawStep(m_list, step->second, stepPlace(route, step->second, line), m_theme);
    }

    void writeNode(const BlockGeometry& block)
    {
        begin(block.id.text());
        const auto element = m_list.beginElement(ElementKind::Block, block.id.text());
        const QRectF icon = toQRectF(block.icon);
        m_list.addHitArea(toQRectF(block.rect));
        highlight(block.id.text(), toQRectF(block.rect), 8);
        const QColor ground = block.onBorder ? m_theme.labelFill : groundOf(block);
        if (!block.name.lines.empty()) writePlate(block.name.rect, TextStyle::BlockName, ground);
        if (!block.detail.lines.empty()) writePlate(block.detail.rect, TextStyle::BlockDetail, ground);
        m_list.add(IconMark{icon, iconOf(block.id), m_opacity});
        const bool isBeside = block.name.rect.x >= block.icon.right();
        const Align align = isBeside ? Align::Left : Align::Centre;
        writeLines(block.name, TextStyle::BlockName, m_theme.text, align);
        writeLines(block.detail, TextStyle::BlockDetail, m_theme.mutedText, align);
        noteBadge(block.id.text(), element, icon.topRight() + QPointF(-1, 1),
                  std::clamp(icon.width() / 6, 5.5, kBadgeRadius));
        noteMark(block.id.text(), element, toQRectF(block.rect), toQRectF(block.rect).topRight());
    }

    void writeNote(const NoteGeometry& note)
    {
        begin(note.id.text());
        const auto element = m_list.beginElement(ElementKind::Note, note.id.text());
        const QRectF rect = toQRectF(note.rect);
        const model::Note* record = m_document.notes.find(note.id);
        const bool isPin = record && model::isThread(*record);
        const qreal radius = isPin ? rect.height() / 2 : 3;
        highlight(note.id.text(), rect, radius);
        const qreal width = isPin ? 1.5 : 1;
        m_list.add(Box{rect, radius, shade(m_theme.noteFill), {shade(m_theme.noteBorder), width, Dash::Solid}, false});
        writeLines(note.text, TextStyle::NoteText, m_theme.text, isPin ? Align::Centre : Align::Left);
        noteBadge(note.id.text(), element, rect.topRight());
        noteMark(note.id.text(), element, rect, rect.topRight());
    }

    void writeBadge(const PendingBadge& badge)
    {
        m_list.resumeElement(badge.element);
        const QColor glyph = badge.severity == model::lint::Severity::Warning ? QColor(0x2A1D00) : QColor(Qt::white);
        m_list.add(Badge{badge.at, badge.radius, badge.severity, m_theme.severity(badge.severity).rgba(),
                         m_theme.background.rgba(), glyph.rgba()});
    }

    const Geometry& m_geometry;
    const model::Document& m_document;
    const model::catalogue::Catalogue& m_catalogue;
    const Theme& m_theme;
    const BlockStyles& m_styles;
    const Overlays& m_overlays;
    std::unordered_map<model::BlockId, const BlockGeometry*> m_blocks;
    DisplayListBuilder m_list;
    std::vector<std::uint32_t> m_containerElements;
    std::vector<std::uint32_t> m_routeElements;
    std::vector<PendingBadge> m_badges;
    std::vector<PendingMark> m_marks;
    qreal m_opacity = 1;
};

}  // namespace

Overlays overlaysOf(const std::vector<model::lint::Finding>& findings)
{
    Overlays overlays;
    for (const model::lint::Finding& finding : findings) {
        if (finding.waived || finding.todo) continue;
        for (const std::string& subject : finding.subjects) {
            auto [at, isNew] = overlays.badges.emplace(subject, finding.severity);
            if (!isNew) at->second = std::max(at->second, finding.severity);
        }
    }
    return overlays;
}

DisplayList buildScene(const Geometry& geometry, const model::Document& document,
                       const model::catalogue::Catalogue& catalogue, const Theme& theme, const BlockStyles& styles,
                       const Overlays& overlays)
{
    return SceneWriter(geometry, document, catalogue, theme, styles, overlays).write();
}

}  // namespace lintel::rendering
