#pragma once

#include "app/analysis/address_bar.h"
#include "app/analysis/inquiry.h"
#include "app/analysis/panel_context.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace lintel::app::analysis {

/// The address plan: every VPC as a bar of its subnets and what is free between them. Subnets are split, merged,
/// resized and added here, each as one undo step. Works only while it is seen.
class AddressPanel : public QWidget {
    Q_OBJECT

public:
    explicit AddressPanel(const PanelContext& context);

    void retranslate();
    void setDark(bool dark);
    bool isAnswered() const { return m_answer.answer() != nullptr; }
    const model::BlockId& chosen() const { return m_chosen; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void build();
    void showAnswer();
    void addVpc(const model::analysis::VpcPlan& plan);
    void addRemarks(const model::analysis::AddressPlan& plan);
    void choose(const model::BlockId& subnet);
    void refreshBar();
    const model::analysis::VpcPlan* chosenVpc() const;
    void edit(const model::Result<model::edit::ChangeSet>& change);
    void addNext();

    session::DocumentSession& m_session;
    canvas::CanvasController& m_controller;
    const settings::Words& m_words;
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
    bool m_isDark = false;
};

}  // namespace lintel::app::analysis
