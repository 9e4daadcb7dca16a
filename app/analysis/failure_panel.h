#pragma once

#include "app/analysis/block_picker.h"
#include "app/analysis/failure_answer.h"
#include "app/analysis/inquiry.h"
#include "app/analysis/panel_context.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace lintel::app::analysis {

/// "What if it fails?": what dies steps back on the canvas, what degrades is marked, and the list says what people no
/// longer reach and why. Single points of failure are marked on demand.
class FailurePanel : public QWidget {
    Q_OBJECT

public:
    explicit FailurePanel(const PanelContext& context);

    void fail(const Failure& failure);
    void markSinglePoints(bool marked);
    bool marksSinglePoints() const;
    const std::optional<Failure>& failure() const { return m_failure; }
    void retranslate();
    void setDark(bool dark);
    /// Whether what is shown is about the design as it is.
    bool isAnswered() const { return m_answer.answer() != nullptr; }

Q_SIGNALS:
    void singlePointsToggled(bool marked);

private:
    void build();
    void fillPicker();
    void takePicked();
    void recover();
    bool isGone() const;
    void leave();
    void showAnswer();
    void showOnCanvas();
    void addFlow(const model::analysis::FlowFate& flow);
    void addSinglePoint(const model::analysis::SinglePoint& point);
    QString titleOfFailure() const;
    QString verdict() const;
    template <class Ids>
    QString namesOf(const Ids& ids) const;
    void goTo(QTreeWidgetItem* item);

    session::DocumentSession& m_session;
    canvas::CanvasController& m_controller;
    const settings::Words& m_words;
    InquiryFor<std::vector<std::string>> m_zones;
    InquiryFor<FailureAnswer> m_answer;
    InquiryFor<std::vector<model::analysis::SinglePoint>> m_points;
    std::optional<Failure> m_failure;
    BlockPicker* m_what;
    QLabel* m_whatLabel;
    QCheckBox* m_single;
    QPushButton* m_recover;
    QLabel* m_verdict;
    QTreeWidget* m_tree;
    bool m_isDark = false;
};

}  // namespace lintel::app::analysis
