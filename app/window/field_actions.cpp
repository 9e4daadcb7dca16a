#include "app/window/field_actions.h"

#include "app/canvas/chooser.h"
#include "app/inspector/inspector_panel.h"
#include "app/window/action_set.h"
#include "app/window/panel_docks.h"
#include "app/window/workspace.h"

namespace lintel::app {

FieldActions::FieldActions(WindowContext context, PanelDocks& panels)
    : QObject(&context.window), m_context(context), m_panels(panels), m_chooser(new canvas::Chooser(context.workspace))
{
    m_chooser->setObjectName("fieldBox");
    context.actions.add({"edit-field", "", {QKeySequence(Qt::CTRL | Qt::Key_I)}}, [this] { ask(); });
}

void FieldActions::ask()
{
    m_panels.reveal("inspector");
    inspector::InspectorPanel& inspector = m_panels.inspector();
    inspector.showSelection();
    std::vector<canvas::Chooser::Choice> choices;
    std::vector<QString> names;
    for (const inspector::InspectorPanel::Field& field : inspector.fields()) {
        choices.push_back({{}, field.title, {}, field.words, true});
        names.push_back(field.name);
    }
    m_chooser->openOnTop(
        m_context.words("search.field"), std::move(choices),
        [this, names = std::move(names)](std::size_t index) { m_panels.inspector().editField(names[index]); });
}

void FieldActions::refresh() { m_context.actions.find("edit-field")->setEnabled(!m_context.workspace.isOnStartPage()); }

}  // namespace lintel::app
