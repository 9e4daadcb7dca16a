#pragma once

#include "app/analysis/analysis_panel.h"
#include "app/analysis/block_picker.h"
#include "app/analysis/failure_answer.h"
#include "app/analysis/inquiry.h"

#include <optional>

class QCheckBox;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace lintel::app::analysis {

/// "What if it fails?": what dies steps back on the canvas, what degrades is marked, and the list says what people no
/// longer reach and why. Single points of failure are marked on demand.
class FailurePanel : public AnalysisPanel {
    Q_OBJECT

public:
    explicit FailurePanel(const PanelContext& context);

    void fail(const Failure& failure);
    /// Offers everything that can fail, zones first: somebody wants a failure and has not said of what.
    void choose();
    void markSinglePoints(bool marked);
    bool marksSinglePoints() const;
    const std::optional<Failure>& failure() const { return m_failure; }
    void retranslate() override;
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
    void showAnswer() override;
    void showOnCanvas();
    void addLack(const model::analysis::Lack& lack);
    void addFlow(const model::analysis::FlowFate& flow);
    void addSinglePoint(const model::analysis::SinglePoint& point);
    QString titleOfFailure() const;
    QString nameOfZone(const std::string& zone) const;
    QString verdict() const;
    template <class Ids>
    QString namesOf(const Ids& ids) const;
    void goTo(QTreeWidgetItem* item);

    InquiryFor<std::vector<std::string>> m_zones;
    InquiryFor<FailureAnswer> m_answer;
    InquiryFor<std::vector<model::analysis::SinglePoint>> m_points;
    std::optional<Failure> m_failure;
    bool m_isChoosing = false;  ///< the zones are not known yet
    BlockPicker* m_what;
    QLabel* m_whatLabel;
    QCheckBox* m_single;
    QPushButton* m_recover;
    QLabel* m_verdict;
    QTreeWidget* m_tree;
};

}  // namespace lintel::app::analysis
