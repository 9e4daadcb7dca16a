#include "app/analysis/failure_panel.h"

#include "app/analysis/panel_parts.h"
#include "app/qt_text.h"
#include "app/settings/appearance.h"
#include "model/analysis/failure_words.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <utility>

namespace lintel::app::analysis {

using namespace model;
using model::analysis::Fate;
using model::analysis::FlowFate;
using rendering::Mark;

namespace {

constexpr const char* kZone = "*zone*";  // before a zone's letter; no block's id begins like this
constexpr int kIdRole = Qt::UserRole;

}  // namespace

FailurePanel::FailurePanel(const PanelContext& context)
    : AnalysisPanel(context, "failurePanel"),
      m_zones(context.session, context.cache),
      m_answer(context.session, context.cache),
      m_points(context.session, context.cache),
      m_what(new BlockPicker(context.session, context.words)),
      m_whatLabel(new QLabel),
      m_single(new QCheckBox),
      m_recover(new QPushButton),
      m_verdict(new QLabel),
      m_tree(new QTreeWidget)
{
    build();
    connect(&m_zones, &Inquiry::changed, this, &FailurePanel::fillPicker);
    connect(&m_answer, &Inquiry::changed, this, [this] {
        if (isGone())
            recover();
        else
            showAnswer();
    });
    connect(&m_points, &Inquiry::changed, this, &FailurePanel::showAnswer);
    connect(m_what, &BlockPicker::chosen, this, &FailurePanel::takePicked);
    connect(m_single, &QCheckBox::toggled, this, &FailurePanel::markSinglePoints);
    connect(m_recover, &QPushButton::clicked, this, &FailurePanel::recover);
    connect(m_tree, &QTreeWidget::itemClicked, this, &FailurePanel::goTo);
    connect(m_tree, &QTreeWidget::itemActivated, this, &FailurePanel::goTo);
    connect(&m_controller, &canvas::CanvasController::analysisOwnerChanged, this, [this] {
        if (m_controller.analysisOwner() != this) leave();
    });
    m_zones.ask(zonesIn);
    retranslate();
}

void FailurePanel::build()
{
    m_what->setObjectName("failureWhat");
    m_single->setObjectName("failureSinglePoints");
    m_recover->setObjectName("failureRecover");
    m_verdict->setObjectName("failureVerdict");
    m_verdict->setTextFormat(Qt::RichText);
    m_verdict->setWordWrap(true);
    m_tree->setObjectName("failureTree");
    styleTree(*m_tree);
    m_tree->setColumnCount(3);
    m_tree->setRootIsDecorated(false);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_whatLabel->setBuddy(m_what);
    auto* form = new QVBoxLayout;
    form->setSpacing(6);
    form->addWidget(m_whatLabel);
    form->addWidget(m_what);
    form->addWidget(m_single);
    form->addWidget(m_recover, 0, Qt::AlignLeft);
    form->addStretch();
    auto* right = new QVBoxLayout;
    right->addWidget(m_verdict);
    right->addWidget(m_tree, 1);
    layOut(*form, *right);
}

void FailurePanel::retranslate()
{
    m_whatLabel->setText(m_words("failure.what"));
    m_what->setAccessibleName(m_words("failure.what"));
    m_what->lineEdit()->setPlaceholderText(m_words("failure.pick"));
    m_single->setText(m_words("failure.single-points"));
    m_recover->setText(m_words("failure.recover"));
    m_tree->setHeaderLabels({m_words("failure.flow"), m_words("failure.fate"), m_words("failure.why")});
    m_tree->setAccessibleName(m_words("panel.failure"));
    fillPicker();
    showAnswer();
}

void FailurePanel::fillPicker()
{
    const auto* zones = m_zones.answer();
    if (!zones) return;
    std::vector<BlockPicker::Extra> extras;
    for (const std::string& zone : *zones) {
        extras.push_back({kZone + toQString(zone), nameOfZone(zone), settings::kindIcon("availability-zone")});
    }
    m_what->fill(extras, [](const Block&) { return true; });
    if (m_failure) m_what->pick(m_failure->what == Failure::What::Zone ? kZone + m_failure->id : m_failure->id);
    if (std::exchange(m_isChoosing, false)) m_what->offerAll();
}

/// Zones go by their letter, and one without by its block. Something else may be called like a letter.
QString FailurePanel::nameOfZone(const std::string& zone) const
{
    const Block* block = m_session.document().blocks.find(BlockId(zone));
    const bool isBlock = block && block->kind.text() == "availability-zone";
    return isBlock ? nameOf(zone, m_session, m_words) : m_words("failure.zone", {{"zone", zone}});
}

void FailurePanel::choose()
{
    if (m_zones.answer())
        m_what->offerAll();
    else
        m_isChoosing = true;
}

void FailurePanel::takePicked()
{
    const std::string picked = m_what->picked();
    if (picked.empty()) return;
    const bool isZone = picked.starts_with(kZone);
    fail({isZone ? Failure::What::Zone : Failure::What::Block,
          isZone ? picked.substr(std::string_view(kZone).size()) : picked});
}

void FailurePanel::fail(const Failure& failure)
{
    m_failure = failure;
    m_what->pick(failure.what == Failure::What::Zone ? kZone + failure.id : failure.id);
    m_controller.showAnalysis(this, {});
    m_answer.ask([failure](const model::analysis::Analyses& analyses) { return answerTo(failure, analyses); });
    showAnswer();
}

void FailurePanel::markSinglePoints(bool marked)
{
    {
        const QSignalBlocker blocker(m_single);
        m_single->setChecked(marked);
    }
    if (marked == m_points.isAsked()) return;
    if (marked) {
        m_points.ask(singlePointsIn);
        m_controller.showAnalysis(this, {});
    } else {
        m_points.drop();
        if (!m_failure && m_controller.analysisOwner() == this) m_controller.leaveAnalysis();
    }
    showAnswer();
    Q_EMIT singlePointsToggled(marked);
}

bool FailurePanel::marksSinglePoints() const { return m_points.isAsked(); }

void FailurePanel::recover()
{
    if (m_controller.analysisOwner() == this)
        m_controller.leaveAnalysis();
    else
        leave();
}

/// What was to fail is no longer part of the design.
bool FailurePanel::isGone() const
{
    if (!m_failure || m_failure->what == Failure::What::Zone) return false;
    const Document& document = m_session.document();
    return !document.blocks.contains(BlockId(m_failure->id)) &&
           !document.connections.contains(ConnectionId(m_failure->id));
}

/// The canvas shows something else: nothing fails here any more.
void FailurePanel::leave()
{
    m_failure.reset();
    m_answer.drop();
    m_what->pick({});
    markSinglePoints(false);
    showAnswer();
}

void FailurePanel::showAnswer()
{
    m_recover->setEnabled(m_failure || m_points.isAsked());
    m_verdict->setText(verdict());
    m_tree->clear();
    if (const FailureAnswer* answer = m_answer.answer()) {
        for (const FlowFate& flow : answer->fates)
            if (flow.fate != Fate::Survives) addFlow(flow);
        for (const model::analysis::Lack& lack : answer->lacks) addLack(lack);
        for (const FlowFate& flow : answer->fates)
            if (flow.fate == Fate::Survives) addFlow(flow);
    }
    if (const auto* points = m_points.answer())
        for (const auto& point : *points) addSinglePoint(point);
    m_tree->setHeaderHidden(m_tree->topLevelItemCount() == 0);
    if (m_controller.analysisOwner() == this) showOnCanvas();
}

void FailurePanel::showOnCanvas()
{
    canvas::AnalysisView view;
    const FailureAnswer* answer = m_failure ? m_answer.answer() : nullptr;
    if (answer) view = failureView(*m_failure, *answer, m_controller.document());
    if (const auto* points = m_points.answer()) view = together(view, singlePointsView(*points));
    if (answer || m_points.answer()) view.title = m_failure ? titleOfFailure() : m_words("failure.single-points-title");
    m_controller.showAnalysis(this, view);
}

QString FailurePanel::titleOfFailure() const
{
    if (m_failure->what == Failure::What::Connection) {
        const Connection* connection = m_session.document().connections.find(ConnectionId(m_failure->id));
        if (!connection) return {};
        return m_words("failure.title-connection",
                       {{"from", fromQString(nameOf(connection->from.text(), m_session, m_words))},
                        {"to", fromQString(nameOf(connection->to.text(), m_session, m_words))}});
    }
    const bool isZone = m_failure->what == Failure::What::Zone;
    const QString name = isZone ? nameOfZone(m_failure->id) : nameOf(m_failure->id, m_session, m_words);
    return m_words("failure.title", {{"name", fromQString(name)}});
}

QString FailurePanel::verdict() const
{
    if (!m_failure && !m_points.isAsked()) return mutedText(m_words("failure.hint"), m_isDark);
    const FailureAnswer* answer = m_answer.answer();
    if ((m_failure && !answer) || (m_points.isAsked() && !m_points.answer()))
        return mutedText(m_words("reach.working"), m_isDark);
    if (!m_failure)
        return (m_points.answer()->empty()
                    ? m_words("failure.no-single-points")
                    : m_words("failure.single-points-found", {{"count", std::to_string(m_points.answer()->size())}}))
            .toHtmlEscaped();
    if (answer->fates.empty()) return mutedText(m_words("failure.no-people"), m_isDark);
    std::map<Fate, int> counts;
    for (const FlowFate& flow : answer->fates) ++counts[flow.fate];
    const QString text = m_words("failure.counts", {{"dead", std::to_string(counts[Fate::Dies])},
                                                    {"weak", std::to_string(counts[Fate::Degrades])},
                                                    {"alive", std::to_string(counts[Fate::Survives])}});
    return QStringLiteral("<b>%1</b> &nbsp; %2").arg(titleOfFailure().toHtmlEscaped(), text.toHtmlEscaped());
}

template <class Ids>
QString FailurePanel::namesOf(const Ids& ids) const
{
    QStringList names;
    for (const BlockId& id : ids) names << nameOf(id.text(), m_session, m_words);
    return names.join(QStringLiteral(", "));
}

void FailurePanel::addFlow(const FlowFate& flow)
{
    const MessageArgument left{"left", std::to_string(flow.capacityLeft)};
    const MessageArgument before{"before", std::to_string(flow.capacityBefore)};
    const char* id = flow.fate == Fate::Dies       ? "failure.dies"
                     : flow.fate == Fate::Degrades ? "failure.degrades"
                                                   : "failure.survives";
    const Mark::Tone tone = flow.fate == Fate::Dies       ? Mark::Tone::Broken
                            : flow.fate == Fate::Degrades ? Mark::Tone::Weak
                                                          : Mark::Tone::Open;
    const QString why = !flow.severed.empty()                 ? m_words("failure.connection-cut")
                        : model::analysis::failedItself(flow) ? m_words("failure.fails-itself")
                                                              : namesOf(flow.because);
    auto* item = new QTreeWidgetItem(m_tree, {namesOf(flow.group.members), m_words(id, {left, before}), why});
    item->setIcon(1, dotIcon(rendering::colourOf(tone, m_isDark)));
    const Block* first = m_session.document().blocks.find(flow.group.members.front());
    if (first) item->setIcon(0, settings::kindIcon(first->kind.text()));
    item->setData(0, kIdRole, toQString(flow.group.members.front().text()));
    for (const int column : {0, 2}) item->setToolTip(column, item->text(column));
}

void FailurePanel::addLack(const model::analysis::Lack& lack)
{
    const std::string id = std::string("failure.lacks.") + model::analysis::wordOf(lack.what);
    const QString why = m_words("failure.gone", {{"names", fromQString(namesOf(lack.because))}});
    auto* item = new QTreeWidgetItem(m_tree, {namesOf(lack.blocks), m_words(id.c_str()), why});
    item->setIcon(1, dotIcon(rendering::colourOf(Mark::Tone::Weak, m_isDark)));
    const Block* first = m_session.document().blocks.find(lack.blocks.front());
    if (first) item->setIcon(0, settings::kindIcon(first->kind.text()));
    item->setData(0, kIdRole, toQString(lack.blocks.front().text()));
    for (const int column : {0, 2}) item->setToolTip(column, item->text(column));
}

void FailurePanel::addSinglePoint(const model::analysis::SinglePoint& point)
{
    auto* item =
        new QTreeWidgetItem(m_tree, {nameOf(point.block.text(), m_session, m_words), m_words("failure.single-point"),
                                     m_words("failure.cuts-off", {{"names", fromQString(namesOf(point.cutsOff))}})});
    item->setIcon(1, dotIcon(rendering::colourOf(Mark::Tone::Single, m_isDark)));
    const Block* block = m_session.document().blocks.find(point.block);
    if (block) item->setIcon(0, settings::kindIcon(block->kind.text()));
    item->setData(0, kIdRole, toQString(point.block.text()));
    for (const int column : {0, 2}) item->setToolTip(column, item->text(column));
}

void FailurePanel::goTo(QTreeWidgetItem* item)
{
    const rendering::Element* element =
        item ? m_controller.canvas().picture().find(fromQString(item->data(0, kIdRole).toString())) : nullptr;
    if (element) m_controller.canvas().ensureVisible(element->bounds);
}

}  // namespace lintel::app::analysis
