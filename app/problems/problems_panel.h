#pragma once

#include "app/lint_service/lint_service.h"
#include "app/settings/words.h"

#include <QWidget>

#include <optional>

class QLabel;
class QTextBrowser;
class QToolButton;
class QTreeWidget;
class QVBoxLayout;

namespace lintel::app::problems {

/// The findings of the current snapshot: choose which severities to see, click to see them on the canvas, read why,
/// see what a fix would do, and fix. Between an edit and its findings the list is greyed and does nothing.
class ProblemsPanel : public QWidget {
    Q_OBJECT

public:
    ProblemsPanel(session::DocumentSession& session, LintService& lint, const settings::Words& words, QWidget* parent = nullptr);

    void retranslate();
    void setDark(bool dark);
    /// Selects the first finding about an element; false when there is none.
    bool showFindingOf(const std::string& id);

Q_SIGNALS:
    /// A finding was chosen: its subjects and its witness path. Empty: none any more.
    void shown(const std::vector<std::string>& ids);
    /// A fix is pointed at; an empty change: none any more.
    void previewed(const model::edit::ChangeSet& change);
    void fixApplied();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void markStale();
    void updateCounts();
    const model::lint::Finding* current() const;
    void showCurrent();
    void explain(const model::lint::Finding* finding);
    void showFixes(const model::lint::Finding* finding);
    void applyFix(const model::lint::Fix& fix);
    QString namesOf(const std::vector<std::string>& ids, const QString& separator) const;

    session::DocumentSession& m_session;
    LintService& m_lint;
    const settings::Words& m_words;
    QToolButton* m_filters[3];
    QLabel* m_state;
    QTreeWidget* m_list;
    QTextBrowser* m_explanation;
    QVBoxLayout* m_fixes;
    std::vector<model::edit::ChangeSet> m_offered;   ///< by the number on each fix button
    std::string m_chosen;                            ///< fingerprint; survives edits
    bool m_isDark = false;
};

}  // namespace lintel::app::problems
