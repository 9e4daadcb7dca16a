#pragma once

#include "app/session/document_session.h"
#include "model/edit/open_conflicts.h"

#include <QFrame>

#include <optional>

class QLabel;
class QPushButton;
class QToolButton;

namespace lintel::app::canvas {

class CanvasController;

/// A card over the canvas while a merge has left something to decide: one conflict at a time, what it is about marked
/// on the canvas, both sides to choose from. Pointing at a side shows the design with it; choosing is one undo step,
/// and undoing brings the conflict back.
class ConflictChooser : public QFrame {
    Q_OBJECT

public:
    ConflictChooser(session::DocumentSession& session, CanvasController& controller, QWidget& canvas);

    void retranslate();
    void setDark(bool dark);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void step(int by);
    void show(const model::edit::MergeConflict& conflict);
    void place();
    void preview(model::edit::Choice choice);
    void choose(model::edit::Choice choice);
    QString subjectOf(const model::edit::MergeConflict& conflict) const;
    QString fieldOf(const model::edit::MergeConflict& conflict) const;
    QString valueOf(const model::edit::MergeConflict& conflict, model::edit::Choice choice) const;
    QString text(const char* id, std::vector<model::MessageArgument> arguments = {}) const;

    session::DocumentSession& m_session;
    CanvasController& m_controller;
    std::vector<model::edit::MergeConflict> m_conflicts;
    std::size_t m_at = 0;
    std::optional<model::edit::MergeConflict> m_shown;  ///< whose subject is marked on the canvas
    QLabel* m_title;
    QLabel* m_reason;
    QLabel* m_refusal;
    QToolButton* m_previous;
    QToolButton* m_next;
    QPushButton* m_ours;
    QPushButton* m_theirs;
};

}  // namespace lintel::app::canvas
