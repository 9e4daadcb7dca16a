#include "app/window/layer_actions.h"

#include "app/window/action_set.h"
#include "app/window/workspace.h"

#include <QActionGroup>

namespace lintel::app {

using canvas::Layers;

namespace {

struct Entry {
    const char* id;
    Layers::Focus focus;
};
constexpr Entry kEntries[] = {{"layer-all", Layers::Focus::Everything},
                              {"layer-network", Layers::Focus::Network},
                              {"layer-security", Layers::Focus::Security}};

}  // namespace

LayerActions::LayerActions(WindowContext context) : QObject(&context.window), m_context(context)
{
    auto* group = new QActionGroup(this);
    for (const Entry& entry : kEntries) {
        QAction* action = context.actions.add({entry.id}, [this, focus = entry.focus] { show({focus, {}}); });
        action->setCheckable(true);
        group->addAction(action);
    }
    context.actions.add({"hide-kind"}, [this] { hideSelectedKinds(); });
}

void LayerActions::show(const Layers& layers)
{
    DocumentTab& tab = m_context.workspace.current();
    tab.controller().setLayers(layers);
    refresh();
    if (layers.isEverything()) return tab.tell({});
    const bool isFocus = layers.focus != Layers::Focus::Everything;
    const char* text = !isFocus                                 ? "notice.kinds-hidden"
                       : layers.focus == Layers::Focus::Network ? "notice.network-only"
                                                                : "notice.security-only";
    tab.tell({text, {}, {{"notice.show-everything", [this] { show({}); }}}});
}

void LayerActions::hideSelectedKinds()
{
    DocumentTab& tab = m_context.workspace.current();
    Layers layers = tab.controller().layers();
    for (const model::BlockId& id : tab.controller().selectedBlocks())
        layers.hiddenKinds.insert(tab.controller().document().blocks.find(id)->kind);
    tab.session().select({});
    show(layers);
}

/// Whoever selects something that is switched off, in the outline or by a search, wants to see it.
void LayerActions::showSelected()
{
    DocumentTab& tab = m_context.workspace.current();
    Layers layers = tab.controller().layers();
    if (layers.hiddenKinds.empty()) return;
    const model::Document& document = tab.controller().document();
    for (const model::BlockId& id : tab.controller().selectedBlocks())
        for (const model::Block* at = document.blocks.find(id); at; at = document.blocks.find(at->parent))
            layers.hiddenKinds.erase(at->kind);
    if (layers != tab.controller().layers()) show(layers);
}

void LayerActions::refresh()
{
    DocumentTab& tab = m_context.workspace.current();
    const bool isDrawing = !m_context.workspace.isOnStartPage();
    showSelected();
    for (const Entry& entry : kEntries) {
        QAction* action = m_context.actions.find(entry.id);
        action->setEnabled(isDrawing);
        if (tab.controller().layers().focus == entry.focus) action->setChecked(true);
    }
    m_context.actions.find("hide-kind")->setEnabled(isDrawing && !tab.controller().selectedBlocks().empty());
}

}  // namespace lintel::app
