#include "app/analysis/analysis_panels.h"

#include "app/analysis/address_panel.h"
#include "app/analysis/cost_panel.h"
#include "app/analysis/derived_facts.h"
#include "app/analysis/failure_panel.h"
#include "app/analysis/matrix_panel.h"
#include "app/analysis/reach_panel.h"

#include <QKeyEvent>

namespace lintel::app::analysis {

AnalysisPanels::AnalysisPanels(session::DocumentSession& session, LintService& lint,
                               canvas::CanvasController& controller, const settings::Words& words)
    : m_controller(controller)
{
    const PanelContext context{session, lint.analyses(), controller, words};
    m_reach = new ReachPanel(context, lint);
    m_failure = new FailurePanel(context);
    m_matrix = new MatrixPanel(context);
    m_addresses = new AddressPanel(context);
    m_cost = new CostPanel(context);
    m_facts = std::make_unique<DerivedFacts>(session, lint.analyses(), words);
    connect(m_matrix, &MatrixPanel::asked, m_reach, &ReachPanel::ask);
    controller.canvas().installEventFilter(this);
    for (AnalysisPanel* each : all()) each->installEventFilter(this);
}

AnalysisPanels::~AnalysisPanels() = default;

const QList<QString>& AnalysisPanels::ids()
{
    static const QList<QString> kIds{"reach", "failure", "matrix", "addresses", "cost"};
    return kIds;
}

QList<AnalysisPanel*> AnalysisPanels::all() const { return {m_reach, m_failure, m_matrix, m_addresses, m_cost}; }

QWidget* AnalysisPanels::panel(const QString& id) const { return all().value(ids().indexOf(id)); }

void AnalysisPanels::retranslate()
{
    for (AnalysisPanel* each : all()) each->retranslate();
}

void AnalysisPanels::setDark(bool dark)
{
    for (AnalysisPanel* each : all()) each->setDark(dark);
}

bool AnalysisPanels::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape)
        return QObject::eventFilter(watched, event);
    // What is in the hand is let go of first.
    if (!m_controller.analysisOwner() || m_controller.isPreviewing() || m_controller.isHolding())
        return QObject::eventFilter(watched, event);
    m_controller.leaveAnalysis();
    return true;
}

}  // namespace lintel::app::analysis
