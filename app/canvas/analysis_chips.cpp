#include "app/canvas/analysis_chips.h"

#include "app/qt_text.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace lintel::app::canvas {

namespace {

constexpr qreal kHeight = 16;
constexpr qreal kPadding = 5;
constexpr qreal kSmaller = 0.82;  // than the font of the window

}  // namespace

AnalysisChips::AnalysisChips(rendering::canvas::CanvasWidget& canvas) : QWidget(&canvas), m_canvas(canvas)
{
    setObjectName("analysisChips");
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setGeometry(canvas.rect());
    canvas.installEventFilter(this);
    connect(&canvas, &rendering::canvas::CanvasWidget::viewportChanged, this, qOverload<>(&QWidget::update));
    hide();
}

void AnalysisChips::show(const rendering::AnalysisMarks& marks, bool dark)
{
    m_marks = marks;
    m_isDark = dark;
    setVisible(!marks.isEmpty());
    update();
}

bool AnalysisChips::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) setGeometry(m_canvas.rect());
    return QWidget::eventFilter(watched, event);
}

std::optional<QPointF> AnalysisChips::placeOf(const std::string& id) const
{
    const rendering::Element* element = m_canvas.picture().find(id);
    if (!element) return std::nullopt;
    if (element->kind != rendering::ElementKind::Connection) return m_canvas.toView(element->bounds.topLeft());
    const std::vector<QPointF> path = m_canvas.picture().pathOf(id);
    if (path.size() < 2) return std::nullopt;
    const std::size_t half = path.size() / 2;
    return m_canvas.toView((path[half - 1] + path[half]) / 2);
}

void AnalysisChips::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * kSmaller);
    small.setBold(true);
    painter.setFont(small);
    const QFontMetricsF metrics(small);
    for (const auto& [id, mark] : m_marks.marks) {
        const auto place = mark.chip.empty() ? std::nullopt : placeOf(id);
        if (!place) continue;
        const QString text = toQString(mark.chip);
        const qreal width = std::max(kHeight, metrics.horizontalAdvance(text) + 2 * kPadding);
        const QRectF rect(place->x() - width / 2, place->y() - kHeight / 2, width, kHeight);
        painter.setPen(QPen(m_canvas.theme().background, 1.5));
        painter.setBrush(rendering::colourOf(mark.tone, m_isDark));
        painter.drawRoundedRect(rect, kHeight / 2, kHeight / 2);
        painter.setPen(m_isDark ? QColor(0x10, 0x14, 0x1A) : QColor(Qt::white));
        painter.drawText(rect, Qt::AlignCenter, text);
    }
}

}  // namespace lintel::app::canvas
