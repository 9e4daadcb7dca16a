#pragma once

#include "app/analysis/address_bar.h"
#include "app/analysis/analysis_panel.h"
#include "app/analysis/inquiry.h"

class QLabel;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace lintel::app::analysis {

/// The address plan: every VPC as a bar of its subnets and what is free between them. Subnets are split, merged,
/// resized and added here, each as one undo step. Works only while it is seen.
class AddressPanel : public AnalysisPanel {
    Q_OBJECT

public:
    explicit AddressPanel(const PanelContext& context);

    void retranslate() override;
    bool isAnswered() const { return m_answer.answer() != nullptr; }
    const model::BlockId& chosen() const { return m_chosen; }

private:
    void build();
    void showAnswer() override;
    void addVpc(const model::analysis::VpcPlan& plan);
    void addRemarks(const model::analysis::AddressPlan& plan);
    void choose(const model::BlockId& subnet);
    void refreshBar();
    const model::analysis::VpcPlan* chosenVpc() const;
    void edit(const model::Result<model::edit::ChangeSet>& change);
    void addNext();

    InquiryFor<model::analysis::AddressPlan> m_answer;
    QVBoxLayout* m_list;
    QList<AddressBar*> m_bars;
    QLabel* m_state;
    QPushButton* m_split;
    QPushButton* m_merge;
    QSpinBox* m_prefix;
    QLabel* m_next;
    QPushButton* m_add;
    model::BlockId m_chosen;
};

}  // namespace lintel::app::analysis
