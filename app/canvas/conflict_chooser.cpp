#include "app/canvas/conflict_chooser.h"

#include "app/canvas/canvas_controller.h"
#include "app/qt_text.h"
#include "model/io/value_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace lintel::app::canvas {

using namespace model;
using edit::Choice;
using edit::ConflictType;
using edit::MergeConflict;

namespace {

constexpr int kMargin = 12;
constexpr int kMostWidth = 560;

const char* reasonOf(ConflictType type)
{
    switch (type) {
        case ConflictType::BothChanged: return "both-changed";
        case ConflictType::DeletedHere: return "deleted-here";
        case ConflictType::DeletedThere: return "deleted-there";
        case ConflictType::BroughtBack: return "brought-back";
        case ConflictType::ContainerRefused: return "container-refused";
        case ConflictType::Everything: break;
    }
    return "everything";
}

/// What the two buttons say; each is shown with the value it takes.
std::pair<const char*, const char*> choicesOf(ConflictType type)
{
    switch (type) {
        case ConflictType::BothChanged:
        case ConflictType::ContainerRefused: return {"take-ours", "take-theirs"};
        case ConflictType::DeletedHere: return {"delete", "keep-theirs"};
        case ConflictType::DeletedThere: return {"keep-ours", "delete"};
        case ConflictType::BroughtBack: return {"keep", "delete"};
        case ConflictType::Everything: break;
    }
    return {"keep-design", "keep-design"};
}

QLabel* wrapped(const char* name)
{
    auto* label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

}  // namespace

ConflictChooser::ConflictChooser(session::DocumentSession& session, CanvasController& controller, QWidget& canvas)
    : QFrame(&canvas),
      m_session(session),
      m_controller(controller),
      m_title(wrapped("conflictTitle")),
      m_reason(wrapped("conflictReason")),
      m_refusal(wrapped("conflictRefusal")),
      m_previous(new QToolButton),
      m_next(new QToolButton),
      m_ours(new QPushButton),
      m_theirs(new QPushButton)
{
    setObjectName("conflictChooser");
    m_ours->setObjectName("conflictOurs");
    m_theirs->setObjectName("conflictTheirs");
    m_previous->setObjectName("conflictPrevious");
    m_next->setObjectName("conflictNext");
    m_previous->setArrowType(Qt::LeftArrow);
    m_next->setArrowType(Qt::RightArrow);
    auto* top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_previous);
    top->addWidget(m_next);
    auto* choices = new QHBoxLayout;
    choices->addWidget(m_ours, 1);
    choices->addWidget(m_theirs, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_reason);
    layout->addLayout(choices);
    layout->addWidget(m_refusal);
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_ours, &QPushButton::clicked, this, [this] { choose(Choice::Ours); });
    connect(m_theirs, &QPushButton::clicked, this, [this] { choose(Choice::Theirs); });
    for (QObject* watched :
         {static_cast<QObject*>(&canvas), static_cast<QObject*>(m_ours), static_cast<QObject*>(m_theirs)})
        watched->installEventFilter(this);
    connect(&session, &session::DocumentSession::changed, this, &ConflictChooser::refresh);
    setDark(false);
    refresh();
}

void ConflictChooser::retranslate()
{
    m_previous->setToolTip(text("previous"));
    m_next->setToolTip(text("next"));
    for (QToolButton* button : {m_previous, m_next}) button->setAccessibleName(button->toolTip());
    refresh();
}

void ConflictChooser::setDark(bool dark)
{
    setStyleSheet(QStringLiteral("#conflictChooser { background: %1; border: 1px solid %2; border-radius: 8px; }"
                                 "QLabel { color: %3; border: none; } #conflictTitle { font-weight: bold; }"
                                 "#conflictRefusal { color: %4; }")
                      .arg(dark ? "#2b313b" : "#ffffff", dark ? "#d9a441" : "#b7791f", dark ? "#e6e9ee" : "#1f2937",
                           dark ? "#ff9b8f" : "#b42318"));
}

bool ConflictChooser::eventFilter(QObject* watched, QEvent* event)
{
    const bool isButton = watched == m_ours || watched == m_theirs;
    if (!isButton && event->type() == QEvent::Resize) place();
    if (isButton && (event->type() == QEvent::Enter || event->type() == QEvent::FocusIn))
        preview(watched == m_ours ? Choice::Ours : Choice::Theirs);
    if (isButton && (event->type() == QEvent::Leave || event->type() == QEvent::FocusOut))
        m_controller.previewFix(nullptr);
    return QFrame::eventFilter(watched, event);
}

void ConflictChooser::refresh()
{
    m_conflicts = edit::openConflicts(m_session.document());
    setVisible(!m_conflicts.empty());
    if (m_conflicts.empty()) {
        if (m_shown) m_controller.highlight({});
        m_shown.reset();
        return;
    }
    m_at = std::min(m_at, m_conflicts.size() - 1);
    show(m_conflicts[m_at]);
}

void ConflictChooser::step(int by)
{
    if (m_conflicts.empty()) return;
    const std::size_t count = m_conflicts.size();
    m_at = (m_at + count + static_cast<std::size_t>(by + static_cast<int>(count))) % count;
    show(m_conflicts[m_at]);
}

void ConflictChooser::show(const MergeConflict& conflict)
{
    m_title->setText(text("title", {{"number", std::to_string(m_at + 1)},
                                    {"count", std::to_string(m_conflicts.size())},
                                    {"subject", fromQString(subjectOf(conflict))}}));
    m_reason->setText(text(reasonOf(conflict.type), {{"field", fromQString(fieldOf(conflict))}}));
    const auto [ours, theirs] = choicesOf(conflict.type);
    m_ours->setText(text(ours, {{"value", fromQString(valueOf(conflict, Choice::Ours))}}));
    m_theirs->setText(text(theirs, {{"value", fromQString(valueOf(conflict, Choice::Theirs))}}));
    m_theirs->setVisible(conflict.type != ConflictType::Everything);
    m_refusal->hide();
    for (QToolButton* button : {m_previous, m_next}) button->setVisible(m_conflicts.size() > 1);
    place();
    if (m_shown == conflict) return;
    m_shown = conflict;
    m_controller.highlight({conflict.id});
}

void ConflictChooser::place()
{
    const int width = std::min(kMostWidth, parentWidget()->width() - 2 * kMargin);
    setFixedWidth(std::max(width, 1));
    adjustSize();
    move((parentWidget()->width() - this->width()) / 2, kMargin);
    raise();
}

void ConflictChooser::preview(Choice choice)
{
    if (m_conflicts.empty()) return;
    const auto change = edit::settle(m_session.document(), m_conflicts[m_at], choice, m_session.catalogue());
    if (change) m_controller.previewFix(&*change);
}

void ConflictChooser::choose(Choice choice)
{
    if (m_conflicts.empty()) return;
    m_controller.previewFix(nullptr);
    auto change = edit::settle(m_session.document(), m_conflicts[m_at], choice, m_session.catalogue());
    if (change) {
        m_controller.commit(*change);
        return;
    }
    m_refusal->setText(m_session.textOf(change.error()));
    m_refusal->show();
    place();
}

QString ConflictChooser::subjectOf(const MergeConflict& conflict) const
{
    const Document& document = m_session.document();
    if (const Block* block = document.blocks.find(BlockId(conflict.id))) {
        const QString kind = m_session.textOf(Message("kind." + block->kind.text() + ".title"));
        return block->name.empty() ? kind : toQString(block->name) + QStringLiteral(" · ") + kind;
    }
    if (const Connection* connection = document.connections.find(ConnectionId(conflict.id))) {
        const auto label = [&](const BlockId& id) {
            const Block* end = document.blocks.find(id);
            return toQString(end ? end->label() : id.text());
        };
        return label(connection->from) + QStringLiteral(" → ") + label(connection->to);
    }
    return conflict.id.empty() || conflict.id == "settings" ? text("whole-design") : toQString(conflict.id);
}

QString ConflictChooser::fieldOf(const MergeConflict& conflict) const
{
    const Block* block = m_session.document().blocks.find(BlockId(conflict.id));
    const catalogue::Kind* kind = block ? m_session.catalogue().kindOf(*block) : nullptr;
    if (conflict.field == "name") return text("field-name");
    if (kind)
        for (const catalogue::Property& property : kind->properties)
            if (property.key == conflict.field) return toQString(property.title.in(text::codeOf(m_session.language())));
    return toQString(conflict.field);
}

QString ConflictChooser::valueOf(const MergeConflict& conflict, Choice choice) const
{
    const Value& value = choice == Choice::Ours ? conflict.ours : conflict.theirs;
    if (value.isNull()) return text("no-value");
    if (conflict.type == ConflictType::ContainerRefused)
        if (const Block* block = m_session.document().blocks.find(BlockId(value.scalarText())))
            return toQString(block->label());
    QString shown = toQString(io::valueText(value));
    constexpr int kMost = 48;
    return shown.size() > kMost ? shown.left(kMost - 1) + QChar(0x2026) : shown;
}

QString ConflictChooser::text(const char* id, std::vector<MessageArgument> arguments) const
{
    return m_session.textOf(Message(std::string("editor.conflicts.") + id, std::move(arguments)));
}

}  // namespace lintel::app::canvas
