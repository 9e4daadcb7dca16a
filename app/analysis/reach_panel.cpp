#include "app/analysis/reach_panel.h"

#include "app/analysis/panel_parts.h"
#include "app/analysis/reach_view.h"
#include "app/qt_text.h"
#include "app/settings/appearance.h"

#include <QGridLayout>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace lintel::app::analysis {

using namespace model;
using rendering::Mark;

namespace {

constexpr const char* kInternet = "*internet*";  // no block's id: those have no stars
constexpr int kIdRole = Qt::UserRole;
constexpr int kPortRole = Qt::UserRole + 1;
constexpr int kStepRole = Qt::UserRole + 2;

}  // namespace

ReachPanel::ReachPanel(const PanelContext& context, LintService& lint)
    : AnalysisPanel(context, "reachPanel"),
      m_lint(lint),
      m_ends(context.session, context.cache),
      m_answer(context.session, context.cache),
      m_fixing(context.session, context.cache),
      m_from(new BlockPicker(context.session, context.words)),
      m_to(new BlockPicker(context.session, context.words)),
      m_port(new QLineEdit),
      m_fromLabel(new QLabel),
      m_toLabel(new QLabel),
      m_portLabel(new QLabel),
      m_swap(new QToolButton),
      m_play(new QPushButton),
      m_verdict(new QLabel),
      m_tree(new QTreeWidget),
      m_fixes(new QVBoxLayout)
{
    build();
    connect(&m_ends, &Inquiry::changed, this, &ReachPanel::fillPickers);
    connect(&m_answer, &Inquiry::changed, this, &ReachPanel::showAnswer);
    connect(&m_fixing, &Inquiry::changed, this, &ReachPanel::showFixes);
    connect(&lint, &LintService::findingsChanged, this, &ReachPanel::askFixes);
    connect(m_from, &BlockPicker::chosen, this, &ReachPanel::takeQuestion);
    connect(m_to, &BlockPicker::chosen, this, &ReachPanel::takeQuestion);
    connect(m_port, &QLineEdit::editingFinished, this, &ReachPanel::takeQuestion);
    connect(m_swap, &QToolButton::clicked, this, &ReachPanel::swapEnds);
    connect(m_play, &QPushButton::clicked, this, &ReachPanel::playFromStart);
    connect(m_tree, &QTreeWidget::itemClicked, this, &ReachPanel::goToStep);
    connect(m_tree, &QTreeWidget::itemActivated, this, &ReachPanel::goToStep);
    connect(&m_controller, &canvas::CanvasController::analysisOwnerChanged, this, [this] {
        if (m_controller.analysisOwner() != this) m_step.stop();
    });
    m_step.setInterval(kStepMilliseconds);
    connect(&m_step, &QTimer::timeout, this, [this] {
        ++m_lit;
        light();
    });
    m_ends.ask(endsIn);
    retranslate();
}

void ReachPanel::build()
{
    m_from->setObjectName("reachFrom");
    m_to->setObjectName("reachTo");
    m_port->setObjectName("reachPort");
    m_port->setValidator(new QIntValidator(0, 65535, m_port));
    m_swap->setObjectName("reachSwap");
    m_swap->setText(QStringLiteral("⇅"));
    m_swap->setAutoRaise(true);
    m_play->setObjectName("reachPlay");
    m_fromLabel->setBuddy(m_from);
    m_toLabel->setBuddy(m_to);
    m_portLabel->setBuddy(m_port);
    auto* form = new QGridLayout;
    form->setVerticalSpacing(6);
    form->addWidget(m_fromLabel, 0, 0);
    form->addWidget(m_from, 0, 1);
    form->addWidget(m_swap, 0, 2, 2, 1);
    form->addWidget(m_toLabel, 1, 0);
    form->addWidget(m_to, 1, 1);
    form->addWidget(m_portLabel, 2, 0);
    form->addWidget(m_port, 2, 1, 1, 2);
    form->addWidget(m_play, 3, 1, 1, 2, Qt::AlignLeft);
    form->setRowStretch(4, 1);
    form->setColumnStretch(1, 1);
    m_verdict->setObjectName("reachVerdict");
    m_verdict->setTextFormat(Qt::RichText);
    m_verdict->setWordWrap(true);
    m_tree->setObjectName("reachTree");
    styleTree(*m_tree);
    m_tree->setHeaderHidden(true);
    wrapRows(*m_tree);
    auto* right = new QVBoxLayout;
    right->addWidget(m_verdict);
    right->addWidget(m_tree, 1);
    right->addLayout(m_fixes);
    layOut(*form, *right);
}

void ReachPanel::retranslate()
{
    m_fromLabel->setText(m_words("reach.from"));
    m_toLabel->setText(m_words("reach.to"));
    m_portLabel->setText(m_words("reach.port"));
    m_port->setPlaceholderText(m_words("reach.every-port"));
    m_swap->setToolTip(m_words("reach.swap"));
    m_swap->setAccessibleName(m_words("reach.swap"));
    m_play->setText(m_words("reach.play"));
    m_from->setAccessibleName(m_words("reach.from"));
    m_to->setAccessibleName(m_words("reach.to"));
    m_port->setAccessibleName(m_words("reach.port"));
    m_tree->setAccessibleName(m_words("panel.reach"));
    m_from->lineEdit()->setPlaceholderText(m_words("reach.pick"));
    m_to->lineEdit()->setPlaceholderText(m_words("reach.pick"));
    fillPickers();
    showAnswer();
}

void ReachPanel::fillPickers()
{
    const auto* ends = m_ends.answer();
    if (!ends) return;
    const auto isEnd = [ends](const Block& block) { return std::binary_search(ends->begin(), ends->end(), block.id); };
    m_from->fill({{kInternet, m_words("reach.internet")}}, isEnd);
    m_to->fill({}, isEnd);
    if (!m_question) return;
    m_from->pick(m_question->from.isEmpty() ? kInternet : m_question->from.text());
    m_to->pick(m_question->to.text());
}

void ReachPanel::ask(const ReachQuestion& question)
{
    m_question = question;
    m_from->pick(question.from.isEmpty() ? kInternet : question.from.text());
    m_to->pick(question.to.text());
    m_port->setText(question.port ? QString::number(*question.port) : QString());
    reask();
}

void ReachPanel::takeReceiver(const BlockId& block)
{
    if (!block.isEmpty()) m_to->pick(block.text());
    (m_from->picked().empty() ? m_from : m_to)->setFocus();
}

bool ReachPanel::isEnd(const BlockId& block) const
{
    const auto* ends = m_ends.answer();
    return ends && std::binary_search(ends->begin(), ends->end(), block);
}

void ReachPanel::takeQuestion()
{
    const std::string from = m_from->picked();
    const std::string to = m_to->picked();
    if (from.empty() || to.empty()) return;
    ReachQuestion question{from == kInternet ? BlockId() : BlockId(from), BlockId(to), {}};
    if (!m_port->text().isEmpty()) question.port = m_port->text().toInt();
    if (m_question && question == *m_question && m_controller.analysisOwner() == this) return;
    m_question = question;
    reask();
}

void ReachPanel::swapEnds()
{
    if (!m_question || m_question->from.isEmpty()) return;
    ask({m_question->to, m_question->from, m_question->port});
}

void ReachPanel::reask()
{
    m_step.stop();
    m_lit = 0;
    m_fixing.drop();
    m_answer.ask(
        [question = *m_question](const model::analysis::Analyses& analyses) { return answerTo(question, analyses); });
    m_controller.showAnalysis(this, {});
    showAnswer();
}

void ReachPanel::askFixes()
{
    const ReachAnswer* answer = m_answer.answer();
    if (!answer || !m_lint.isUpToDate()) return m_fixing.drop();
    m_fixing.ask([question = *m_question, findings = m_lint.findings()](const model::analysis::Analyses& analyses) {
        return fixesFor(question, findings, analyses);
    });
}

void ReachPanel::showAnswer()
{
    const ReachAnswer* answer = m_answer.answer();
    m_play->setIcon(settings::symbolIcon("play", m_isDark));
    m_play->setEnabled(answer && !answer->empty());
    showFixes();
    showVerdict(answer);
    {
        const QSignalBlocker blocker(m_tree);
        m_tree->clear();
        if (answer) showTree(*answer);
    }
    if (m_controller.analysisOwner() != this) return;
    m_step.stop();
    if (!answer || answer->empty()) return m_controller.showAnalysis(this, {});
    askFixes();
    playFromStart();
}

void ReachPanel::showVerdict(const ReachAnswer* answer)
{
    const auto say = [this](const char* id) { m_verdict->setText(mutedText(m_words(id), m_isDark)); };
    if (!m_question) return say("reach.hint");
    if (!answer) return say("reach.working");
    if (answer->empty()) {
        const bool isThere = m_session.document().blocks.contains(m_question->to);
        return m_verdict->setText(
            isThere
                ? m_words("reach.which-port", {{"name", fromQString(nameOf(m_question->to.text()))}}).toHtmlEscaped()
                : mutedText(m_words("reach.hint"), m_isDark));
    }
    // A port is open when either family of addresses gets there.
    std::map<int, bool> ports;
    for (const PortAnswer& port : *answer) ports[port.query.port] |= port.reach.reachable;
    const auto open = std::count_if(ports.begin(), ports.end(), [](const auto& port) { return port.second; });
    const bool all = open == static_cast<std::ptrdiff_t>(ports.size());
    const char* id = all ? "reach.yes" : open == 0 ? "reach.no" : "reach.some";
    const QString from = m_question->from.isEmpty() ? m_words("reach.internet") : nameOf(m_question->from.text());
    const QString text = m_words(id, {{"from", fromQString(from)}, {"to", fromQString(nameOf(m_question->to.text()))}});
    const QString colour = rendering::colourOf(all         ? Mark::Tone::Open
                                               : open == 0 ? Mark::Tone::Broken
                                                           : Mark::Tone::Weak,
                                               m_isDark)
                               .name();
    m_verdict->setText(QStringLiteral("<span style='color:%1'>●</span> <b>%2</b>").arg(colour, text.toHtmlEscaped()));
}

void ReachPanel::showTree(const ReachAnswer& answer)
{
    for (std::size_t i = 0; i < answer.size(); ++i) {
        const PortAnswer& port = answer[i];
        const QString text =
            m_words(port.reach.reachable ? "reach.port-open" : "reach.port-closed", {{"port", portText(port.query)}});
        auto* item = new QTreeWidgetItem(m_tree, {text});
        item->setIcon(
            0, dotIcon(rendering::colourOf(port.reach.reachable ? Mark::Tone::Open : Mark::Tone::Broken, m_isDark)));
        item->setData(0, kPortRole, static_cast<int>(i));
        QFont bold = m_tree->font();
        bold.setBold(true);
        item->setFont(0, bold);
        if (port.reach.reachable)
            addPath(*item, port);
        else
            addBlockers(*item, port);
        item->setExpanded(i == 0);
    }
    if (m_tree->topLevelItemCount() > 0) m_tree->setCurrentItem(m_tree->topLevelItem(0));
}

void ReachPanel::addPath(QTreeWidgetItem& port, const PortAnswer& answer)
{
    const auto& path = answer.reach.path;
    const bool isNarrow = m_question->from.isEmpty() && !answer.reach.sources.isInternetWide();
    if (isNarrow) {
        std::string ranges;
        for (const auto& range : answer.reach.sources.ranges()) ranges += (ranges.empty() ? "" : ", ") + range.text();
        new QTreeWidgetItem(&port, {m_words("reach.only-from", {{"ranges", ranges}})});
    }
    for (std::size_t i = 0; i < path.size(); ++i) {
        const Block* block = m_session.document().blocks.find(BlockId(path[i]));
        const catalogue::Kind* kind = block ? m_session.catalogue().kindOf(*block) : nullptr;
        const QString title = kind ? m_words.of(kind->title) : QString();
        const QString name = nameOf(path[i]);
        const QString text = title.isEmpty() || title == name ? name : QStringLiteral("%1 · %2").arg(name, title);
        auto* item = new QTreeWidgetItem(&port, {QStringLiteral("%1.  %2").arg(i + 1).arg(text)});
        if (block) item->setIcon(0, settings::kindIcon(block->kind.text()));
        item->setData(0, kIdRole, toQString(path[i]));
        item->setData(0, kStepRole, static_cast<int>(i + 1));
    }
}

void ReachPanel::addBlockers(QTreeWidgetItem& port, const PortAnswer& answer)
{
    const auto& ways = answer.reach.blockers;
    if (ways.empty()) new QTreeWidgetItem(&port, {m_words("reach.no-way")});
    for (std::size_t way = 0; way < ways.size(); ++way) {
        QTreeWidgetItem* parent = &port;
        if (ways.size() > 1) {
            parent = new QTreeWidgetItem(&port, {m_words("reach.way", {{"number", std::to_string(way + 1)}})});
            parent->setExpanded(true);
        }
        for (const model::analysis::Blocker& blocker : ways[way]) {
            auto* item = new QTreeWidgetItem(parent, {m_words.of(blocker.message)});
            const Block* subject = m_session.document().blocks.find(BlockId(blocker.subject));
            if (subject) item->setIcon(0, settings::kindIcon(subject->kind.text()));
            item->setToolTip(0, item->text(0));
            item->setData(0, kIdRole, toQString(blocker.subject));
        }
    }
}

const PortAnswer* ReachPanel::chosenPort() const
{
    const ReachAnswer* answer = m_answer.answer();
    const QTreeWidgetItem* item = m_tree->currentItem();
    while (item && item->parent()) item = item->parent();
    const auto index = static_cast<std::size_t>(item ? item->data(0, kPortRole).toInt() : 0);
    return answer && index < answer->size() ? &(*answer)[index] : nullptr;
}

QString ReachPanel::titleOf(const PortAnswer& answer) const
{
    const QString from = m_question->from.isEmpty() ? m_words("reach.internet") : nameOf(m_question->from.text());
    return QStringLiteral("%1 → %2 · %3").arg(from, nameOf(m_question->to.text()), toQString(portText(answer.query)));
}

void ReachPanel::playFromStart()
{
    m_lit = 1;
    light();
}

void ReachPanel::light()
{
    const PortAnswer* port = chosenPort();
    if (!port) return m_step.stop();
    const Document& document = m_controller.document();
    canvas::AnalysisView view = port->reach.reachable ? pathView(port->reach, m_lit, document, m_controller.geometry())
                                                      : blockerView(*m_question, port->reach, document);
    view.title = titleOf(*port);
    m_controller.showAnalysis(this, view);
    if (port->reach.reachable && m_lit < port->reach.path.size())
        m_step.start();
    else
        m_step.stop();
}

void ReachPanel::goToStep(QTreeWidgetItem* item)
{
    const PortAnswer* port = item ? chosenPort() : nullptr;
    if (!port) return;
    const int step = item->data(0, kStepRole).toInt();
    m_lit = step > 0 ? static_cast<std::size_t>(step) : port->reach.path.size();
    light();
    m_step.stop();
    const rendering::Element* element =
        m_controller.canvas().picture().find(fromQString(item->data(0, kIdRole).toString()));
    if (element) m_controller.canvas().ensureVisible(element->bounds);
}

void ReachPanel::showFixes()
{
    clearLayout(*m_fixes);
    const auto* fixes = m_fixing.answer();
    if (!fixes) return;
    for (const lint::Fix& fix : *fixes) m_fixes->addWidget(makeFixButton(fix, m_controller, m_words, m_isDark));
}

QString ReachPanel::nameOf(const std::string& id) const { return analysis::nameOf(id, m_session, m_words); }

}  // namespace lintel::app::analysis
