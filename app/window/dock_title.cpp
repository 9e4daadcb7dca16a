#include "app/window/dock_title.h"

#include <QDockWidget>
#include <QEvent>
#include <QMainWindow>
#include <QTimer>

namespace lintel::app {

DockTitle::DockTitle(QDockWidget& dock, QMainWindow& window)
    : QObject(&dock), m_dock(dock), m_window(window), m_nothing(new QWidget(&dock))
{
    m_nothing->hide();
    connect(&dock, &QDockWidget::topLevelChanged, this, &DockTitle::scheduleRefresh);
    connect(&dock, &QDockWidget::dockLocationChanged, this, &DockTitle::scheduleRefresh);
    connect(&dock, &QDockWidget::visibilityChanged, this, &DockTitle::scheduleRefresh);
    dock.installEventFilter(this);
    scheduleRefresh();
}

// Neighbours come and go without a signal to the one that stays, but its size changes by the row of tabs.
bool DockTitle::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show) scheduleRefresh();
    return QObject::eventFilter(watched, event);
}

void DockTitle::scheduleRefresh()
{
    if (m_isScheduled) return;
    m_isScheduled = true;
    QTimer::singleShot(0, this, [this] {
        m_isScheduled = false;
        refresh();
    });
}

void DockTitle::refresh()
{
    const auto group = m_window.tabifiedDockWidgets(&m_dock);
    const bool isInTabs = !m_dock.isFloating() && std::any_of(group.begin(), group.end(), [](const QDockWidget* other) {
        return !other->isHidden() || !other->isFloating();
    });
    const bool isBare = m_dock.titleBarWidget() == m_nothing;
    if (isInTabs == isBare) return;
    m_dock.setTitleBarWidget(isInTabs ? m_nothing : nullptr);
    if (!isInTabs) m_nothing->hide();
}

}  // namespace lintel::app
