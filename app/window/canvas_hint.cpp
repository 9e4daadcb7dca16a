#include "app/window/canvas_hint.h"

#include "rendering/icons/icon_set.h"

#include <QEvent>
#include <QPainter>

namespace lintel::app {

namespace {

constexpr int kIcon = 40;
constexpr int kIconGap = 16;
constexpr int kLineGap = 8;
constexpr const char* kKinds[] = {"vpc", "subnet", "ec2-instance", "alb", "rds-instance", "s3-bucket"};

}  // namespace

CanvasHint::CanvasHint(QWidget& canvas) : QWidget(&canvas)
{
    setObjectName("canvasHint");
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setGeometry(canvas.rect());
    canvas.installEventFilter(this);
}

void CanvasHint::retranslate(const settings::Words& words)
{
    m_title = words("hint.title");
    m_lines = QStringList{words("hint.drag"), words("hint.search"), words("hint.connect")};
    update();
}

void CanvasHint::setDark(bool dark)
{
    m_isDark = dark;
    update();
}

bool CanvasHint::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void CanvasHint::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setBold(true);
    const int titleHeight = QFontMetrics(large).height();
    const int lineHeight = QFontMetrics(font()).height() + kLineGap;
    const int count = static_cast<int>(std::size(kKinds));
    int y = (height() - kIcon - 20 - titleHeight - 12 - lineHeight * static_cast<int>(m_lines.size())) / 2;

    const rendering::IconSet icons;
    int x = (width() - count * kIcon - (count - 1) * kIconGap) / 2;
    painter.setOpacity(0.55);
    for (const char* kind : kKinds) {
        const int pixels = qRound(kIcon * devicePixelRatioF());
        painter.drawImage(QRect(x, y, kIcon, kIcon), icons.image(kind, pixels));
        x += kIcon + kIconGap;
    }
    painter.setOpacity(1);
    y += kIcon + 20;
    painter.setFont(large);
    painter.setPen(m_isDark ? QColor(0xc9, 0xd1, 0xdb) : QColor(0x37, 0x41, 0x51));
    painter.drawText(QRect(0, y, width(), titleHeight), Qt::AlignCenter, m_title);
    y += titleHeight + 12;
    painter.setFont(font());
    painter.setPen(m_isDark ? QColor(0x9a, 0xa4, 0xb2) : QColor(0x6b, 0x72, 0x80));
    for (const QString& line : std::as_const(m_lines)) {
        painter.drawText(QRect(16, y, width() - 32, lineHeight), Qt::AlignCenter, line);
        y += lineHeight;
    }
}

}  // namespace lintel::app
