#pragma once

#include "app/analysis/analysis_panel.h"
#include "app/analysis/inquiry.h"

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace lintel::app::analysis {

/// What the design costs a month, block by block, the dearest first; what is assumed, what is not known, and what other
/// choices would cost.
class CostPanel : public AnalysisPanel {
    Q_OBJECT

public:
    explicit CostPanel(const PanelContext& context);

    /// One line about a block, for the inspector; empty while it is not known or when there is nothing to say.
    QString lineOf(const model::BlockId& block) const;
    void retranslate() override;
    bool isAnswered() const { return m_answer.answer() != nullptr; }

Q_SIGNALS:
    /// lineOf() may say something else.
    void estimated();
    /// A block of the list was chosen.
    void chosen(const std::string& id);

private:
    void build();
    void showAnswer() override;
    void showTotal(const model::analysis::CostEstimate& estimate);
    void addLine(const model::analysis::CostLine& line);
    void addTradeOffs(const model::analysis::CostEstimate& estimate);
    QString partsText(const model::analysis::CostLine& line) const;
    void goTo(QTreeWidgetItem* item);

    InquiryFor<model::analysis::CostEstimate> m_answer;
    QLabel* m_total;
    QLabel* m_notes;
    QTreeWidget* m_tree;
};

}  // namespace lintel::app::analysis
