#include "app/window/panel_docks.h"

#include "app/analysis/analysis_panels.h"
#include "app/analysis/cost_panel.h"
#include "app/analysis/derived_facts.h"
#include "app/history/history_panel.h"
#include "app/inspector/inspector_panel.h"
#include "app/outline/outline_panel.h"
#include "app/palette/palette_panel.h"
#include "app/problems/problems_panel.h"
#include "app/qt_text.h"
#include "app/terraform/terraform_panel.h"
#include "app/window/dock_title.h"
#include "app/window/workspace.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QStackedWidget>
#include <QTabWidget>

namespace lintel::app {

namespace {

// Counts the sets of docks there have been: an arrangement of another set is not restored.
constexpr int kStateVersion = 3;

}  // namespace

PanelDocks::PanelDocks(QMainWindow& window, WindowContext context)
    : QObject(&window),
      m_window(window),
      m_context(context),
      m_palette(new palette::PalettePanel(context.workspace.current().session().catalogue(), context.words))
{
    arrange();
    for (DocumentTab* tab : context.workspace.tabs()) addPanels(tab);
    connect(&context.workspace, &Workspace::tabAdded, this, &PanelDocks::addPanels);
    connect(&context.workspace, &Workspace::tabRemoved, this, &PanelDocks::removePanels);
    connect(&context.workspace, &Workspace::currentChanged, this, &PanelDocks::showCurrent);
}

void PanelDocks::arrange()
{
    addDock("palette", m_palette, Qt::LeftDockWidgetArea);
    m_window.tabifyDockWidget(m_docks["palette"], addDock("outline", Qt::LeftDockWidgetArea));
    addDock("inspector", Qt::RightDockWidgetArea);
    m_window.tabifyDockWidget(m_docks["inspector"], addDock("history", Qt::RightDockWidgetArea));
    QDockWidget* last = addDock("problems", Qt::BottomDockWidgetArea);
    for (const QString& id : analysis::AnalysisPanels::ids()) {
        QDockWidget* dock = addDock(id, Qt::BottomDockWidgetArea);
        m_window.tabifyDockWidget(last, dock);
        last = dock;
    }
    m_window.tabifyDockWidget(last, addDock("terraform", Qt::BottomDockWidgetArea));
    for (const char* front : {"palette", "inspector", "problems"}) m_docks[front]->raise();
    m_window.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    m_window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    m_window.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    // Tabs can be dragged out of their group: docks in tabs have no title bar of their own.
    m_window.setDockOptions(m_window.dockOptions() | QMainWindow::AllowNestedDocks | QMainWindow::GroupedDragging);
    m_window.resizeDocks({m_docks["palette"], m_docks["inspector"]}, {250, 320}, Qt::Horizontal);
    m_window.resizeDocks({m_docks["problems"]}, {250}, Qt::Vertical);
}

QDockWidget* PanelDocks::addDock(const QString& id, QWidget* content, Qt::DockWidgetArea area)
{
    auto* dock = new QDockWidget(&m_window);
    dock->setObjectName(id + "Dock");
    dock->setWidget(content);
    m_window.addDockWidget(area, dock);
    m_docks[id] = dock;
    m_order << id;
    new DockTitle(*dock, m_window);
    return dock;
}

QDockWidget* PanelDocks::addDock(const QString& id, Qt::DockWidgetArea area)
{
    m_stacks[id] = new QStackedWidget;
    return addDock(id, m_stacks[id], area);
}

QWidget* PanelDocks::Panels::panel(const QString& id) const
{
    if (id == "inspector") return inspector;
    if (id == "problems") return problems;
    if (id == "outline") return outline;
    if (id == "terraform") return terraform;
    return id == "history" ? history : analyses->panel(id);
}

void PanelDocks::addPanels(DocumentTab* tab)
{
    canvas::CanvasController& controller = tab->controller();
    Panels panels{new inspector::InspectorPanel(tab->session(), tab->lint(), m_context.words),
                  new problems::ProblemsPanel(tab->session(), tab->lint(), m_context.words),
                  new OutlinePanel(tab->session(), m_context.words),
                  new HistoryPanel(tab->session(), m_context.words),
                  new terraform::TerraformPanel(tab->session(), m_context.words),
                  new analysis::AnalysisPanels(tab->session(), tab->lint(), controller, m_context.words)};
    for (auto stack = m_stacks.begin(); stack != m_stacks.end(); ++stack)
        stack.value()->addWidget(panels.panel(stack.key()));
    panels.problems->setDark(m_isDark);
    panels.inspector->setDark(m_isDark);
    panels.terraform->setDark(m_isDark);
    panels.analyses->setDark(m_isDark);
    connect(panels.problems, &problems::ProblemsPanel::shown, &controller, &canvas::CanvasController::highlight);
    connect(panels.problems, &problems::ProblemsPanel::previewed, &controller,
            [&controller](const model::edit::ChangeSet& change) {
                controller.previewFix(change.isEmpty() ? nullptr : &change);
            });
    connect(panels.problems, &problems::ProblemsPanel::fixApplied, &tab->canvas(), qOverload<>(&QWidget::setFocus));
    connect(panels.inspector, &inspector::InspectorPanel::findingClicked, this,
            [this, list = panels.problems](const std::string& id) {
                reveal("problems");
                list->showFindingOf(id);
            });
    connect(panels.inspector, &inspector::InspectorPanel::left, &tab->canvas(), qOverload<>(&QWidget::setFocus));
    const auto bringIntoSight = [tab](const std::string& id) {
        if (const rendering::Element* element = tab->canvas().picture().find(id))
            tab->canvas().ensureVisible(element->bounds);
    };
    connect(panels.outline, &OutlinePanel::chosen, tab, bringIntoSight);
    const analysis::CostPanel& cost = panels.analyses->cost();
    panels.inspector->setDerived("derivedCost", [&cost](const model::BlockId& id) { return cost.lineOf(id); });
    const analysis::DerivedFacts& facts = panels.analyses->facts();
    panels.inspector->setDerived("derivedNetwork", [&facts](const model::BlockId& id) { return facts.textOf(id); });
    connect(&facts, &analysis::DerivedFacts::changed, panels.inspector, &inspector::InspectorPanel::showDerived);
    connect(&cost, &analysis::CostPanel::estimated, panels.inspector, &inspector::InspectorPanel::showDerived);
    connect(&cost, &analysis::CostPanel::chosen, tab, [tab, bringIntoSight](const std::string& id) {
        tab->session().select({id});
        bringIntoSight(id);
    });
    m_panels[tab] = panels;
}

void PanelDocks::removePanels(DocumentTab* tab)
{
    const Panels panels = m_panels.take(tab);
    for (const QString& id : m_stacks.keys()) delete panels.panel(id);
    delete panels.analyses;
}

problems::ProblemsPanel& PanelDocks::problems() const { return *m_panels[&m_context.workspace.current()].problems; }
inspector::InspectorPanel& PanelDocks::inspector() const { return *m_panels[&m_context.workspace.current()].inspector; }
analysis::AnalysisPanels& PanelDocks::analyses() const { return *m_panels[&m_context.workspace.current()].analyses; }

void PanelDocks::showCurrent()
{
    const Panels& current = m_panels[&m_context.workspace.current()];
    for (auto stack = m_stacks.begin(); stack != m_stacks.end(); ++stack)
        stack.value()->setCurrentWidget(current.panel(stack.key()));
    setVisible(!m_context.workspace.isOnStartPage());
}

void PanelDocks::setVisible(bool visible)
{
    if (visible == m_isVisible) return;
    m_isVisible = visible;
    if (!visible) m_state = m_window.saveState(kStateVersion);
    for (QDockWidget* dock : m_docks) dock->setVisible(visible);
    if (visible && !m_state.isEmpty()) m_window.restoreState(m_state, kStateVersion);
}

QByteArray PanelDocks::state() const { return m_isVisible ? m_window.saveState(kStateVersion) : m_state; }

void PanelDocks::restore(const QByteArray& state)
{
    if (state.isEmpty()) return;
    if (m_isVisible)
        m_window.restoreState(state, kStateVersion);
    else
        m_state = state;
}

void PanelDocks::reveal(const QString& id)
{
    QDockWidget* dock = m_docks.value(id);
    if (!dock) return;
    dock->show();
    dock->raise();
}

void PanelDocks::fillMenu(QMenu& menu)
{
    menu.clear();
    for (const QString& id : m_order) {
        QDockWidget* dock = m_docks[id];
        dock->toggleViewAction()->setEnabled(m_isVisible);
        menu.addAction(dock->toggleViewAction());
    }
}

void PanelDocks::retranslate()
{
    for (auto dock = m_docks.begin(); dock != m_docks.end(); ++dock)
        dock.value()->setWindowTitle(m_context.words("panel." + fromQString(dock.key())));
    m_palette->retranslate();
    for (const Panels& panels : m_panels) {
        panels.inspector->rebuild();
        panels.problems->retranslate();
        panels.outline->retranslate();
        panels.history->refresh();
        panels.terraform->retranslate();
        panels.analyses->retranslate();
    }
}

void PanelDocks::setDark(bool dark)
{
    m_isDark = dark;
    for (const Panels& panels : m_panels) {
        panels.inspector->setDark(dark);
        panels.problems->setDark(dark);
        panels.history->refresh();
        panels.terraform->setDark(dark);
        panels.analyses->setDark(dark);
    }
}

}  // namespace lintel::app
