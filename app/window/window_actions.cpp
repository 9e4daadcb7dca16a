#include "app/qt_text.h"
#include "app/settings/appearance.h"
#include "app/window/main_window.h"
#include "model/edit/operations/add_block.h"
#include "model/edit/operations/arrange_selection.h"
#include "model/edit/operations/grow_containers.h"
#include "model/edit/operations/remove_elements.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

namespace lintel::app {

using namespace model;

namespace {
constexpr Point kCopyOffset{24, 24};
}

QAction* MainWindow::addAction(QMenu* menu, const QString& text, const char* icon, const QKeySequence& shortcut, std::function<void()> run)
{
    QAction* action = menu->addAction(text, this, std::move(run));
    action->setShortcut(shortcut);
    if (*icon) action->setIcon(settings::symbolIcon(icon, m_settings.isDark()));
    return action;
}

// Made anew for each language and theme: simpler than remembering every text, and rare.
void MainWindow::buildActions()
{
    menuBar()->clear();
    delete m_toolBar;
    m_toolBar = addToolBar(tr("Tools"));
    m_toolBar->setObjectName("toolBar");
    m_toolBar->setMovable(false);
    m_toolBar->setIconSize(QSize(20, 20));

    QMenu* file = menuBar()->addMenu(tr("&File"));
    m_toolBar->addAction(addAction(file, tr("New"), "new", QKeySequence::New, [this] { startEmpty(); }));
    addAction(file, tr("Start page"), "", {}, [this] { if (maySwitch()) { m_session.startEmpty(); showStartPage(); } });
    m_toolBar->addAction(addAction(file, tr("Open…"), "open", QKeySequence::Open, [this] { openDialog(); }));
    QMenu* recent = file->addMenu(tr("Open recent"));
    for (const QString& path : m_settings.recentFiles()) recent->addAction(path, this, [this, path] { openFile(path); });
    m_toolBar->addAction(addAction(file, tr("Save"), "save", QKeySequence::Save, [this] { save(); }));
    addAction(file, tr("Save as…"), "", QKeySequence::SaveAs, [this] { saveAs(); });
    file->addSeparator();
    addAction(file, tr("Quit"), "", QKeySequence::Quit, [this] { close(); });
    m_toolBar->addSeparator();
    buildEditMenu();
    buildArrangeMenu();
    buildViewMenu();
}

void MainWindow::buildEditMenu()
{
    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    const bool dark = m_settings.isDark();
    QAction* undo = m_session.undoStack().createUndoAction(edit, tr("Undo"));
    undo->setShortcut(QKeySequence::Undo);
    undo->setIcon(settings::symbolIcon("undo", dark));
    QAction* redo = m_session.undoStack().createRedoAction(edit, tr("Redo"));
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
    redo->setIcon(settings::symbolIcon("redo", dark));
    edit->addActions({undo, redo});
    m_toolBar->addActions({undo, redo});
    m_toolBar->addSeparator();
    edit->addSeparator();
    addAction(edit, tr("Cut"), "", QKeySequence::Cut, [this] { copySelection(); deleteSelection(); });
    addAction(edit, tr("Copy"), "copy", QKeySequence::Copy, [this] { copySelection(); });
    addAction(edit, tr("Paste"), "paste", QKeySequence::Paste, [this] { paste(); });
    m_toolBar->addAction(addAction(edit, tr("Duplicate"), "duplicate", Qt::CTRL | Qt::Key_D, [this] {
        applyResult(edit::duplicateBlocks(m_controller->document(), m_session.catalogue(), m_controller->selectedBlocks(), kCopyOffset));
    }));
    m_toolBar->addAction(addAction(edit, tr("Delete"), "delete", QKeySequence::Delete, [this] { deleteSelection(); }));
    addAction(edit, tr("Select all"), "", QKeySequence::SelectAll, [this] { selectAll(); });
    addAction(edit, tr("Search blocks"), "search", Qt::CTRL | Qt::Key_F, [this] {
        m_paletteDock->show();
        m_palette->focusSearch();
    });
    // Text fields keep these keys to themselves; elsewhere they belong to the canvas.
    for (QAction* action : edit->actions())
        if (action->shortcut() == QKeySequence(QKeySequence::Delete)) action->setShortcutContext(Qt::WindowShortcut);
}

void MainWindow::buildArrangeMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Arrange"));
    m_toolBar->addSeparator();
    m_toolBar->addAction(addAction(menu, tr("Auto layout"), "layout", Qt::CTRL | Qt::Key_L, [this] { m_controller->arrangeAll(); }));
    menu->addSeparator();
    const auto align = [&](const QString& text, const char* icon, edit::Alignment alignment) {
        addAction(menu, text, icon, {}, [this, alignment] {
            m_controller->commit(edit::alignBlocks(m_controller->document(), m_controller->selectedBlocks(), alignment));
        });
    };
    align(tr("Align left"), "align-left", edit::Alignment::Left);
    align(tr("Align centre"), "align-center", edit::Alignment::Center);
    align(tr("Align right"), "align-right", edit::Alignment::Right);
    align(tr("Align top"), "align-top", edit::Alignment::Top);
    align(tr("Align middle"), "align-middle", edit::Alignment::Middle);
    align(tr("Align bottom"), "align-bottom", edit::Alignment::Bottom);
    menu->addSeparator();
    const auto distribute = [&](const QString& text, const char* icon, edit::Axis axis) {
        addAction(menu, text, icon, {}, [this, axis] {
            m_controller->commit(edit::distributeBlocks(m_controller->document(), m_controller->selectedBlocks(), axis));
        });
    };
    distribute(tr("Distribute horizontally"), "distribute-h", edit::Axis::Horizontal);
    distribute(tr("Distribute vertically"), "distribute-v", edit::Axis::Vertical);
}

void MainWindow::buildViewMenu()
{
    QMenu* view = menuBar()->addMenu(tr("&View"));
    m_toolBar->addSeparator();
    m_toolBar->addAction(addAction(view, tr("Zoom in"), "zoom-in", QKeySequence::ZoomIn, [this] { m_canvas->zoomIn(); }));
    m_toolBar->addAction(addAction(view, tr("Zoom out"), "zoom-out", QKeySequence::ZoomOut, [this] { m_canvas->zoomOut(); }));
    m_toolBar->addAction(addAction(view, tr("Fit"), "zoom-fit", Qt::CTRL | Qt::Key_0, [this] { m_canvas->zoomToFit(); }));
    addAction(view, tr("Actual size"), "", Qt::CTRL | Qt::Key_1, [this] { m_canvas->zoomToActualSize(); });
    view->addSeparator();
    for (QDockWidget* dock : {m_paletteDock, m_inspectorDock, m_problemsDock}) view->addAction(dock->toggleViewAction());
    view->addSeparator();
    const bool dark = m_settings.isDark();
    m_toolBar->addAction(addAction(view, dark ? tr("Light theme") : tr("Dark theme"), dark ? "light" : "dark", {}, [this, dark] {
        QMetaObject::invokeMethod(this, [this, dark] { setDark(!dark); }, Qt::QueuedConnection);
    }));
    const auto other = m_session.language() == text::Language::Korean ? text::Language::English : text::Language::Korean;
    // Each language is called by its own name, so that those who need it can read it.
    const QString name = other == text::Language::Korean ? QStringLiteral("한국어") : QStringLiteral("English");
    m_toolBar->addAction(addAction(view, name, "language", {}, [this, other] {
        QMetaObject::invokeMethod(this, [this, other] { setLanguage(other); }, Qt::QueuedConnection);
    }));
}

void MainWindow::applyResult(const Result<edit::ChangeSet>& change)
{
    if (!change) return m_controller->explain(&change.error(), m_canvas->rect().center());
    m_controller->commit(edit::growContainers(m_controller->document(), m_session.catalogue(), *change));
    std::set<std::string> added;
    for (const auto& block : change->blocks)
        if (!block.before) added.insert(block.after->id.text());
    if (!added.empty()) m_session.select(added);
}

void MainWindow::addChosen(const rendering::canvas::DraggedKind& dragged)
{
    const Document& document = m_controller->document();
    // The selected container, or the nearest one around the selection that may hold it.
    const auto selected = m_controller->selectedBlocks();
    BlockId parent = selected.size() == 1 ? selected.front() : BlockId();
    while (const Block* block = document.blocks.find(parent)) {
        if (m_session.catalogue().mayHold(block->kind, dragged.kind)) break;
        parent = block->parent;
    }
    applyResult(edit::addBlock(document, m_session.catalogue(), {dragged.kind, dragged.preset, {}, parent, {}}));
    m_canvas->setFocus();
}

void MainWindow::deleteSelection()
{
    m_controller->commit(edit::removeElements(m_controller->document(), m_session.selection()));
}

void MainWindow::copySelection() { m_clipboard = edit::copyElements(m_controller->document(), m_controller->selectedBlocks()); }

void MainWindow::paste()
{
    if (m_clipboard.isEmpty()) return;
    const auto selected = m_controller->selectedBlocks();
    const bool intoSelected = selected.size() == 1 && selected != m_clipboard.roots;
    const Block* original = m_controller->document().blocks.find(m_clipboard.roots.front());
    const BlockId parent = intoSelected ? selected.front() : original ? original->parent : BlockId();
    applyResult(edit::pasteElements(m_controller->document(), m_session.catalogue(), m_clipboard, parent, kCopyOffset));
}

void MainWindow::selectAll()
{
    std::set<std::string> ids;
    for (const Block& block : m_session.document().blocks) ids.insert(block.id.text());
    for (const Connection& connection : m_session.document().connections) ids.insert(connection.id.text());
    m_session.select(ids);
}

void MainWindow::contextMenu(const QPoint& position)
{
    const rendering::Element* element = m_canvas->picture().elementAt(m_canvas->toScene(position));
    const std::string id = element ? element->id : std::string();
    if (!id.empty() && !m_session.selection().contains(id)) m_session.select({id});
    QMenu menu(this);
    if (m_lint.isUpToDate() && !id.empty())
        for (const lint::Finding& finding : m_lint.findings()) {
            const auto& subjects = finding.subjects;
            if (finding.waived || std::find(subjects.begin(), subjects.end(), id) == subjects.end()) continue;
            for (const lint::Fix& fix : finding.fixes)
                menu.addAction(settings::symbolIcon("fix", m_settings.isDark()), m_session.textOf(fix.caption()), this,
                               [this, fix] { m_problems->applyFix(fix); });
        }
    if (!menu.isEmpty()) menu.addSeparator();
    if (!id.empty()) {
        menu.addAction(tr("Rename"), this, [this, id] { m_controller->editName(id); });
        menu.addAction(tr("Copy"), this, [this] { copySelection(); });
        menu.addAction(tr("Delete"), this, [this] { deleteSelection(); });
    }
    menu.addAction(tr("Paste"), this, [this] { paste(); })->setEnabled(!m_clipboard.isEmpty());
    menu.exec(m_canvas->mapToGlobal(position));
}

}  // namespace lintel::app
