#include "app/window/compare_actions.h"

#include "app/compare/revision_dialog.h"
#include "app/qt_text.h"
#include "app/window/action_set.h"
#include "app/window/dialogs.h"
#include "app/window/workspace.h"
#include "model/io/reader.h"

#include <QFileDialog>
#include <QFileInfo>

namespace lintel::app {

CompareActions::CompareActions(WindowContext context) : QObject(&context.window), m_context(context)
{
    m_context.actions.add({"compare-file"}, [this] { askForFile(); });
    m_context.actions.add({"compare-revision"}, [this] { askForRevision(); });
}

void CompareActions::askForFile()
{
    const settings::Words& words = m_context.words;
    const QString here = m_context.workspace.current().session().path();
    const QString path =
        QFileDialog::getOpenFileName(&m_context.window, words("compare.file-title"), QFileInfo(here).absolutePath(),
                                     words("dialog.designs") + " (*.lintel.yaml *.yaml *.yml)");
    if (!path.isEmpty()) compareWithFile(path);
}

void CompareActions::compareWithFile(const QString& path)
{
    session::DocumentSession& session = m_context.workspace.current().session();
    auto read = model::io::readFile(fromQString(path), session.catalogue());
    if (!read) return dialogs::tellError(m_context.window, m_context.words, "dialog.cannot-open", read.error());
    open({QFileInfo(path).fileName(), read->document});
}

void CompareActions::askForRevision()
{
    const settings::Words& words = m_context.words;
    const QString path = m_context.workspace.current().session().path();
    if (path.isEmpty())
        return dialogs::tell(m_context.window, words, words("compare.no-file"), words("compare.no-file-why"));
    // Its answers come out of its own processes: it must outlive them, and goes when it was answered.
    auto* history = new compare::GitHistory(path, this);
    history->askRevisions([this, history](std::vector<compare::GitHistory::Revision> revisions) {
        const auto revision = chosenOf(std::move(revisions));
        if (!revision) return history->deleteLater();
        history->askText(revision->id, [this, history, revision](std::optional<std::string> text) {
            history->deleteLater();
            if (!text) return tellNoHistory();
            compareWithText(revision->id + QStringLiteral(" (") + revision->date + ')', std::move(*text));
        });
    });
}

std::optional<compare::GitHistory::Revision> CompareActions::chosenOf(
    std::vector<compare::GitHistory::Revision> revisions)
{
    if (revisions.empty()) {
        tellNoHistory();
        return std::nullopt;
    }
    compare::RevisionDialog dialog(m_context.words, std::move(revisions), &m_context.window);
    if (dialog.exec() != QDialog::Accepted) return std::nullopt;
    return dialog.revision();
}

void CompareActions::tellNoHistory()
{
    const settings::Words& words = m_context.words;
    dialogs::tell(m_context.window, words, words("compare.no-history"), words("compare.no-history-why"));
}

void CompareActions::compareWithText(const QString& name, std::string text)
{
    session::DocumentSession& session = m_context.workspace.current().session();
    auto read = model::io::read(std::move(text), fromQString(name), session.catalogue());
    if (!read) return dialogs::tellError(m_context.window, m_context.words, "dialog.cannot-open", read.error());
    open({name, read->document});
}

void CompareActions::open(compare::CompareWindow::Named before)
{
    DocumentTab& tab = m_context.workspace.current();
    auto* window =
        new compare::CompareWindow(tab.session().catalogue(), m_context.words, tab.canvas().theme(), std::move(before),
                                   {tab.session().displayName(), tab.session().document()}, &m_context.window);
    window->show();
}

}  // namespace lintel::app
