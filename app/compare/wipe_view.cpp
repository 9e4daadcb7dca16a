#include "app/compare/wipe_view.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace lintel::app::compare {

namespace {

constexpr int kLineWidth = 7;
constexpr double kKeyStep = 0.05;

}  // namespace

WipeView::WipeView(QWidget* parent)
    : QWidget(parent),
      m_after(new rendering::canvas::CanvasWidget(this)),
      m_window(new QWidget(this)),
      m_before(new rendering::canvas::CanvasWidget(m_window)),
      m_line(new QWidget(this))
{
    m_line->setObjectName("wipeLine");
    m_line->setCursor(Qt::SplitHCursor);
    m_line->setFocusPolicy(Qt::StrongFocus);
    m_line->setAutoFillBackground(true);
    m_line->setBackgroundRole(QPalette::Highlight);
    m_line->installEventFilter(this);
}

void WipeView::setShare(double share)
{
    m_share = std::clamp(share, 0.0, 1.0);
    arrange();
}

void WipeView::resizeEvent(QResizeEvent*) { arrange(); }

void WipeView::arrange()
{
    const int at = static_cast<int>(m_share * width());
    m_after->setGeometry(rect());
    m_window->setGeometry(0, 0, at, height());
    // As large as the other one: the same point of both designs is on the same pixel.
    m_before->setGeometry(rect());
    m_line->setGeometry(std::clamp(at - kLineWidth / 2, 0, std::max(0, width() - kLineWidth)), 0, kLineWidth, height());
}

bool WipeView::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseMove) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (mouse->buttons() & Qt::LeftButton) setShare((m_line->x() + mouse->position().x()) / std::max(1, width()));
        return true;
    }
    if (event->type() == QEvent::MouseButtonPress) return true;
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right) {
            setShare(m_share + (key == Qt::Key_Left ? -kKeyStep : kKeyStep));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace lintel::app::compare
