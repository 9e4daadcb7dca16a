#include "app/problems/problems_panel.h"

#include "app/problems/decision_dialog.h"
#include "app/problems/finding_explanation.h"
#include "app/problems/severity_look.h"
#include "app/qt_text.h"
#include "app/settings/appearance.h"
#include "model/lint/finding_counts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace lintel::app::problems {

using namespace model;
using lint::Finding;
using lint::Severity;

namespace {

constexpr Severity kSeverities[] = {Severity::Error, Severity::Warning, Severity::Info};
constexpr const char* kFilterIds[] = {"errors", "warnings", "infos"};
constexpr const char* kFixNumber = "fixNumber";
// Lint is usually done sooner; greying the list for a blink would only flicker.
constexpr int kStaleMilliseconds = 120;

}  // namespace

ProblemsPanel::ProblemsPanel(session::DocumentSession& session, LintService& lint, const settings::Words& words,
                             QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_lint(lint),
      m_words(words),
      m_decidedFilter(new QToolButton),
      m_state(new QLabel),
      m_list(new QTreeWidget),
      m_explanation(new FindingExplanation(session.catalogue(), session.messages(), words)),
      m_fixes(new QVBoxLayout)
{
    auto* bar = new QHBoxLayout;
    for (int i = 0; i < 3; ++i) {
        auto* filter = new QToolButton;
        filter->setObjectName(QStringLiteral("filter.") + kFilterIds[i]);
        filter->setCheckable(true);
        filter->setChecked(true);
        filter->setAutoRaise(true);
        filter->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        connect(filter, &QToolButton::toggled, this, &ProblemsPanel::refresh);
        bar->addWidget(filter);
        m_filters[i] = filter;
    }
    m_decidedFilter->setObjectName("filter.decided");
    m_decidedFilter->setCheckable(true);
    m_decidedFilter->setChecked(true);
    m_decidedFilter->setAutoRaise(true);
    connect(m_decidedFilter, &QToolButton::toggled, this, &ProblemsPanel::refresh);
    bar->addWidget(m_decidedFilter);
    m_state->setObjectName("problemsState");
    m_state->setForegroundRole(QPalette::PlaceholderText);
    bar->addSpacing(8);
    bar->addWidget(m_state);
    bar->addStretch();

    m_list->setObjectName("problemsList");
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    m_list->setColumnCount(2);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::Interactive);
    m_list->header()->resizeSection(1, 180);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QWidget::customContextMenuRequested, this, &ProblemsPanel::showMenu);

    auto* details = new QWidget;
    auto* detailsLayout = new QVBoxLayout(details);
    detailsLayout->setContentsMargins(0, 0, 0, 0);
    detailsLayout->addWidget(m_explanation, 1);
    detailsLayout->addLayout(m_fixes);
    auto* splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_list);
    splitter->addWidget(details);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 6);
    layout->setSpacing(4);
    layout->addLayout(bar);
    layout->addWidget(splitter, 1);

    connect(&lint, &LintService::findingsChanged, this, &ProblemsPanel::refresh);
    connect(&session, &session::DocumentSession::changed, this, [this] {
        if (!m_lint.isUpToDate()) QTimer::singleShot(kStaleMilliseconds, this, &ProblemsPanel::markStale);
    });
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ProblemsPanel::showCurrent);
    connect(m_list, &QTreeWidget::itemClicked, this, &ProblemsPanel::showCurrent);
    retranslate();
}

void ProblemsPanel::retranslate()
{
    m_list->setHeaderLabels({m_words("problems.problem"), m_words("problems.where")});
    m_list->setAccessibleName(m_words("panel.problems"));
    m_explanation->setAccessibleName(m_words("problems.explanation"));
    refresh();
}

void ProblemsPanel::setDark(bool dark)
{
    m_isDark = dark;
    m_explanation->setDark(dark);
    refresh();
}

void ProblemsPanel::updateCounts()
{
    const model::lint::FindingCounts counts = model::lint::countsOf(m_lint.findings());
    for (int i = 0; i < 3; ++i) {
        const int count = counts.of(kSeverities[i]);
        m_filters[i]->setIcon(severityIcon(kSeverities[i], m_isDark));
        m_filters[i]->setText(m_words(std::string("problems.") + kFilterIds[i], {{"count", std::to_string(count)}}));
        m_filters[i]->setToolTip(m_words("problems.filter"));
    }
    m_decidedFilter->setVisible(counts.waived > 0);
    m_decidedFilter->setText(m_words("problems.waived", {{"count", std::to_string(counts.waived)}}));
    m_decidedFilter->setToolTip(m_words("problems.filter"));
    const bool isFine = counts.errors + counts.warnings + counts.infos == 0;
    QString state = !m_lint.isUpToDate() ? m_words("problems.checking") : isFine ? m_words("problems.none") : QString();
    if (const auto& problem = m_lint.policyProblem())
        state = m_words("problems.policy-broken", {{"problem", fromQString(m_words.of(*problem))}});
    m_state->setText(state);
}

void ProblemsPanel::refresh()
{
    if (!m_lint.isUpToDate()) return markStale();
    const std::string wanted = m_chosen;
    QTreeWidgetItem* again = nullptr;
    {
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        const auto& findings = m_lint.findings();
        for (std::size_t i = 0; i < findings.size(); ++i) {
            const Finding& finding = findings[i];
            if (!isListed(finding)) continue;
            QTreeWidgetItem* item = addRow(finding);
            item->setData(0, Qt::UserRole, static_cast<int>(i));
            if (!wanted.empty() && finding.fingerprint == wanted) again = item;
        }
        m_list->setEnabled(true);
        if (again) m_list->setCurrentItem(again);
    }
    updateCounts();
    showCurrent();
}

bool ProblemsPanel::isListed(const Finding& finding) const
{
    if (finding.waived) return m_decidedFilter->isChecked();
    return m_filters[finding.severity == Severity::Error     ? 0
                     : finding.severity == Severity::Warning ? 1
                                                             : 2]
        ->isChecked();
}

QTreeWidgetItem* ProblemsPanel::addRow(const Finding& finding)
{
    const QString where = namesOf(m_session.document(), finding.subjects, QStringLiteral(", "));
    auto* item = new QTreeWidgetItem(m_list, {m_words.of(finding.message), where});
    item->setIcon(0, severityIcon(finding.severity, m_isDark));
    for (int column = 0; column < 2; ++column) {
        item->setToolTip(column, item->text(column));
        if (!finding.waived && !finding.todo) continue;
        item->setForeground(column, palette().brush(QPalette::PlaceholderText));
        QFont font = m_list->font();
        font.setStrikeOut(finding.waived);
        font.setItalic(finding.todo);
        item->setFont(column, font);
    }
    return item;
}

void ProblemsPanel::markStale()
{
    if (m_lint.isUpToDate()) return;
    m_list->setEnabled(false);
    showFixes(nullptr);
    m_state->setText(m_words("problems.checking"));
}

const Finding* ProblemsPanel::current() const
{
    const QTreeWidgetItem* item = m_list->currentItem();
    if (!item || !m_lint.isUpToDate()) return nullptr;
    const auto index = static_cast<std::size_t>(item->data(0, Qt::UserRole).toInt());
    return index < m_lint.findings().size() ? &m_lint.findings()[index] : nullptr;
}

void ProblemsPanel::showCurrent()
{
    const Finding* finding = current();
    explain(finding);
    showFixes(finding);
    const bool hadOne = !m_chosen.empty();
    m_chosen = finding ? finding->fingerprint : std::string();
    if (!finding) {
        if (hadOne) Q_EMIT shown({});
        return;
    }
    std::vector<std::string> ids = finding->subjects;
    ids.insert(ids.end(), finding->witness.begin(), finding->witness.end());
    Q_EMIT shown(ids);
}

bool ProblemsPanel::showFindingOf(const std::string& id)
{
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem* item = m_list->topLevelItem(row);
        const auto index = static_cast<std::size_t>(item->data(0, Qt::UserRole).toInt());
        if (index >= m_lint.findings().size()) continue;
        const auto& subjects = m_lint.findings()[index].subjects;
        if (std::find(subjects.begin(), subjects.end(), id) == subjects.end()) continue;
        m_list->setCurrentItem(item);
        m_list->scrollToItem(item);
        return true;
    }
    return false;
}

void ProblemsPanel::explain(const Finding* finding)
{
    if (finding)
        m_explanation->show(m_session.document(), *finding);
    else
        m_explanation->showHint(m_list->topLevelItemCount() > 0);
}

void ProblemsPanel::showFixes(const Finding* finding)
{
    while (QLayoutItem* item = m_fixes->takeAt(0)) {
        // Later: the button that was clicked is still on its way out of its own handler.
        item->widget()->hide();
        item->widget()->removeEventFilter(this);
        item->widget()->deleteLater();
        delete item;
    }
    if (!m_offered.empty()) Q_EMIT previewed({});
    m_offered.clear();
    if (!finding) return;
    for (const lint::Fix& fix : finding->fixes) {
        const QString caption = m_words.of(fix.caption());
        auto* button = new QPushButton(settings::symbolIcon("fix", m_isDark), caption);
        button->setObjectName("fix." + toQString(fix.id));
        button->setProperty(kFixNumber, static_cast<int>(m_offered.size()));
        button->setToolTip(caption + '\n' + m_words(fix.automatic ? "problems.fix-tip" : "problems.suggestion-tip"));
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        button->setStyleSheet(QStringLiteral("text-align: left; padding: 4px 8px;"));
        button->installEventFilter(this);
        connect(button, &QPushButton::clicked, this, [this, fix] { applyFix(fix); });
        m_fixes->addWidget(button);
        m_offered.push_back(fix.change);
    }
    showDecisionButtons(*finding);
}

/// A choice with a price asks for a decision where a defect offers its repair.
void ProblemsPanel::showDecisionButtons(const Finding& finding)
{
    const auto add = [&](const char* id, auto act) {
        auto* button = new QPushButton(m_words(std::string("problems.") + id));
        button->setObjectName(QStringLiteral("problems.") + id);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        button->setStyleSheet(QStringLiteral("text-align: left; padding: 4px 8px;"));
        connect(button, &QPushButton::clicked, this, [this, finding, act] { (this->*act)(finding); });
        m_fixes->addWidget(button);
    };
    if (finding.asksDecision && !finding.waived) add("decide", &ProblemsPanel::decide);
    if (finding.waived) add("withdraw", &ProblemsPanel::withdraw);
}

void ProblemsPanel::showMenu(const QPoint& position)
{
    const QTreeWidgetItem* item = m_list->itemAt(position);
    if (!item) return;
    m_list->setCurrentItem(m_list->itemAt(position));
    const Finding* finding = current();
    if (!finding) return;
    auto* menu = new QMenu(this);
    menu->setObjectName("problemsMenu");
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const Finding chosen = *finding;
    menu->addAction(m_words(chosen.decision.isEmpty() ? "problems.decide" : "problems.decide-again"), this,
                    [this, chosen] { decide(chosen); })
        ->setObjectName("problems.menu-decide");
    if (!chosen.decision.isEmpty())
        menu->addAction(m_words("problems.withdraw"), this, [this, chosen] { withdraw(chosen); })
            ->setObjectName("problems.menu-withdraw");
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void ProblemsPanel::decide(const Finding& finding)
{
    lint::Decision known;
    if (const Waiver* waiver = m_session.document().waivers.find(finding.decision))
        known = {waiver->reason, waiver->by, waiver->until};
    auto* dialog = new DecisionDialog(m_words, m_words.of(finding.message), known, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, finding] { applyChange(lint::decide(m_session.document(), finding, dialog->decision())); });
    dialog->open();
}

void ProblemsPanel::withdraw(const Finding& finding)
{
    applyChange(lint::withdraw(m_session.document(), finding.decision));
}

// Pointing at a fix, or reaching it by keyboard, shows on the canvas what it would do.
bool ProblemsPanel::eventFilter(QObject* watched, QEvent* event)
{
    const bool begins = event->type() == QEvent::Enter || event->type() == QEvent::FocusIn;
    const bool ends = event->type() == QEvent::Leave || event->type() == QEvent::FocusOut;
    if (begins || ends) {
        const auto number = static_cast<std::size_t>(watched->property(kFixNumber).toInt());
        Q_EMIT previewed(begins && number < m_offered.size() ? m_offered[number] : edit::ChangeSet());
    }
    return QWidget::eventFilter(watched, event);
}

void ProblemsPanel::applyFix(const lint::Fix& fix) { applyChange(fix.change); }

void ProblemsPanel::applyChange(const edit::ChangeSet& change)
{
    Q_EMIT previewed({});
    const auto applied = m_session.apply(change);
    if (!applied)
        m_state->setText(m_words.of(applied.error()));
    else
        Q_EMIT fixApplied();
}

}  // namespace lintel::app::problems
