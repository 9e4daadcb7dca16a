#include "app/window/canvas_menu.h"

#include "app/problems/severity_look.h"
#include "app/settings/appearance.h"
#include "app/window/action_set.h"
#include "app/window/analysis_actions.h"
#include "app/window/workspace.h"

#include <QMenu>

#include <algorithm>

namespace lintel::app {

using namespace model;

CanvasMenu::CanvasMenu(WindowContext context, AnalysisActions& analyses)
    : QObject(&context.window), m_context(context), m_analyses(analyses)
{
    for (DocumentTab* tab : context.workspace.tabs()) watch(tab);
    connect(&context.workspace, &Workspace::tabAdded, this, &CanvasMenu::watch);
}

void CanvasMenu::watch(DocumentTab* tab)
{
    tab->canvas().setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&tab->canvas(), &QWidget::customContextMenuRequested, this,
            [this, tab](const QPoint& position) { show(*tab, position); });
}

void CanvasMenu::addFixes(QMenu& menu, DocumentTab& tab, const std::string& id)
{
    const bool dark = m_context.settings.isDark();
    for (const lint::Finding& finding : tab.lint().findings()) {
        const auto& subjects = finding.subjects;
        if (finding.waived || std::find(subjects.begin(), subjects.end(), id) == subjects.end()) continue;
        QAction* title = menu.addAction(problems::severityIcon(finding.severity, dark),
                                        m_context.words.of(Message("rule." + finding.rule + ".title")));
        title->setEnabled(false);
        for (const lint::Fix& fix : finding.fixes) {
            QAction* action =
                menu.addAction(settings::symbolIcon("fix", dark), m_context.words.of(fix.caption()).replace('&', "&&"));
            connect(action, &QAction::hovered, &tab,
                    [&tab, change = fix.change] { tab.controller().previewFix(&change); });
            connect(action, &QAction::triggered, &tab, [&tab, change = fix.change] {
                tab.controller().previewFix(nullptr);
                const auto applied = tab.session().apply(change);
                if (!applied) tab.controller().explain(&applied.error(), tab.canvas().rect().center());
            });
        }
        menu.addSeparator();
    }
}

void CanvasMenu::show(DocumentTab& tab, const QPoint& position)
{
    const rendering::Element* element = tab.canvas().picture().elementAt(tab.canvas().toScene(position));
    const std::string id = element ? element->id : std::string();
    if (!id.empty() && !tab.session().selection().contains(id)) tab.session().select({id});
    QMenu menu(&tab);
    menu.setObjectName("canvasMenu");
    if (!id.empty()) {
        addFixes(menu, tab, id);
        m_analyses.fillMenu(menu, tab, id);
    }
    connect(&menu, &QMenu::aboutToHide, &tab, [&tab] { tab.controller().previewFix(nullptr); });
    // Fixes are shown while pointed at; anything else in the menu ends that.
    connect(&menu, &QMenu::hovered, &tab, [&tab](QAction* action) {
        if (!action->objectName().isEmpty()) tab.controller().previewFix(nullptr);
    });
    const char* const forBlocks[] = {"rename",    "-",      "cut", "copy",          "paste",
                                     "duplicate", "delete", "-",   "zoom-selection"};
    const char* const forNothing[] = {"add-note", "-", "paste", "select-all", "-", "layout", "zoom-fit"};
    const auto add = [&](const char* entry) {
        if (*entry == '-')
            menu.addSeparator();
        else
            menu.addAction(m_context.actions.find(entry));
    };
    if (id.empty())
        std::for_each(std::begin(forNothing), std::end(forNothing), add);
    else
        std::for_each(std::begin(forBlocks), std::end(forBlocks), add);
    menu.exec(tab.canvas().mapToGlobal(position));
}

}  // namespace lintel::app
