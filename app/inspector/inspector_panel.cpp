#include "app/inspector/inspector_panel.h"

#include "app/inspector/block_page.h"
#include "app/inspector/connection_page.h"
#include "app/inspector/design_page.h"
#include "app/inspector/finding_strip.h"

#include <QApplication>
#include <QFormLayout>
#include <QLabel>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace lintel::app::inspector {

using namespace model;

InspectorPanel::InspectorPanel(session::DocumentSession& session, LintService& lint, const settings::Words& words,
                               QWidget* parent)
    : QScrollArea(parent), m_session(session), m_lint(lint), m_words(words)
{
    setObjectName("inspector");
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&session, &session::DocumentSession::changed, this, &InspectorPanel::scheduleRebuild);
    connect(&session, &session::DocumentSession::selectionChanged, this, &InspectorPanel::scheduleRebuild);
    connect(&lint, &LintService::findingsChanged, this, &InspectorPanel::showFindings);
    rebuild();
}

void InspectorPanel::setDark(bool dark)
{
    m_isDark = dark;
    rebuild();
}

// Later, because the field that caused the change is still handling its own event.
void InspectorPanel::scheduleRebuild()
{
    if (m_isScheduled || m_isEditing) return;
    m_isScheduled = true;
    QTimer::singleShot(0, this, [this] {
        m_isScheduled = false;
        rebuild();
    });
}

void InspectorPanel::apply(const edit::ChangeSet& change)
{
    // The field already shows what was typed; rebuilding would take the focus away from the next one.
    m_isEditing = true;
    const auto applied = m_session.apply(change);
    m_isEditing = false;
    if (!applied) scheduleRebuild();
}

void InspectorPanel::rebuild()
{
    const bool isSame = m_shown == m_session.selection();
    const int scrolled = isSame ? verticalScrollBar()->value() : 0;
    const QWidget* focused = QApplication::focusWidget();
    const QString focusName = isSame && focused && isAncestorOf(focused) ? focused->objectName() : QString();
    m_shown = m_session.selection();

    const Document& document = m_session.document();
    std::vector<BlockId> blocks;
    for (const std::string& id : m_shown)
        if (document.blocks.contains(BlockId(id))) blocks.emplace_back(id);
    const PageContext context{m_session, m_words, [this](const edit::ChangeSet& change) { apply(change); }};

    auto* page = new QWidget;
    page->setAccessibleName(m_words("panel.inspector"));
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(12, 10, 12, 12);
    layout->setSpacing(8);
    m_findings = new FindingStrip(m_words);
    connect(m_findings, &FindingStrip::clicked, this, &InspectorPanel::findingClicked);
    if (!blocks.empty())
        addBlockPage(*layout, *m_findings, blocks, context);
    else if (m_shown.size() == 1)
        addConnectionPage(*layout, *m_findings, ConnectionId(*m_shown.begin()), context);
    else
        addDesignPage(*layout, *m_findings, context);
    layout->addStretch();
    setWidget(page);
    showFindings();
    showDerived();
    verticalScrollBar()->setValue(scrolled);
    if (!focusName.isEmpty())
        if (auto* again = page->findChild<QWidget*>(focusName)) again->setFocus();
}

void InspectorPanel::setDerived(std::function<QString(const BlockId&)> derived)
{
    m_derived = std::move(derived);
    showDerived();
}

void InspectorPanel::showDerived()
{
    auto* line = widget()->findChild<QLabel*>("derivedCost");
    if (!line) return;
    const QString text = m_derived ? m_derived(BlockId(*m_shown.begin())) : QString();
    line->setText(text);
    // The row, title and all, is there only when there is something to say.
    for (auto* form : widget()->findChildren<QFormLayout*>())
        if (form->indexOf(line) >= 0) form->labelForField(line)->setVisible(!text.isEmpty());
    line->setVisible(!text.isEmpty());
}

void InspectorPanel::showFindings()
{
    if (m_shown.size() == 1)
        m_findings->show(m_lint.findings(), *m_shown.begin(), m_isDark);
    else
        m_findings->show({}, {}, m_isDark);
}

}  // namespace lintel::app::inspector
