#include "app/window/view_actions.h"

#include "app/settings/appearance.h"
#include "app/window/action_set.h"
#include "app/window/workspace.h"

#include <QActionGroup>

namespace lintel::app {

using model::text::Language;

ViewActions::ViewActions(WindowContext context, Look look)
    : QObject(&context.window), m_context(context), m_look(std::move(look))
{
    addZoomActions();
    addLookActions();
    Workspace& workspace = m_context.workspace;
    m_context.actions.add(
        {"next-tab", "", {QKeySequence(Qt::CTRL | Qt::Key_Tab), QKeySequence(Qt::CTRL | Qt::Key_PageDown)}},
        [&workspace] { workspace.step(1); });
    m_context.actions.add({"previous-tab",
                           "",
                           {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab), QKeySequence(Qt::CTRL | Qt::Key_PageUp)}},
                          [&workspace] { workspace.step(-1); });
}

void ViewActions::addZoomActions()
{
    ActionSet& actions = m_context.actions;
    Workspace& workspace = m_context.workspace;
    // Both the key with and the one without Shift, and that of the number pad.
    actions.add({"zoom-in", "zoom-in", {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)}},
                [&workspace] { workspace.current().canvas().zoomIn(); });
    actions.add({"zoom-out", "zoom-out", {QKeySequence(Qt::CTRL | Qt::Key_Minus)}},
                [&workspace] { workspace.current().canvas().zoomOut(); });
    actions.add({"zoom-fit", "zoom-fit", {QKeySequence(Qt::CTRL | Qt::Key_0)}},
                [&workspace] { workspace.current().canvas().zoomToFit(); });
    actions.add({"zoom-actual", "", {QKeySequence(Qt::CTRL | Qt::Key_1)}},
                [&workspace] { workspace.current().canvas().zoomToActualSize(); });
    actions.add({"zoom-selection", "", {QKeySequence(Qt::CTRL | Qt::Key_2)}}, [this] { zoomToSelection(); });
}

void ViewActions::addLookActions()
{
    ActionSet& actions = m_context.actions;
    // Queued: the menu that was clicked takes on the new language only once it has closed.
    const auto later = [this](std::function<void()> run) {
        QMetaObject::invokeMethod(this, std::move(run), Qt::QueuedConnection);
    };
    auto* languages = new QActionGroup(this);
    const auto addLanguage = [&](const char* id, Language language) {
        QAction* action =
            actions.add({id}, [this, later, language] { later([this, language] { m_look.setLanguage(language); }); });
        action->setCheckable(true);
        languages->addAction(action);
    };
    addLanguage("language-en", Language::English);
    addLanguage("language-ko", Language::Korean);
    auto* themes = new QActionGroup(this);
    const auto addTheme = [&](const char* id, bool dark) {
        QAction* action = actions.add({id, dark ? "dark" : "light"},
                                      [this, later, dark] { later([this, dark] { m_look.setDark(dark); }); });
        action->setCheckable(true);
        themes->addAction(action);
    };
    addTheme("theme-light", false);
    addTheme("theme-dark", true);
    actions.add({"toggle-theme", "dark"},
                [this, later] { later([this] { m_look.setDark(!m_context.settings.isDark()); }); });
    actions.add({"toggle-language", "language"}, [this, later] {
        later([this] {
            m_look.setLanguage(m_context.words.language() == Language::Korean ? Language::English : Language::Korean);
        });
    });
}

void ViewActions::zoomToSelection()
{
    DocumentTab& tab = m_context.workspace.current();
    QRectF area;
    for (const std::string& id : tab.session().selection())
        if (const rendering::Element* element = tab.canvas().picture().find(id)) area = area.united(element->bounds);
    if (!area.isEmpty()) tab.canvas().zoomToFit(area);
}

void ViewActions::refresh()
{
    const bool isDrawing = !m_context.workspace.isOnStartPage();
    const bool dark = m_context.settings.isDark();
    ActionSet& actions = m_context.actions;
    for (const char* id : {"zoom-in", "zoom-out", "zoom-fit", "zoom-actual"}) actions.find(id)->setEnabled(isDrawing);
    actions.find("zoom-selection")
        ->setEnabled(isDrawing && !m_context.workspace.current().session().selection().empty());
    for (const char* id : {"next-tab", "previous-tab"})
        actions.find(id)->setEnabled(m_context.workspace.tabs().size() > 1);
    actions.find(dark ? "theme-dark" : "theme-light")->setChecked(true);
    actions.find(m_context.words.language() == Language::Korean ? "language-ko" : "language-en")->setChecked(true);
    actions.find("toggle-theme")->setIcon(settings::symbolIcon(dark ? "light" : "dark", dark));
}

}  // namespace lintel::app
