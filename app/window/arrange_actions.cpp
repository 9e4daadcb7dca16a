#include "app/window/arrange_actions.h"

#include "app/canvas/canvas_commands.h"
#include "app/window/action_set.h"
#include "app/window/workspace.h"
#include "model/edit/operations/convert_block.h"

namespace lintel::app {

namespace {

constexpr const char* kForTwo[] = {"align-left", "align-center", "align-right",
                                   "align-top",  "align-middle", "align-bottom"};
constexpr const char* kForThree[] = {"distribute-h", "distribute-v"};

bool hasSymbol(std::string_view id) { return id.starts_with("align-") || id.starts_with("distribute-"); }

}  // namespace

// The canvas knows what can be done on it; here it gets a place in the menus.
ArrangeActions::ArrangeActions(WindowContext context) : QObject(&context.window), m_context(context)
{
    ActionSet& actions = m_context.actions;
    Workspace& workspace = m_context.workspace;
    actions.add({"layout", "layout", {QKeySequence(Qt::CTRL | Qt::Key_L)}},
                [&workspace] { workspace.current().controller().arrangeAll(); });
    for (const auto& command : workspace.current().controller().commands().commands())
        actions.add({command.id, hasSymbol(command.id) ? command.id : "", {command.shortcut}},
                    [&workspace, id = std::string_view(command.id)] {
                        for (const auto& each : workspace.current().controller().commands().commands())
                            if (id == each.id) return each.run();
                    });
}

bool ArrangeActions::hasManagedTwin() const
{
    canvas::CanvasController& controller = m_context.workspace.current().controller();
    return !model::edit::managedTwinsOf(controller.document(), controller.catalogue(),
                                        controller.selectedBlocks().front())
                .empty();
}

void ArrangeActions::refresh()
{
    const bool isDrawing = !m_context.workspace.isOnStartPage();
    const std::size_t selected = isDrawing ? m_context.workspace.current().controller().selectedBlocks().size() : 0;
    for (const char* id : {"add-next", "connect-to", "move-into", "wrap", "unwrap", "shrink", "lock"})
        m_context.actions.find(id)->setEnabled(selected >= 1);
    m_context.actions.find("convert")->setEnabled(selected == 1 && hasManagedTwin());
    for (const char* id : kForTwo) m_context.actions.find(id)->setEnabled(selected >= 2);
    for (const char* id : kForThree) m_context.actions.find(id)->setEnabled(selected >= 3);
    m_context.actions.find("layout")->setEnabled(isDrawing &&
                                                 !m_context.workspace.current().session().document().blocks.isEmpty());
}

}  // namespace lintel::app
