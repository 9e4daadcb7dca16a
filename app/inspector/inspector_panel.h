#pragma once

#include "app/lint_service/lint_service.h"
#include "app/session/document_session.h"
#include "app/settings/words.h"

#include <QMap>
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

    /// A field that is shown: what it is called, what else one may type to find it.
    struct Field {
        QString name;  ///< of the widget
        QString title;
        QString words;  ///< lower case
    };

    void rebuild();
    /// At once instead of once the event is over.
    void showSelection();
    /// In the order in which they stand.
    std::vector<Field> fields() const;
    /// Gives a field the focus and brings it into sight.
    void editField(const QString& name);
    void setDark(bool dark);
    using Derived = std::function<QString(const model::BlockId&)>;
    /// What follows from the design about a block, in words; empty = nothing. `label` names the line that shows it:
    /// `derivedCost`, `derivedNetwork`. Asked again at every showDerived().
    void setDerived(const QString& label, Derived derived);
    void showDerived();

Q_SIGNALS:
    /// A finding beside the fields was clicked: the element it is about.
    void findingClicked(const std::string& id);
    /// Escape: whoever came by keyboard goes back to the canvas.
    void left();

private:
    void apply(const model::edit::ChangeSet& change);
    void scheduleRebuild();
    void showFindings();
    void showFieldFindings();
    void addFieldFinding(const QString& key, const model::lint::Finding& finding, const std::string& element);

    session::DocumentSession& m_session;
    LintService& m_lint;
    const settings::Words& m_words;
    FindingStrip* m_findings = nullptr;
    QMap<QString, Derived> m_derived;  ///< by label
    bool m_isDark = false;
    bool m_isScheduled = false;
    bool m_isEditing = false;
    std::set<std::string> m_shown;  ///< the selection the page was made for
};

}  // namespace lintel::app::inspector
