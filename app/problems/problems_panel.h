#pragma once

#include "app/lint_service/lint_service.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTextBrowser;
class QTreeWidget;

namespace lintel::app::problems {

/// The findings of the current snapshot: choose which severities to see, click to see them on the canvas, read
/// why, and fix.
class ProblemsPanel : public QWidget {
    Q_OBJECT

public:
    ProblemsPanel(session::DocumentSession& session, LintService& lint, QWidget* parent = nullptr);

    void refresh();
    void applyFix(const model::lint::Fix& fix);

Q_SIGNALS:
    /// A finding was chosen: its subjects and its witness path.
    void shown(const std::vector<std::string>& ids);

private:
    const model::lint::Finding* current() const;
    void showCurrent();
    void retranslate();
    void fillFixes(const model::lint::Finding* finding);

    session::DocumentSession& m_session;
    LintService& m_lint;
    QComboBox* m_filter;
    QLabel* m_counts;
    QTreeWidget* m_list;
    QTextBrowser* m_explanation;
    QPushButton* m_fix;
};

}  // namespace lintel::app::problems
