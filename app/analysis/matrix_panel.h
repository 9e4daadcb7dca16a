#pragma once

#include "app/analysis/analysis_panel.h"
#include "app/analysis/inquiry.h"
#include "app/analysis/matrix_model.h"
#include "app/analysis/reach_answer.h"

class QLabel;
class QTableView;
class QToolButton;

namespace lintel::app::analysis {

/// Who can talk to whom on which ports: what is drawn against what is allowed. A click on a cell shows the way, or what
/// is in it, on the canvas. Works only while it is seen.
class MatrixPanel : public AnalysisPanel {
    Q_OBJECT

public:
    explicit MatrixPanel(const PanelContext& context);

    void retranslate() override;
    bool isAnswered() const { return m_answer.answer() != nullptr; }
    MatrixModel& model() { return *m_model; }

Q_SIGNALS:
    /// A cell was chosen.
    void asked(const ReachQuestion& question);

private:
    void build();
    void showAnswer() override;
    void choose(const QModelIndex& index);

    InquiryFor<MatrixModel::Cells> m_answer;
    MatrixModel* m_model;
    QToolButton* m_filters[3];  ///< by Talk
    QLabel* m_state;
    QTableView* m_table;
    QLabel* m_details;
};

}  // namespace lintel::app::analysis
