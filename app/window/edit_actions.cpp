#include "app/window/edit_actions.h"

#include "app/canvas/layers.h"
#include "app/qt_text.h"
#include "app/window/action_set.h"
#include "app/window/workspace.h"
#include "model/edit/operations/add_block.h"
#include "model/edit/operations/grow_containers.h"
#include "model/edit/operations/remove_elements.h"

namespace lintel::app {

using namespace model;

namespace {
constexpr Point kCopyOffset{24, 24};
}

EditActions::EditActions(WindowContext context) : QObject(&context.window), m_context(context) { addActions(); }

void EditActions::addActions()
{
    ActionSet& actions = m_context.actions;
    Workspace& workspace = m_context.workspace;
    actions.add({"undo", "undo", {QKeySequence(Qt::CTRL | Qt::Key_Z)}},
                [&workspace] { workspace.current().session().undoStack().undo(); });
    actions.add({"redo", "redo", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)}},
                [&workspace] { workspace.current().session().undoStack().redo(); });
    actions.add({"cut", "", {QKeySequence::Cut}}, [this] {
        copy();
        removeSelected("edit.cut");
    });
    actions.add({"copy", "copy", {QKeySequence::Copy}}, [this] { copy(); });
    actions.add({"paste", "paste", {QKeySequence::Paste}}, [this] { paste(); });
    actions.add({"duplicate", "duplicate", {QKeySequence(Qt::CTRL | Qt::Key_D)}}, [this] { duplicate(); });
    actions.add({"delete", "delete", {QKeySequence(Qt::Key_Delete)}}, [this] { removeSelected(nullptr); });
    actions.add({"rename", "", {QKeySequence(Qt::Key_F2)}}, [&workspace] {
        const auto& selection = workspace.current().session().selection();
        if (selection.size() == 1) workspace.current().controller().editName(*selection.begin());
    });
    actions.add({"select-all", "select", {QKeySequence::SelectAll}}, [this] { selectAll(); });
}

void EditActions::refresh()
{
    session::DocumentSession& session = m_context.workspace.current().session();
    const bool isDrawing = !m_context.workspace.isOnStartPage();
    const bool hasSelection = isDrawing && !session.selection().empty();
    const auto name = [&](const char* id, const QString& step) {
        QAction* action = m_context.actions.find(id);
        action->setEnabled(isDrawing && !step.isEmpty());
        const std::string plain = std::string("action.") + id;
        const QString text =
            step.isEmpty() ? m_context.words(plain) : m_context.words(plain + "-step", {{"step", fromQString(step)}});
        action->setText(text);
        action->setToolTip(
            QStringLiteral("%1  (%2)").arg(plainText(*action), action->shortcut().toString(QKeySequence::NativeText)));
    };
    name("undo", session.undoText());
    name("redo", session.redoText());
    for (const char* id : {"cut", "copy", "duplicate", "delete"}) m_context.actions.find(id)->setEnabled(hasSelection);
    m_context.actions.find("rename")->setEnabled(isDrawing && session.selection().size() == 1);
    m_context.actions.find("paste")->setEnabled(isDrawing && canPaste());
    m_context.actions.find("select-all")->setEnabled(isDrawing && !session.document().blocks.isEmpty());
}

void EditActions::apply(const Result<edit::ChangeSet>& change)
{
    DocumentTab& tab = m_context.workspace.current();
    canvas::CanvasController& controller = tab.controller();
    if (!change) return controller.explain(&change.error(), tab.canvas().rect().center());
    controller.commit(edit::growContainers(controller.document(), controller.catalogue(), *change));
    std::set<std::string> added;
    for (const auto& block : change->blocks)
        if (!block.before) added.insert(block.after->id.text());
    if (!added.empty()) tab.session().select(added);
}

void EditActions::insert(const rendering::canvas::DraggedKind& dragged)
{
    DocumentTab& tab = m_context.workspace.current();
    const Document& document = tab.controller().document();
    const catalogue::Catalogue& catalogue = tab.session().catalogue();
    const auto selected = tab.controller().selectedBlocks();
    BlockId parent = selected.size() == 1 ? selected.front() : BlockId();
    while (const Block* block = document.blocks.find(parent)) {
        if (catalogue.mayHold(block->kind, dragged.kind)) break;
        parent = block->parent;
    }
    const auto change = edit::addBlock(document, catalogue, {dragged.kind, dragged.preset, {}, parent, {}});
    apply(change);
    // What comes along with it (a route table, say) is not what was asked for.
    if (change) tab.session().select({edit::addedBlock(*change, dragged.kind).text()});
    tab.canvas().setFocus();
}

void EditActions::removeSelected(const char* captionId)
{
    DocumentTab& tab = m_context.workspace.current();
    edit::ChangeSet change = edit::removeElements(tab.controller().document(), tab.session().selection());
    if (captionId && !change.isEmpty())
        change.caption = Message(captionId, {{"count", std::to_string(m_clipboard.roots.size())}});
    tab.controller().commit(change);
}

void EditActions::copy()
{
    canvas::CanvasController& controller = m_context.workspace.current().controller();
    auto copied = edit::copyElements(controller.document(), controller.selectedBlocks());
    if (!copied.isEmpty()) m_clipboard = std::move(copied);
    refresh();
}

void EditActions::paste()
{
    if (m_clipboard.isEmpty()) return;
    DocumentTab& tab = m_context.workspace.current();
    const auto selected = tab.controller().selectedBlocks();
    const bool intoSelected = selected.size() == 1 && selected != m_clipboard.roots;
    const Block* original = tab.controller().document().blocks.find(m_clipboard.roots.front());
    const BlockId parent = intoSelected ? selected.front() : original ? original->parent : BlockId();
    apply(
        edit::pasteElements(tab.controller().document(), tab.session().catalogue(), m_clipboard, parent, kCopyOffset));
}

void EditActions::duplicate()
{
    canvas::CanvasController& controller = m_context.workspace.current().controller();
    apply(
        edit::duplicateBlocks(controller.document(), controller.catalogue(), controller.selectedBlocks(), kCopyOffset));
}

void EditActions::selectAll()
{
    DocumentTab& tab = m_context.workspace.current();
    const Document& document = tab.session().document();
    std::set<std::string> ids;
    for (const Block& block : document.blocks) ids.insert(block.id.text());
    for (const Connection& connection : document.connections) ids.insert(connection.id.text());
    // Nobody means what they have switched off.
    for (const std::string& id : canvas::hiddenBy(tab.controller().layers(), document)) ids.erase(id);
    tab.session().select(ids);
}

}  // namespace lintel::app
