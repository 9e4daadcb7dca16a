#pragma once

#include "app/canvas/canvas_controller.h"
#include "app/lint_service/lint_service.h"
#include "app/settings/words.h"

#include <QList>
#include <QObject>

class QWidget;

#include <memory>

namespace lintel::app::analysis {

class AddressPanel;
class AnalysisPanel;
class CostPanel;
class DerivedFacts;
class FailurePanel;
class MatrixPanel;
class ReachPanel;

/// The analyses of one design. Escape on the canvas ends whatever they show there.
class AnalysisPanels : public QObject {
    Q_OBJECT

public:
    AnalysisPanels(session::DocumentSession& session, LintService& lint, canvas::CanvasController& controller,
                   const settings::Words& words);
    ~AnalysisPanels() override;

    ReachPanel& reach() const { return *m_reach; }
    FailurePanel& failure() const { return *m_failure; }
    MatrixPanel& matrix() const { return *m_matrix; }
    AddressPanel& addresses() const { return *m_addresses; }
    CostPanel& cost() const { return *m_cost; }
    /// Of the selected block, for the inspector.
    DerivedFacts& facts() const { return *m_facts; }
    /// By the id of its dock. The docks own them.
    QWidget* panel(const QString& id) const;
    /// The ids of their docks, as they stand from left to right.
    static const QList<QString>& ids();

    void retranslate();
    void setDark(bool dark);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// In the order of their ids.
    QList<AnalysisPanel*> all() const;

    canvas::CanvasController& m_controller;
    ReachPanel* m_reach = nullptr;
    FailurePanel* m_failure = nullptr;
    MatrixPanel* m_matrix = nullptr;
    AddressPanel* m_addresses = nullptr;
    CostPanel* m_cost = nullptr;
    std::unique_ptr<DerivedFacts> m_facts;
};

}  // namespace lintel::app::analysis
