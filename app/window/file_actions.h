#pragma once

#include "app/window/window_context.h"

#include <QObject>

#include <string>

class QMenu;

namespace lintel::model {
struct Error;
}

namespace lintel::app {

class DocumentTab;

/// Opening, saving and closing designs, and the guard before unsaved work is lost.
class FileActions : public QObject {
    Q_OBJECT

public:
    explicit FileActions(WindowContext context);

    void startEmpty();
    void startFromTemplate(const std::string& name);
    /// A failure is told in a dialog.
    bool open(const QString& path);
    /// Asks for a path where the design has none.
    bool save(DocumentTab& tab);
    bool saveTo(DocumentTab& tab, const QString& path);
    /// False when the user would rather go on.
    bool mayClose(DocumentTab& tab);
    bool mayCloseAll();
    void close(DocumentTab& tab);
    /// Offers what an earlier run lost.
    void offerLostWork();
    void fillRecentMenu(QMenu& menu);

private:
    void addActions();
    void askWhatToOpen();
    bool askWhereToSave(DocumentTab& tab);
    QString folderOf(DocumentTab& tab) const;

    WindowContext m_context;
};

}  // namespace lintel::app
