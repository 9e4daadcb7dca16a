#pragma once

#include "app/lint_service/lint_service.h"
#include "app/settings/words.h"

#include <QWidget>

#include <optional>

class QLabel;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;
class QVBoxLayout;

namespace lintel::app::problems {

class FindingExplanation;

/// The findings of the current snapshot: choose which severities to see, click to see them on the canvas, read why,
/// see what a fix would do, and fix; or decide to live with it, and say why. What was decided is struck through, what
/// is only not drawn yet is grey. Between an edit and its findings the list is greyed and does nothing.
class ProblemsPanel : public QWidget {
    Q_OBJECT

public:
    ProblemsPanel(session::DocumentSession& session, LintService& lint, const settings::Words& words,
                  QWidget* parent = nullptr);

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
    void applyChange(const model::edit::ChangeSet& change);
    QTreeWidgetItem* addRow(const model::lint::Finding& finding);
    bool isListed(const model::lint::Finding& finding) const;
    void showDecisionButtons(const model::lint::Finding& finding);
    void showMenu(const QPoint& position);
    void decide(const model::lint::Finding& finding);
    void withdraw(const model::lint::Finding& finding);

    session::DocumentSession& m_session;
    LintService& m_lint;
    const settings::Words& m_words;
    QToolButton* m_filters[3];
    QToolButton* m_decidedFilter;
    QLabel* m_state;
    QTreeWidget* m_list;
    FindingExplanation* m_explanation;
    QVBoxLayout* m_fixes;
    std::vector<model::edit::ChangeSet> m_offered;  ///< by the number on each fix button
    std::string m_chosen;                           ///< fingerprint; survives edits
    bool m_isDark = false;
};

}  // namespace lintel::app::problems
