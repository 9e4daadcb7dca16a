#pragma once

#include "app/settings/words.h"

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QMap>

#include <functional>

namespace lintel::app {

/// Every command of the window by its id. Menus, tool bar, command palette and the overview of shortcuts show the
/// same actions; texts come from `editor.action.<id>`, symbols from resources/icons/ui.
class ActionSet : public QObject {
    Q_OBJECT

public:
    struct Spec {
        const char* id;
        const char* symbol = "";
        QList<QKeySequence> shortcuts = {};
    };

    explicit ActionSet(QWidget& window);

    QAction* add(const Spec& spec, std::function<void()> run);
    /// Null when there is no such command.
    QAction* find(const QString& id) const { return m_byId.value(id); }
    /// In the order in which they were added.
    const QList<QAction*>& all() const { return m_actions; }

    /// Texts in the language and symbols in the colour of the moment. Actions that say what they would do (undo)
    /// set their own text afterwards.
    void refresh(const settings::Words& words, bool dark);

private:
    QWidget& m_window;
    QList<QAction*> m_actions;
    QMap<QString, QAction*> m_byId;
};

/// The text of an action as a list shows it: without the mark of its access key.
QString plainText(const QAction& action);
QString plainText(QString menuText);

}  // namespace lintel::app
