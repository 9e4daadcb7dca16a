#include "app/session/change_set_command.h"

#include "app/session/document_session.h"

namespace lintel::app::session {

ChangeSetCommand::ChangeSetCommand(DocumentSession& session, model::edit::ChangeSet change, const QString& caption)
    : QUndoCommand(caption), m_session(session), m_change(std::move(change))
{
}

void ChangeSetCommand::redo() { m_session.replaceBy(m_change); }
void ChangeSetCommand::undo() { m_session.replaceBy(model::edit::inverse(m_change)); }

}  // namespace lintel::app::session
