#include "app/window/file_actions.h"

#include "app/qt_text.h"
#include "app/window/action_set.h"
#include "app/window/dialogs.h"
#include "app/window/workspace.h"
#include "model/embedded/embedded.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>

namespace lintel::app {

using namespace model;

FileActions::FileActions(WindowContext context) : QObject(&context.window), m_context(context)
{
    addActions();
    connect(&m_context.workspace, &Workspace::closeRequested, this, [this](DocumentTab* tab) { close(*tab); });
}

void FileActions::addActions()
{
    ActionSet& actions = m_context.actions;
    Workspace& workspace = m_context.workspace;
    actions.add({"new", "new", {QKeySequence::New}}, [this] { startEmpty(); });
    actions.add({"open", "open", {QKeySequence::Open}}, [this] { askWhatToOpen(); });
    actions.add({"start-page"}, [&workspace] { workspace.showStartPage(); });
    actions.add({"save", "save", {QKeySequence::Save}}, [this, &workspace] { save(workspace.current()); });
    actions.add({"save-as", "", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)}},
                [this, &workspace] { askWhereToSave(workspace.current()); });
    actions.add({"close", "", {QKeySequence(Qt::CTRL | Qt::Key_W)}},
                [this, &workspace] { close(workspace.current()); });
    actions.add({"quit", "", {QKeySequence(Qt::CTRL | Qt::Key_Q)}}, [this] { m_context.window.close(); });
}

void FileActions::startEmpty()
{
    m_context.workspace.tabForNewDesign();
    m_context.workspace.showCanvas();
}

void FileActions::startFromTemplate(const std::string& name)
{
    for (const embedded::Template& design : embedded::templates()) {
        if (design.name != name) continue;
        DocumentTab& tab = m_context.workspace.tabForNewDesign();
        const auto started = tab.session().startFrom(design.text, toQString(name) + ".lintel.yaml");
        if (!started)
            return dialogs::tellError(m_context.window, m_context.words, "dialog.cannot-open", started.error());
        m_context.workspace.showCanvas();
        tab.showFirst();
    }
}

bool FileActions::open(const QString& path)
{
    Workspace& workspace = m_context.workspace;
    if (DocumentTab* tab = workspace.tabOf(path)) {
        workspace.show(*tab);
        return true;
    }
    DocumentTab& before = workspace.current();
    const bool wasOnStartPage = workspace.isOnStartPage();
    DocumentTab& tab = workspace.tabForNewDesign();
    const auto opened = tab.session().open(QFileInfo(path).absoluteFilePath());
    if (!opened) {
        if (&tab != &before) {
            workspace.remove(tab);
            workspace.show(before);
        }
        if (wasOnStartPage) workspace.showStartPage();
        if (!QFileInfo::exists(path)) m_context.settings.removeRecentFile(path);
        workspace.startPage().setRecentFiles(m_context.settings.recentFiles());
        dialogs::tellError(m_context.window, m_context.words, "dialog.cannot-open", opened.error());
        return false;
    }
    m_context.settings.addRecentFile(path);
    workspace.startPage().setRecentFiles(m_context.settings.recentFiles());
    workspace.showCanvas();
    tab.showFirst();
    return true;
}

QString FileActions::folderOf(DocumentTab& tab) const
{
    if (!tab.session().path().isEmpty()) return QFileInfo(tab.session().path()).absolutePath();
    const QStringList recent = m_context.settings.recentFiles();
    return recent.isEmpty() ? QDir::homePath() : QFileInfo(recent.front()).absolutePath();
}

void FileActions::askWhatToOpen()
{
    const settings::Words& words = m_context.words;
    const QStringList paths = QFileDialog::getOpenFileNames(&m_context.window, words("dialog.open-title"),
                                                            folderOf(m_context.workspace.current()),
                                                            words("dialog.designs") + " (*.lintel.yaml *.yaml *.yml)");
    for (const QString& path : paths) open(path);
}

bool FileActions::save(DocumentTab& tab)
{
    session::DocumentSession& session = tab.session();
    if (session.path().isEmpty()) return askWhereToSave(tab);
    // Saved over only with what the other program wrote in it, or knowingly.
    if (session.isOtherOnDisk() && !session.mergeFromDisk()) {
        const settings::Words& words = m_context.words;
        const bool overwrites = dialogs::ask(
            m_context.window, words, words("dialog.changed-on-disk", {{"name", fromQString(session.displayName())}}),
            words("dialog.changed-on-disk-why"), "dialog.overwrite", "dialog.cancel");
        if (!overwrites) return false;
    }
    return saveTo(tab, session.path());
}

bool FileActions::saveTo(DocumentTab& tab, const QString& path)
{
    const auto saved = tab.session().saveAs(path);
    if (!saved)
        dialogs::tellError(m_context.window, m_context.words, "dialog.cannot-save", saved.error());
    else
        m_context.settings.addRecentFile(path);
    m_context.workspace.startPage().setRecentFiles(m_context.settings.recentFiles());
    return saved.hasValue();
}

bool FileActions::askWhereToSave(DocumentTab& tab)
{
    const settings::Words& words = m_context.words;
    QString name = QFileInfo(tab.session().displayName()).fileName();
    if (!name.endsWith(".yaml")) name += ".lintel.yaml";
    QString path =
        QFileDialog::getSaveFileName(&m_context.window, words("dialog.save-title"), folderOf(tab) + '/' + name,
                                     words("dialog.designs") + " (*.lintel.yaml)");
    if (path.isEmpty()) return false;
    if (!path.endsWith(".yaml") && !path.endsWith(".yml")) path += ".lintel.yaml";
    return saveTo(tab, path);
}

bool FileActions::mayClose(DocumentTab& tab)
{
    if (!tab.session().isModified()) return true;
    if (m_context.workspace.isOnStartPage() || &tab != &m_context.workspace.current()) m_context.workspace.show(tab);
    switch (dialogs::askToSave(m_context.window, m_context.words, tab.session().displayName())) {
        case dialogs::SaveAnswer::Save: return save(tab);
        case dialogs::SaveAnswer::Discard: return true;
        case dialogs::SaveAnswer::Cancel: break;
    }
    return false;
}

bool FileActions::mayCloseAll()
{
    for (DocumentTab* tab : m_context.workspace.tabs())
        if (!mayClose(*tab)) return false;
    for (DocumentTab* tab : m_context.workspace.tabs()) tab->recovery().discard();
    return true;
}

void FileActions::close(DocumentTab& tab)
{
    if (mayClose(tab)) m_context.workspace.remove(tab);
}

void FileActions::offerLostWork()
{
    const auto lost = m_context.workspace.recoveryFolder().lostDesigns();
    if (lost.empty()) return;
    const settings::Words& words = m_context.words;
    const bool wanted =
        dialogs::ask(m_context.window, words, words("dialog.lost-work", {{"count", std::to_string(lost.size())}}),
                     words("dialog.lost-work-why"), "dialog.restore", "dialog.throw-away");
    for (const session::LostDesign& design : lost) {
        if (!wanted) {
            QFile::remove(design.recoveryFile);
            continue;
        }
        // What was brought back from disk takes the newer work into its own tab.
        DocumentTab* open = design.path.isEmpty() ? nullptr : m_context.workspace.tabOf(design.path);
        if (open) m_context.workspace.show(*open);
        DocumentTab& tab = open ? *open : m_context.workspace.tabForNewDesign();
        const auto recovered = tab.session().recover(design.text, design.path, words("recovered"));
        if (!recovered) {
            dialogs::tellError(m_context.window, words, "dialog.cannot-open", recovered.error());
            continue;
        }
        tab.recovery().flush();
        QFile::remove(design.recoveryFile);
        m_context.workspace.showCanvas();
        tab.showFirst();
    }
}

void FileActions::fillRecentMenu(QMenu& menu)
{
    menu.clear();
    const QStringList paths = m_context.settings.recentFiles();
    for (const QString& path : paths) {
        QString shown = QDir::toNativeSeparators(path);
        if (shown.startsWith(QDir::homePath())) shown.replace(0, QDir::homePath().size(), "~");
        menu.addAction(shown.replace('&', "&&"), this, [this, path] { open(path); });
    }
    if (paths.isEmpty()) {
        menu.addAction(m_context.words("menu.no-recent"))->setEnabled(false);
        return;
    }
    menu.addSeparator();
    menu.addAction(m_context.words("menu.clear-recent"), this, [this] {
        m_context.settings.clearRecentFiles();
        m_context.workspace.startPage().setRecentFiles({});
    });
}

}  // namespace lintel::app
