#pragma once

#include "app/analysis/analysis_panel.h"
#include "app/analysis/block_picker.h"
#include "app/analysis/inquiry.h"
#include "app/analysis/reach_answer.h"

#include <QTimer>
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;
class QVBoxLayout;

namespace lintel::app::analysis {

/// "Can A reach B?": the path lights up on the canvas step by step, or what stands in the way is marked and said, with
/// the fixes that lint has for it.
class ReachPanel : public AnalysisPanel {
    Q_OBJECT

public:
    ReachPanel(const PanelContext& context, LintService& lint);

    /// Puts the question and shows the answer when it is there. `from` empty: from the internet.
    void ask(const ReachQuestion& question);
    /// Puts the block in as the receiver, where there is one, and waits for the rest.
    void takeReceiver(const model::BlockId& block);
    /// Sends or receives packets, as far as is known yet.
    bool isEnd(const model::BlockId& block) const;
    void retranslate() override;
    /// Whether what is shown answers the question about the design as it is.
    bool isAnswered() const { return m_answer.answer() != nullptr; }
    /// Each step of the path is lit after this long.
    static constexpr int kStepMilliseconds = 220;

private:
    void build();
    void fillPickers();
    void takeQuestion();
    void swapEnds();
    void reask();
    void askFixes();
    void showAnswer() override;
    void showTree(const ReachAnswer& answer);
    void addPath(QTreeWidgetItem& port, const PortAnswer& answer);
    void addBlockers(QTreeWidgetItem& port, const PortAnswer& answer);
    void showVerdict(const ReachAnswer* answer);
    void showFixes();
    const PortAnswer* chosenPort() const;
    void playFromStart();
    void light();
    void goToStep(QTreeWidgetItem* item);
    QString nameOf(const std::string& id) const;
    QString titleOf(const PortAnswer& answer) const;

    LintService& m_lint;
    InquiryFor<std::vector<model::BlockId>> m_ends;
    InquiryFor<ReachAnswer> m_answer;
    InquiryFor<std::vector<model::lint::Fix>> m_fixing;
    std::optional<ReachQuestion> m_question;
    BlockPicker* m_from;
    BlockPicker* m_to;
    QLineEdit* m_port;
    QLabel* m_fromLabel;
    QLabel* m_toLabel;
    QLabel* m_portLabel;
    QToolButton* m_swap;
    QPushButton* m_play;
    QLabel* m_verdict;
    QTreeWidget* m_tree;
    QVBoxLayout* m_fixes;
    QTimer m_step;
    std::size_t m_lit = 0;  ///< steps of the path that are shown
};

}  // namespace lintel::app::analysis
