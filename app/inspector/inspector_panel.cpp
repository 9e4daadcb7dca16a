#include "app/inspector/inspector_panel.h"

#include "app/inspector/block_page.h"
#include "app/inspector/connection_page.h"
#include "app/inspector/design_page.h"
#include "app/inspector/field_findings.h"
#include "app/inspector/finding_row.h"
#include "app/inspector/finding_strip.h"
#include "app/inspector/note_page.h"
#include "app/problems/severity_look.h"
#include "app/qt_text.h"

#include <QApplication>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

namespace lintel::app::inspector {

using namespace model;

namespace {
constexpr const char* kDerivedLabels[] = {"derivedCost", "derivedNetwork"};
}

InspectorPanel::InspectorPanel(session::DocumentSession& session, LintService& lint, const settings::Words& words,
                               QWidget* parent)
    : QScrollArea(parent), m_session(session), m_lint(lint), m_words(words)
{
    setObjectName("inspector");
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // A shortcut, because some fields keep the key to themselves.
    new QShortcut(Qt::Key_Escape, this, this, &InspectorPanel::left, Qt::WidgetWithChildrenShortcut);
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
    else if (m_shown.size() == 1 && document.notes.contains(NoteId(*m_shown.begin())))
        addNotePage(*layout, *m_findings, NoteId(*m_shown.begin()), context);
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

void InspectorPanel::showSelection()
{
    if (m_shown != m_session.selection()) rebuild();
}

std::vector<InspectorPanel::Field> InspectorPanel::fields() const
{
    std::vector<Field> fields;
    for (const QWidget* editor : widget()->findChildren<QWidget*>()) {
        const QString name = editor->objectName();
        const bool isNamed = !name.isEmpty() && !editor->accessibleName().isEmpty();
        const bool takesFocus = editor->focusPolicy() != Qt::NoFocus || editor->focusProxy();
        const bool isPart = name.startsWith("cell.") || name == "removeRow" || qobject_cast<const FindingRow*>(editor);
        if (!isNamed || !takesFocus || isPart) continue;
        fields.push_back({name, editor->accessibleName(), name.section('.', -1).toLower()});
    }
    return fields;
}

void InspectorPanel::editField(const QString& name)
{
    auto* editor = widget()->findChild<QWidget*>(name);
    if (!editor) return;
    ensureWidgetVisible(editor);
    editor->setFocus(Qt::ShortcutFocusReason);
    if (auto* line = qobject_cast<QLineEdit*>(editor)) line->selectAll();
}

void InspectorPanel::setDerived(const QString& label, Derived derived)
{
    m_derived[label] = std::move(derived);
    showDerived();
}

void InspectorPanel::showDerived()
{
    for (const char* name : kDerivedLabels) {
        auto* line = widget()->findChild<QLabel*>(name);
        if (!line) continue;
        const Derived derived = m_derived.value(name);
        const QString text = derived ? derived(BlockId(*m_shown.begin())) : QString();
        line->setText(text);
        // The row, title and all, is there only when there is something to say.
        for (auto* form : widget()->findChildren<QFormLayout*>())
            if (form->indexOf(line) >= 0) form->labelForField(line)->setVisible(!text.isEmpty());
        line->setVisible(!text.isEmpty());
    }
}

void InspectorPanel::showFindings()
{
    if (m_shown.size() == 1)
        m_findings->show(m_lint.findings(), *m_shown.begin(), m_isDark);
    else
        m_findings->show({}, {}, m_isDark);
    showFieldFindings();
}

/// A finding stands under the field that it concerns.
void InspectorPanel::showFieldFindings()
{
    for (auto* form : widget()->findChildren<QFormLayout*>())
        for (auto* old : widget()->findChildren<FindingRow*>("fieldFinding"))
            if (form->indexOf(old) >= 0) form->removeRow(old);
    const Block* block = m_shown.size() == 1 ? m_session.document().blocks.find(BlockId(*m_shown.begin())) : nullptr;
    if (!block) return;
    for (const auto& [key, findings] : fieldFindings(m_lint.findings(), *block))
        for (const lint::Finding* finding : findings) addFieldFinding(toQString(key), *finding, block->id.text());
}

void InspectorPanel::addFieldFinding(const QString& key, const lint::Finding& finding, const std::string& element)
{
    auto* editor = widget()->findChild<QWidget*>("property." + key);
    if (!editor) return;
    for (auto* form : widget()->findChildren<QFormLayout*>()) {
        int row = -1;
        QFormLayout::ItemRole role = QFormLayout::FieldRole;
        form->getWidgetPosition(editor, &row, &role);
        if (row < 0) continue;
        auto* line = new FindingRow(problems::severityIcon(finding.severity, m_isDark),
                                    m_words.of(Message("rule." + finding.rule + ".title")),
                                    [this, element] { Q_EMIT findingClicked(element); });
        line->setObjectName("fieldFinding");
        line->setToolTip(m_words.of(finding.message));
        form->insertRow(row + 1, line);
    }
}

}  // namespace lintel::app::inspector
