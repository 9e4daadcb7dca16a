#include "app/window/analysis_actions.h"

#include "app/analysis/address_panel.h"
#include "app/analysis/analysis_panels.h"
#include "app/analysis/cost_panel.h"
#include "app/analysis/failure_panel.h"
#include "app/analysis/matrix_panel.h"
#include "app/analysis/panel_parts.h"
#include "app/analysis/reach_panel.h"
#include "app/qt_text.h"
#include "app/window/action_set.h"
#include "app/window/panel_docks.h"
#include "app/window/workspace.h"

#include <QMenu>

namespace lintel::app {

using namespace model;
using analysis::Failure;
using analysis::ReachQuestion;

AnalysisActions::AnalysisActions(WindowContext context, PanelDocks& panels)
    : QObject(&context.window), m_context(context), m_panels(panels)
{
    add("reach", "reach", {QKeySequence(Qt::CTRL | Qt::Key_R)}, [this] { reachSelected(); });
    add("reach-from-internet", "reach", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)}, [this] {
        if (selected().size() == 1) askReach({BlockId(), selected().front(), {}});
    });
    add("fail", "failure", {QKeySequence(Qt::CTRL | Qt::Key_J)}, [this] { failSelected(); });
    add("single-points", "failure", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J)}, [this] {
        analysis::FailurePanel& panel = m_panels.analyses().failure();
        panel.markSinglePoints(!panel.marksSinglePoints());
        refresh();
    });
    add("matrix", "matrix", {}, [this] { m_panels.analyses().matrix().setFocus(); });
    add("addresses", "addresses", {}, [this] { m_panels.analyses().addresses().setFocus(); });
    add("cost", "cost", {}, [this] { m_panels.analyses().cost().setFocus(); });
    m_context.actions.find("single-points")->setCheckable(true);
    m_context.actions.add({"leave-analysis"}, [this] { m_context.workspace.current().controller().leaveAnalysis(); });
    const auto watch = [this](DocumentTab* tab) {
        connect(&tab->controller(), &canvas::CanvasController::analysisOwnerChanged, this, &AnalysisActions::refresh);
    };
    for (DocumentTab* tab : context.workspace.tabs()) watch(tab);
    connect(&context.workspace, &Workspace::tabAdded, this, watch);
}

void AnalysisActions::add(const char* id, const char* panel, const QList<QKeySequence>& shortcuts,
                          std::function<void()> run)
{
    m_context.actions.add({id, "", shortcuts}, [this, panel, run = std::move(run)] {
        m_panels.reveal(panel);
        run();
    });
}

std::vector<BlockId> AnalysisActions::selected() const
{
    return m_context.workspace.current().controller().selectedBlocks();
}

void AnalysisActions::askReach(const ReachQuestion& question)
{
    m_panels.reveal("reach");
    m_panels.analyses().reach().ask(question);
}

void AnalysisActions::fail(const Failure& failure)
{
    m_panels.reveal("failure");
    m_panels.analyses().failure().fail(failure);
}

void AnalysisActions::reachSelected()
{
    const auto blocks = selected();
    if (blocks.size() == 2)
        askReach({blocks[0], blocks[1], {}});
    else
        m_panels.analyses().reach().takeReceiver(blocks.size() == 1 ? blocks.front() : BlockId());
}

void AnalysisActions::failSelected()
{
    DocumentTab& tab = m_context.workspace.current();
    const auto& selection = tab.session().selection();
    if (selection.size() != 1) return m_panels.analyses().failure().choose();
    const Block* block = tab.session().document().blocks.find(BlockId(*selection.begin()));
    if (block)
        fail(analysis::failureOf(*block));
    else if (tab.session().document().connections.contains(ConnectionId(*selection.begin())))
        fail({Failure::What::Connection, *selection.begin()});
}

bool AnalysisActions::isEnd(DocumentTab& tab, const std::string& id) const
{
    return tab.session().document().blocks.contains(BlockId(id)) && m_panels.analyses().reach().isEnd(BlockId(id));
}

void AnalysisActions::addReachEntries(QMenu& menu, DocumentTab& tab, const std::string& id)
{
    const settings::Words& words = m_context.words;
    const auto name = [&](const BlockId& block) {
        return fromQString(analysis::nameOf(block.text(), tab.session(), words).replace('&', "&&"));
    };
    const auto ask = [&](const ReachQuestion& question, const char* objectName) {
        QAction* action =
            menu.addAction(words("context.reach", {{"from", name(question.from)}, {"to", name(question.to)}}));
        action->setObjectName(objectName);
        connect(action, &QAction::triggered, this, [this, question] { askReach(question); });
    };
    const auto blocks = selected();
    if (blocks.size() == 2 && isEnd(tab, blocks[0].text()) && isEnd(tab, blocks[1].text())) {
        ask({blocks[0], blocks[1], {}}, "context.reach");
        ask({blocks[1], blocks[0], {}}, "context.reach-back");
    } else if (isEnd(tab, id)) {
        QAction* action = menu.addAction(words("context.reach-from-internet", {{"name", name(BlockId(id))}}));
        action->setObjectName("context.reach-from-internet");
        connect(action, &QAction::triggered, this, [this, id] { askReach({BlockId(), BlockId(id), {}}); });
    }
}

void AnalysisActions::fillMenu(QMenu& menu, DocumentTab& tab, const std::string& id)
{
    addReachEntries(menu, tab, id);
    const settings::Words& words = m_context.words;
    const Block* block = tab.session().document().blocks.find(BlockId(id));
    const bool isConnection = tab.session().document().connections.contains(ConnectionId(id));
    if (!block && !isConnection) return;
    const QString name = block ? analysis::nameOf(id, tab.session(), words).replace('&', "&&") : QString();
    QAction* action =
        menu.addAction(block ? words("context.fail", {{"name", fromQString(name)}}) : words("context.fail-connection"));
    action->setObjectName("context.fail");
    const Failure failure = block ? analysis::failureOf(*block) : Failure{Failure::What::Connection, id};
    connect(action, &QAction::triggered, this, [this, failure] { fail(failure); });
    menu.addSeparator();
}

void AnalysisActions::refresh()
{
    const bool isDrawing = !m_context.workspace.isOnStartPage();
    DocumentTab& tab = m_context.workspace.current();
    ActionSet& actions = m_context.actions;
    const bool hasOne = tab.session().selection().size() == 1;
    for (const char* id : {"matrix", "addresses", "cost"}) actions.find(id)->setEnabled(isDrawing);
    for (const char* id : {"reach", "single-points"})
        actions.find(id)->setEnabled(isDrawing && !tab.session().document().blocks.isEmpty());
    actions.find("reach-from-internet")->setEnabled(isDrawing && selected().size() == 1);
    actions.find("fail")->setEnabled(isDrawing && !tab.session().document().blocks.isEmpty() &&
                                     (hasOne || tab.session().selection().empty()));
    actions.find("single-points")->setChecked(isDrawing && m_panels.analyses().failure().marksSinglePoints());
    actions.find("leave-analysis")->setEnabled(isDrawing && tab.controller().analysisOwner() != nullptr);
}

}  // namespace lintel::app
