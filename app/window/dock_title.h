#pragma once

#include <QObject>

class QDockWidget;
class QMainWindow;
class QWidget;

namespace lintel::app {

/// Takes the title bar away from a dock while it stands in a row of tabs, whose tab says the same: no title twice.
class DockTitle : public QObject {
    Q_OBJECT

public:
    /// Belongs to the dock.
    DockTitle(QDockWidget& dock, QMainWindow& window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void scheduleRefresh();
    void refresh();

    QDockWidget& m_dock;
    QMainWindow& m_window;
    QWidget* m_nothing;  ///< stands in for the title bar
    bool m_isScheduled = false;
};

}  // namespace lintel::app
