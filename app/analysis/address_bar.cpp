#include "app/analysis/address_bar.h"

#include "app/qt_text.h"
#include "model/analysis/address_rules.h"
#include "rendering/scene/analysis_marks.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lintel::app::analysis {

using model::BlockId;
using model::analysis::Cidr;
using model::analysis::SubnetPlan;
using rendering::Mark;

namespace {

constexpr int kHeight = 66;
constexpr int kScaleHeight = 8;
constexpr int kScaleGap = 5;
constexpr int kMargin = 2;
constexpr qreal kGap = 2;
constexpr qreal kGrip = 6;
constexpr qreal kStep = 36;  // so far one drags to double or halve
constexpr qreal kPadding = 7;
constexpr qreal kFillHeight = 4;

}  // namespace

AddressBar::AddressBar(model::analysis::VpcPlan plan, const Cidr& range, const settings::Words& words, NameOf nameOf)
    : m_plan(std::move(plan)),
      m_range(range),
      m_words(words),
      m_nameOf(std::move(nameOf)),
      m_segments(segmentsOf(m_plan, range))
{
    setObjectName("addressBar." + toQString(m_plan.vpc.text()));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(toQString(range.text()));
}

void AddressBar::setDark(bool dark)
{
    m_isDark = dark;
    update();
}

QSize AddressBar::sizeHint() const
{
    return {static_cast<int>(m_segments.size()) * narrowest() + 2 * kMargin,
            kHeight + kScaleGap + kScaleHeight + 2 * kMargin};
}
QSize AddressBar::minimumSizeHint() const { return sizeHint(); }

// Its range can be read.
int AddressBar::narrowest() const
{
    const QFontMetricsF metrics(smallFont());
    qreal widest = 0;
    for (const Segment& segment : m_segments) widest = std::max(widest, metrics.horizontalAdvance(firstText(segment)));
    return static_cast<int>(std::ceil(widest + 2 * kPadding + kGap));
}

QFont AddressBar::smallFont() const
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    return small;
}

QRectF AddressBar::rectOf(std::size_t index) const
{
    // Everybody gets the least that can be read; what is left is shared by weight.
    const qreal least = narrowest();
    const qreal spare = std::max(0.0, width() - 2.0 * kMargin - static_cast<qreal>(m_segments.size()) * least);
    const double all = std::accumulate(m_segments.begin(), m_segments.end(), 0.0,
                                       [](double sum, const Segment& each) { return sum + weightOf(each); });
    qreal x = kMargin;
    for (std::size_t i = 0; i < index; ++i) x += least + spare * weightOf(m_segments[i]) / all;
    return QRectF(x, kMargin, least + spare * weightOf(m_segments[index]) / all - kGap, kHeight);
}

QRectF AddressBar::rectOf(const BlockId& subnet) const
{
    for (std::size_t i = 0; i < m_segments.size(); ++i)
        if (m_segments[i].subnet == subnet) return rectOf(i);
    return {};
}

std::optional<std::size_t> AddressBar::segmentAt(QPointF point) const
{
    for (std::size_t i = 0; i < m_segments.size(); ++i)
        if (rectOf(i).contains(point)) return i;
    return std::nullopt;
}

BlockId AddressBar::borderAt(QPointF point) const
{
    for (std::size_t i = 0; i < m_segments.size(); ++i) {
        const QRectF rect = rectOf(i);
        const bool isNear =
            qAbs(point.x() - rect.right()) <= kGrip && point.y() >= rect.top() && point.y() <= rect.bottom();
        if (!m_segments[i].isFree() && isNear) return m_segments[i].subnet;
    }
    return {};
}

const SubnetPlan* AddressBar::planOf(const BlockId& subnet) const
{
    const auto at = std::find_if(m_plan.subnets.begin(), m_plan.subnets.end(),
                                 [&](const SubnetPlan& each) { return each.subnet == subnet; });
    return at == m_plan.subnets.end() ? nullptr : &*at;
}

void AddressBar::choose(const BlockId& subnet)
{
    m_chosen = subnet;
    update();
}

void AddressBar::tellChoice(const BlockId& subnet)
{
    choose(subnet);
    Q_EMIT chosen(subnet);
}

QString AddressBar::rangeText(const Segment& segment) const
{
    const SubnetPlan* plan = planOf(segment.subnet);
    if (plan && plan->range) return toQString(plan->range->text());
    return QStringLiteral("%1 – %2").arg(toQString(model::analysis::addressText(segment.first)),
                                         toQString(model::analysis::addressText(segment.last)));
}

QString AddressBar::firstText(const Segment& segment) const
{
    if (!segment.isFree()) return rangeText(segment);
    return toQString(model::analysis::addressText(segment.first)) + QStringLiteral(" –");
}

QString AddressBar::useText(const SubnetPlan& plan) const
{
    return m_words(plan.isTooSmall() ? "addresses.too-small" : "addresses.used",
                   {{"needed", std::to_string(plan.needed())}, {"usable", std::to_string(plan.usable())}});
}

QString AddressBar::describe(const Segment& segment) const
{
    if (segment.isFree()) return m_words("addresses.free") + QStringLiteral(": ") + rangeText(segment);
    return m_words("addresses.segment", {{"name", fromQString(m_nameOf(segment.subnet))},
                                         {"range", fromQString(rangeText(segment))},
                                         {"use", fromQString(useText(*planOf(segment.subnet)))}});
}

QColor AddressBar::colourOf(const Segment& segment) const
{
    if (segment.isFree()) return m_isDark ? QColor(0x5A, 0x64, 0x73) : QColor(0xB6, 0xBE, 0xC9);
    const SubnetPlan* plan = planOf(segment.subnet);
    if (plan && plan->isTooSmall()) return rendering::colourOf(Mark::Tone::Broken, m_isDark);
    return m_isDark ? QColor(0x5B, 0x9D, 0xFF) : QColor(0x1F, 0x6F, 0xD6);
}

void AddressBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < m_segments.size(); ++i) paintSegment(painter, i);
    paintScale(painter);
}

void AddressBar::paintSegment(QPainter& painter, std::size_t index) const
{
    const Segment& segment = m_segments[index];
    const QRectF rect = rectOf(index);
    const QColor colour = colourOf(segment);
    QColor fill = colour;
    fill.setAlphaF(segment.isFree() ? 0.10F : 0.16F);
    const bool isChosen = !segment.isFree() && segment.subnet == m_chosen;
    painter.setPen(QPen(isChosen ? palette().color(QPalette::Highlight) : colour, isChosen ? 2.5 : 1,
                        segment.isFree() ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(fill);
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4);
    paintTexts(painter, segment, rect.adjusted(kPadding, 5, -kPadding, -5));
    if (const SubnetPlan* plan = planOf(segment.subnet))
        paintFill(painter, *plan, rect.adjusted(kPadding, 0, -kPadding, -5));
}

void AddressBar::paintTexts(QPainter& painter, const Segment& segment, const QRectF& rect) const
{
    const bool isDragged = m_drag && m_drag->subnet == segment.subnet && !segment.isFree();
    QFont bold = font();
    bold.setBold(!segment.isFree());
    const QString name = segment.isFree() ? m_words("addresses.free") : m_nameOf(segment.subnet);
    const QString range = isDragged && m_drag->range ? toQString(m_drag->range->text()) : firstText(segment);
    const qreal line = QFontMetricsF(bold).height();
    painter.setFont(bold);
    painter.setPen(palette().color(segment.isFree() ? QPalette::PlaceholderText : QPalette::WindowText));
    painter.drawText(QRectF(rect.left(), rect.top(), rect.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(bold).elidedText(name, Qt::ElideRight, rect.width()));
    const QFontMetricsF metrics(smallFont());
    painter.setFont(smallFont());
    painter.setPen(isDragged ? palette().color(QPalette::Highlight)
                             : palette().color(segment.isFree() ? QPalette::PlaceholderText : QPalette::WindowText));
    painter.drawText(QRectF(rect.left(), rect.top() + line, rect.width(), metrics.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(range, Qt::ElideRight, rect.width()));
    const SubnetPlan* plan = planOf(segment.subnet);
    QString last = plan ? useText(*plan) : toQString(model::analysis::addressText(segment.last));
    // Numbers rather than half a sentence.
    if (plan && metrics.horizontalAdvance(last) > rect.width())
        last = QStringLiteral("%1/%2").arg(plan->needed()).arg(plan->usable());
    painter.setPen(plan && plan->isTooSmall() ? rendering::colourOf(Mark::Tone::Broken, m_isDark)
                                              : palette().color(QPalette::PlaceholderText));
    painter.drawText(QRectF(rect.left(), rect.top() + line + metrics.height(), rect.width(), metrics.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(last, Qt::ElideRight, rect.width()));
}

void AddressBar::paintFill(QPainter& painter, const SubnetPlan& plan, const QRectF& rect) const
{
    if (plan.usable() <= 0) return;
    const QRectF track(rect.left(), rect.bottom() - kFillHeight, rect.width(), kFillHeight);
    const double part = std::min(1.0, static_cast<double>(plan.needed()) / static_cast<double>(plan.usable()));
    const QColor colour = plan.isTooSmall() ? rendering::colourOf(Mark::Tone::Broken, m_isDark)
                          : m_isDark        ? QColor(0x5B, 0x9D, 0xFF)
                                            : QColor(0x1F, 0x6F, 0xD6);
    QColor pale = colour;
    pale.setAlphaF(0.22F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(pale);
    painter.drawRoundedRect(track, 2, 2);
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(track.topLeft(), QSizeF(track.width() * part, track.height())), 2, 2);
}

/// The whole range at its true proportions.
void AddressBar::paintScale(QPainter& painter) const
{
    const QRectF whole(kMargin, kMargin + kHeight + kScaleGap, width() - 2.0 * kMargin, kScaleHeight);
    const double size = static_cast<double>(m_range.last()) - static_cast<double>(m_range.first()) + 1;
    painter.setPen(Qt::NoPen);
    QColor pale = colourOf(Segment{});
    pale.setAlphaF(0.3F);
    painter.setBrush(pale);
    painter.drawRoundedRect(whole, 2, 2);
    for (const Segment& segment : m_segments) {
        if (segment.isFree()) continue;
        const double from = (static_cast<double>(segment.first) - static_cast<double>(m_range.first())) / size;
        painter.setBrush(segment.subnet == m_chosen ? palette().color(QPalette::Highlight) : colourOf(segment));
        painter.drawRect(QRectF(whole.left() + whole.width() * from, whole.top(),
                                std::max(1.5, whole.width() * segment.size() / size - 0.5), whole.height()));
    }
}

void AddressBar::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return;
    const BlockId border = borderAt(event->position());
    if (!border.isEmpty()) {
        m_drag = Drag{border, event->position().x(), std::nullopt};
        return tellChoice(border);
    }
    const auto index = segmentAt(event->position());
    tellChoice(index ? m_segments[*index].subnet : BlockId());
}

void AddressBar::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_drag) return setCursor(borderAt(event->position()).isEmpty() ? Qt::ArrowCursor : Qt::SplitHCursor);
    const int steps = qRound((event->position().x() - m_drag->from) / kStep);
    m_drag->range = resized(m_plan, m_drag->subnet, steps);
    update();
}

void AddressBar::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_drag) return;
    const Drag drag = *m_drag;
    m_drag.reset();
    update();
    const SubnetPlan* plan = planOf(drag.subnet);
    if (drag.range && plan && !(*drag.range == *plan->range)) Q_EMIT resizeAsked(drag.subnet, *drag.range);
}

void AddressBar::keyPressEvent(QKeyEvent* event)
{
    const int by = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (event->key() == Qt::Key_Escape && m_drag) {
        m_drag.reset();
        return update();
    }
    if (by == 0) return QWidget::keyPressEvent(event);
    if (!(event->modifiers() & Qt::ControlModifier)) return step(by);
    const SubnetPlan* plan = planOf(m_chosen);
    const auto range = resized(m_plan, m_chosen, by);
    if (plan && range && !(*range == *plan->range)) Q_EMIT resizeAsked(m_chosen, *range);
}

void AddressBar::step(int by)
{
    std::vector<BlockId> subnets;
    for (const Segment& segment : m_segments)
        if (!segment.isFree()) subnets.push_back(segment.subnet);
    if (subnets.empty()) return;
    const auto at = std::find(subnets.begin(), subnets.end(), m_chosen);
    const int last = static_cast<int>(subnets.size()) - 1;
    const int now = at == subnets.end() ? (by > 0 ? -1 : last + 1) : static_cast<int>(at - subnets.begin());
    tellChoice(subnets[static_cast<std::size_t>(std::clamp(now + by, 0, last))]);
}

bool AddressBar::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto index = segmentAt(help->pos());
    if (index)
        QToolTip::showText(help->globalPos(), describe(m_segments[*index]), this);
    else
        QToolTip::hideText();
    return true;
}

}  // namespace lintel::app::analysis
