#pragma once

#include "app/window/window_context.h"

#include <QMap>
#include <QObject>

class QMainWindow;
class QMenu;
class QToolBar;

namespace lintel::app {

/// The menu bar and the tool bar, as tables of action ids.
class Menus : public QObject {
    Q_OBJECT

public:
    Menus(QMainWindow& window, WindowContext context);

    /// A menu by its id, to be filled by somebody else: `recent`, `panels`.
    QMenu& menu(const char* id) const { return *m_menus.value(id); }
    QToolBar& toolBar() const { return *m_toolBar; }
    void retranslate();

private:
    QMenu* addMenu(const QString& id, const char* const* entries);

    WindowContext m_context;
    QMap<QString, QMenu*> m_menus;
    QToolBar* m_toolBar;
};

}  // namespace lintel::app
