#include "app/canvas/cursor_hint.h"

#include "rendering/theme/theme.h"

namespace lintel::app::canvas {

namespace {

constexpr QPoint kOffset{16, 20};
constexpr int kMaxWidth = 360;

}  // namespace

CursorHint::CursorHint(QWidget& canvas) : QLabel(&canvas)
{
    setObjectName("cursorHint");
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setDark(false);
    hide();
}

void CursorHint::setDark(bool dark)
{
    m_isDark = dark;
    setStyleSheet(dark ? "QLabel#cursorHint { background: #2a2e36; color: #e6e9ee; border: 1px solid #4a515d; "
                         "border-radius: 5px; padding: 5px 8px; }"
                       : "QLabel#cursorHint { background: #ffffff; color: #1f2937; border: 1px solid #c5ccd6; "
                         "border-radius: 5px; padding: 5px 8px; }");
}

void CursorHint::setRefusal(const QString& text, QPoint at)
{
    m_refusal = text.toHtmlEscaped();
    m_at = at;
    compose();
}

void CursorHint::setVerdict(const std::vector<Line>& lines)
{
    const rendering::Theme theme = m_isDark ? rendering::Theme::dark() : rendering::Theme::light();
    QStringList parts;
    for (const auto& [severity, text] : lines) {
        const QString colour = severity ? theme.severity(*severity).name() : QStringLiteral("#2e9e5b");
        parts << QStringLiteral("<span style='color:%1'>%2</span> %3")
                     .arg(colour, severity ? "●" : "✓", text.toHtmlEscaped());
    }
    m_verdict = parts.join("<br>");
    compose();
}

void CursorHint::clearAll()
{
    m_refusal.clear();
    m_verdict.clear();
    hide();
}

void CursorHint::compose()
{
    QString text = m_verdict;
    if (!m_refusal.isEmpty()) {
        const rendering::Theme theme = m_isDark ? rendering::Theme::dark() : rendering::Theme::light();
        text = QStringLiteral("<span style='color:%1'>⊘</span> %2")
                   .arg(theme.severity(model::lint::Severity::Error).name(), m_refusal);
    }
    if (text.isEmpty()) return hide();
    setText(text);
    setFixedWidth(QWIDGETSIZE_MAX);
    setWordWrap(false);
    const int natural = sizeHint().width();
    setWordWrap(true);
    setFixedWidth(qMin(natural, kMaxWidth));
    setFixedHeight(heightForWidth(width()) > 0 ? heightForWidth(width()) : sizeHint().height());
    moveTo(m_at);
    QLabel::show();
    raise();
}

void CursorHint::moveTo(QPoint at)
{
    m_at = at;
    QPoint corner = at + kOffset;
    const QRect room = parentWidget()->rect();
    if (corner.x() + width() > room.right()) corner.setX(qMax(0, at.x() - kOffset.x() - width()));
    if (corner.y() + height() > room.bottom()) corner.setY(qMax(0, at.y() - kOffset.y() - height()));
    move(corner);
}

}  // namespace lintel::app::canvas
