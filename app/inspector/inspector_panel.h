#pragma once

#include "app/lint_service/lint_service.h"
#include "app/session/document_session.h"
#include "app/settings/words.h"

#include <QScrollArea>

#include <functional>

namespace lintel::app::inspector {

class FindingStrip;

/// What is selected, made from the catalogue: one block, several at once, a connection, or the design as a whole.
/// Each finished field is one undo step.
class InspectorPanel : public QScrollArea {
    Q_OBJECT

public:
    InspectorPanel(session::DocumentSession& session, LintService& lint, const settings::Words& words,
                   QWidget* parent = nullptr);

    void rebuild();
    void setDark(bool dark);
    /// What follows from the design about a block, in words; empty = nothing. Asked again at every showDerived().
    void setDerived(std::function<QString(const model::BlockId&)> derived);
    void showDerived();

Q_SIGNALS:
    /// A finding beside the fields was clicked: the element it is about.
    void findingClicked(const std::string& id);

private:
    void apply(const model::edit::ChangeSet& change);
    void scheduleRebuild();
    void showFindings();

    session::DocumentSession& m_session;
    LintService& m_lint;
    const settings::Words& m_words;
    FindingStrip* m_findings = nullptr;
    std::function<QString(const model::BlockId&)> m_derived;
    bool m_isDark = false;
    bool m_isScheduled = false;
    bool m_isEditing = false;
    std::set<std::string> m_shown;  ///< the selection the page was made for
};

}  // namespace lintel::app::inspector
