#include "app/window/arrange_actions.h"

#include "app/window/action_set.h"
#include "app/window/workspace.h"
#include "model/edit/operations/arrange_selection.h"

namespace lintel::app {

using namespace model;

namespace {

struct AlignAction {
    const char* id;
    edit::Alignment alignment;
    int key;
};

constexpr AlignAction kAlignments[] = {
    {"align-left", edit::Alignment::Left, Qt::Key_Left},     {"align-center", edit::Alignment::Center, Qt::Key_H},
    {"align-right", edit::Alignment::Right, Qt::Key_Right},  {"align-top", edit::Alignment::Top, Qt::Key_Up},
    {"align-middle", edit::Alignment::Middle, Qt::Key_V},    {"align-bottom", edit::Alignment::Bottom, Qt::Key_Down}};

}  // namespace

ArrangeActions::ArrangeActions(WindowContext context) : QObject(&context.window), m_context(context)
{
    ActionSet& actions = m_context.actions;
    Workspace& workspace = m_context.workspace;
    actions.add({"layout", "layout", {QKeySequence(Qt::CTRL | Qt::Key_L)}}, [&workspace] { workspace.current().controller().arrangeAll(); });
    for (const AlignAction& align : kAlignments)
        actions.add({align.id, align.id, {QKeySequence(Qt::CTRL | Qt::ALT | static_cast<Qt::Key>(align.key))}},
                    [&workspace, alignment = align.alignment] {
                        canvas::CanvasController& controller = workspace.current().controller();
                        controller.commit(edit::alignBlocks(controller.document(), controller.selectedBlocks(), alignment));
                    });
    const auto distribute = [&](const char* id, edit::Axis axis, Qt::Key key) {
        actions.add({id, id, {QKeySequence(Qt::CTRL | Qt::ALT | Qt::SHIFT | key)}}, [&workspace, axis] {
            canvas::CanvasController& controller = workspace.current().controller();
            controller.commit(edit::distributeBlocks(controller.document(), controller.selectedBlocks(), axis));
        });
    };
    distribute("distribute-h", edit::Axis::Horizontal, Qt::Key_H);
    distribute("distribute-v", edit::Axis::Vertical, Qt::Key_V);
}

void ArrangeActions::refresh()
{
    const bool isDrawing = !m_context.workspace.isOnStartPage();
    const std::size_t selected = isDrawing ? m_context.workspace.current().controller().selectedBlocks().size() : 0;
    for (const AlignAction& align : kAlignments) m_context.actions.find(align.id)->setEnabled(selected >= 2);
    for (const char* id : {"distribute-h", "distribute-v"}) m_context.actions.find(id)->setEnabled(selected >= 3);
    m_context.actions.find("layout")->setEnabled(isDrawing && !m_context.workspace.current().session().document().blocks.isEmpty());
}

}  // namespace lintel::app
