#pragma once

#include "app/analysis/inquiry.h"
#include "app/analysis/panel_context.h"

#include <QWidget>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace lintel::app::analysis {

/// What the design costs a month, block by block, the dearest first; what is assumed, what is not known, and what other
/// choices would cost.
class CostPanel : public QWidget {
    Q_OBJECT

public:
    explicit CostPanel(const PanelContext& context);

    /// One line about a block, for the inspector; empty while it is not known or when there is nothing to say.
    QString lineOf(const model::BlockId& block) const;
    void retranslate();
    void setDark(bool dark);
    bool isAnswered() const { return m_answer.answer() != nullptr; }

Q_SIGNALS:
    /// lineOf() may say something else.
    void estimated();
    /// A block of the list was chosen.
    void chosen(const std::string& id);

private:
    void build();
    void showAnswer();
    void showTotal(const model::analysis::CostEstimate& estimate);
    void addLine(const model::analysis::CostLine& line);
    void addTradeOffs(const model::analysis::CostEstimate& estimate);
    QString partsText(const model::analysis::CostLine& line) const;
    void goTo(QTreeWidgetItem* item);

    session::DocumentSession& m_session;
    const settings::Words& m_words;
    InquiryFor<model::analysis::CostEstimate> m_answer;
    QLabel* m_total;
    QLabel* m_notes;
    QTreeWidget* m_tree;
    bool m_isDark = false;
};

}  // namespace lintel::app::analysis
