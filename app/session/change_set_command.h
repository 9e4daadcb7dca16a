#pragma once

#include "model/edit/change_set.h"

#include <QUndoCommand>

namespace lintel::app::session {

class DocumentSession;

/// The one undo command: a change set and its inverse.
class ChangeSetCommand : public QUndoCommand {
public:
    ChangeSetCommand(DocumentSession& session, model::edit::ChangeSet change, const QString& caption);

    const model::Message& caption() const { return m_change.caption; }
    void redo() override;
    void undo() override;

private:
    DocumentSession& m_session;
    model::edit::ChangeSet m_change;
};

}  // namespace lintel::app::session
