#include "app/analysis/analysis_panels.h"

#include "app/analysis/address_panel.h"
#include "app/analysis/cost_panel.h"
#include "app/analysis/failure_panel.h"
#include "app/analysis/matrix_panel.h"
#include "app/analysis/reach_panel.h"

#include <QKeyEvent>

namespace lintel::app::analysis {

AnalysisPanels::AnalysisPanels(session::DocumentSession& session, LintService& lint,
                               canvas::CanvasController& controller, const settings::Words& words)
    : m_controller(controller), m_cache(session.catalogue())
{
    const PanelContext context{session, m_cache, controller, words};
    m_reach = new ReachPanel(context, lint);
    m_failure = new FailurePanel(context);
    m_matrix = new MatrixPanel(context);
    m_addresses = new AddressPanel(context);
    m_cost = new CostPanel(context);
    connect(m_matrix, &MatrixPanel::asked, m_reach, &ReachPanel::ask);
    controller.canvas().installEventFilter(this);
    for (const QString& id : ids()) panel(id)->installEventFilter(this);
}

const QList<QString>& AnalysisPanels::ids()
{
    static const QList<QString> kIds{"reach", "failure", "matrix", "addresses", "cost"};
    return kIds;
}

QWidget* AnalysisPanels::panel(const QString& id) const
{
    if (id == "reach") return m_reach;
    if (id == "matrix") return m_matrix;
    if (id == "addresses") return m_addresses;
    if (id == "cost") return m_cost;
    return id == "failure" ? m_failure : nullptr;
}

void AnalysisPanels::retranslate()
{
    m_reach->retranslate();
    m_failure->retranslate();
    m_matrix->retranslate();
    m_addresses->retranslate();
    m_cost->retranslate();
}

void AnalysisPanels::setDark(bool dark)
{
    m_reach->setDark(dark);
    m_failure->setDark(dark);
    m_matrix->setDark(dark);
    m_addresses->setDark(dark);
    m_cost->setDark(dark);
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
