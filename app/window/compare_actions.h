#pragma once

#include "app/compare/compare_window.h"
#include "app/window/window_context.h"

#include <QObject>

namespace lintel::app {

/// Comparing the current design with another file, or with what git remembers of it.
class CompareActions : public QObject {
    Q_OBJECT

public:
    explicit CompareActions(WindowContext context);

    /// The file is the old side; a failure is told in a dialog.
    void compareWithFile(const QString& path);

private:
    void askForFile();
    void askForRevision();
    void compareWithText(const QString& name, std::string text);
    void open(compare::CompareWindow::Named before);

    WindowContext m_context;
};

}  // namespace lintel::app
