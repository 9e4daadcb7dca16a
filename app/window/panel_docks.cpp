#include "app/window/panel_docks.h"

#include "app/history/history_panel.h"
#include "app/inspector/inspector_panel.h"
#include "app/outline/outline_panel.h"
#include "app/palette/palette_panel.h"
#include "app/problems/problems_panel.h"
#include "app/qt_text.h"
#include "app/window/workspace.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QStackedWidget>
#include <QTabWidget>

namespace lintel::app {

PanelDocks::PanelDocks(QMainWindow& window, WindowContext context)
    : QObject(&window), m_window(window), m_context(context),
      m_palette(new palette::PalettePanel(context.workspace.current().session().catalogue(), context.words)),
      m_inspectors(new QStackedWidget), m_problemLists(new QStackedWidget), m_outlines(new QStackedWidget),
      m_histories(new QStackedWidget)
{
    addDock("palette", m_palette, Qt::LeftDockWidgetArea);
    addDock("inspector", m_inspectors, Qt::RightDockWidgetArea);
    addDock("problems", m_problemLists, Qt::BottomDockWidgetArea);
    window.tabifyDockWidget(m_docks["palette"], addDock("outline", m_outlines, Qt::LeftDockWidgetArea));
    window.tabifyDockWidget(m_docks["inspector"], addDock("history", m_histories, Qt::RightDockWidgetArea));
    m_docks["palette"]->raise();
    m_docks["inspector"]->raise();
    window.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    window.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    window.setDockOptions(window.dockOptions() | QMainWindow::AllowNestedDocks);
    window.resizeDocks({m_docks["palette"], m_docks["inspector"]}, {250, 320}, Qt::Horizontal);
    window.resizeDocks({m_docks["problems"]}, {200}, Qt::Vertical);
    for (DocumentTab* tab : context.workspace.tabs()) addPanels(tab);
    connect(&context.workspace, &Workspace::tabAdded, this, &PanelDocks::addPanels);
    connect(&context.workspace, &Workspace::tabRemoved, this, &PanelDocks::removePanels);
    connect(&context.workspace, &Workspace::currentChanged, this, &PanelDocks::showCurrent);
}

QDockWidget* PanelDocks::addDock(const QString& id, QWidget* content, Qt::DockWidgetArea area)
{
    auto* dock = new QDockWidget(&m_window);
    dock->setObjectName(id + "Dock");
    dock->setWidget(content);
    m_window.addDockWidget(area, dock);
    m_docks[id] = dock;
    return dock;
}

void PanelDocks::addPanels(DocumentTab* tab)
{
    Panels panels{new inspector::InspectorPanel(tab->session(), tab->lint(), m_context.words),
                  new problems::ProblemsPanel(tab->session(), tab->lint(), m_context.words),
                  new OutlinePanel(tab->session(), m_context.words), new HistoryPanel(tab->session(), m_context.words)};
    m_outlines->addWidget(panels.outline);
    m_histories->addWidget(panels.history);
    m_inspectors->addWidget(panels.inspector);
    m_problemLists->addWidget(panels.problems);
    panels.problems->setDark(m_isDark);
    panels.inspector->setDark(m_isDark);
    canvas::CanvasController& controller = tab->controller();
    connect(panels.problems, &problems::ProblemsPanel::shown, &controller, &canvas::CanvasController::highlight);
    connect(panels.problems, &problems::ProblemsPanel::previewed, &controller, [&controller](const model::edit::ChangeSet& change) {
        controller.previewFix(change.isEmpty() ? nullptr : &change);
    });
    connect(panels.problems, &problems::ProblemsPanel::fixApplied, &tab->canvas(), qOverload<>(&QWidget::setFocus));
    connect(panels.inspector, &inspector::InspectorPanel::findingClicked, this, [this, list = panels.problems](const std::string& id) {
        reveal("problems");
        list->showFindingOf(id);
    });
    connect(panels.outline, &OutlinePanel::chosen, tab, [tab](const std::string& id) {
        if (const rendering::Element* element = tab->canvas().picture().find(id)) tab->canvas().ensureVisible(element->bounds);
    });
    m_panels[tab] = panels;
}

void PanelDocks::removePanels(DocumentTab* tab)
{
    const Panels panels = m_panels.take(tab);
    delete panels.problems;
    delete panels.inspector;
    delete panels.outline;
    delete panels.history;
}

problems::ProblemsPanel& PanelDocks::problems() const { return *m_panels[&m_context.workspace.current()].problems; }
inspector::InspectorPanel& PanelDocks::inspector() const { return *m_panels[&m_context.workspace.current()].inspector; }

void PanelDocks::showCurrent()
{
    m_inspectors->setCurrentWidget(&inspector());
    m_problemLists->setCurrentWidget(&problems());
    const Panels& current = m_panels[&m_context.workspace.current()];
    m_outlines->setCurrentWidget(current.outline);
    m_histories->setCurrentWidget(current.history);
    setVisible(!m_context.workspace.isOnStartPage());
}

void PanelDocks::setVisible(bool visible)
{
    if (visible == m_isVisible) return;
    m_isVisible = visible;
    if (!visible) m_state = m_window.saveState();
    for (QDockWidget* dock : m_docks) dock->setVisible(visible);
    if (visible && !m_state.isEmpty()) m_window.restoreState(m_state);
}

QByteArray PanelDocks::state() const { return m_isVisible ? m_window.saveState() : m_state; }

void PanelDocks::restore(const QByteArray& state)
{
    if (state.isEmpty()) return;
    if (m_isVisible) m_window.restoreState(state);
    else m_state = state;
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
    for (QDockWidget* dock : m_docks) {
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
    }
}

void PanelDocks::setDark(bool dark)
{
    m_isDark = dark;
    for (const Panels& panels : m_panels) {
        panels.inspector->setDark(dark);
        panels.problems->setDark(dark);
        panels.history->refresh();
    }
}

}  // namespace lintel::app
