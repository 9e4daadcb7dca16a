#pragma once

#include "app/compare/compare_window.h"
#include "app/compare/git_history.h"
#include "app/window/window_context.h"

#include <QObject>

#include <optional>
#include <vector>

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
    /// What the person picked; nothing when there is none, which is told, or when they left the dialog.
    std::optional<compare::GitHistory::Revision> chosenOf(std::vector<compare::GitHistory::Revision> revisions);
    void tellNoHistory();
    void compareWithText(const QString& name, std::string text);
    void open(compare::CompareWindow::Named before);

    WindowContext m_context;
};

}  // namespace lintel::app
