#include "app/inspector/inspector_panel.h"

#include "app/inspector/property_editor.h"
#include "app/qt_text.h"
#include "model/edit/operations/rename_element.h"
#include "model/edit/operations/set_property.h"
#include "model/edit/transaction.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QTimer>

#include <memory>

namespace lintel::app::inspector {

using namespace model;

namespace {

constexpr const char* kGroups[] = {"general", "network", "availability", "security", "application", "delivery", "data", "cost"};

QLabel* heading(const QString& text)
{
    auto* label = new QLabel(text);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    label->setContentsMargins(0, 8, 0, 0);
    return label;
}

}  // namespace

InspectorPanel::InspectorPanel(session::DocumentSession& session, QWidget* parent) : QScrollArea(parent), m_session(session)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&session, &session::DocumentSession::changed, this, &InspectorPanel::scheduleRebuild);
    connect(&session, &session::DocumentSession::selectionChanged, this, &InspectorPanel::scheduleRebuild);
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
    auto* page = new QWidget;
    auto* form = new QFormLayout(page);
    form->setContentsMargins(10, 8, 10, 8);
    form->setVerticalSpacing(6);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    const Document& document = m_session.document();
    const auto& selection = m_session.selection();
    const std::string id = selection.size() == 1 ? *selection.begin() : std::string();
    if (const Block* block = document.blocks.find(BlockId(id))) showBlock(*form, *block);
    else if (const Connection* connection = document.connections.find(ConnectionId(id))) showConnection(*form, *connection);
    else if (selection.empty()) showSettings(*form);
    else form->addRow(new QLabel(tr("%n elements selected", nullptr, static_cast<int>(selection.size()))));
    setWidget(page);
}

void InspectorPanel::addLine(QFormLayout& form, const QString& title, const std::string& text, const char* name,
                             std::function<void(std::string)> chosen)
{
    auto* line = new QLineEdit(toQString(text));
    line->setObjectName(name);
    auto last = std::make_shared<QString>(line->text());
    connect(line, &QLineEdit::editingFinished, line, [line, last, chosen = std::move(chosen)] {
        if (line->text() == *last) return;
        *last = line->text();
        chosen(fromQString(*last));
    });
    form.addRow(title, line);
}

void InspectorPanel::showSettings(QFormLayout& form)
{
    form.addRow(heading(tr("Design")));
    const auto put = [this](const std::function<void(Settings&)>& edit) {
        Settings settings = m_session.document().settings();
        edit(settings);
        edit::Transaction transaction(m_session.document());
        transaction.put(std::move(settings));
        apply(transaction.finish({"edit.settings", {}}));
    };
    const Settings& settings = m_session.document().settings();
    addLine(form, tr("Title"), settings.title, "settings.title", [put](std::string text) { put([&](Settings& s) { s.title = text; }); });
    addLine(form, tr("Region"), settings.region, "settings.region", [put](std::string text) { put([&](Settings& s) { s.region = text; }); });
    auto* profile = new QComboBox;
    profile->addItem(tr("Production"), "production");
    profile->addItem(tr("Small"), "small");
    profile->addItem(tr("Learning"), "learning");
    profile->setCurrentIndex(qMax(0, profile->findData(toQString(settings.profile))));
    connect(profile, &QComboBox::activated, this, [put, profile](int) {
        put([&](Settings& s) { s.profile = fromQString(profile->currentData().toString()); });
    });
    form.addRow(tr("Profile"), profile);
    auto* hint = new QLabel(tr("Select a block or a connection to see what it is made of."));
    hint->setWordWrap(true);
    hint->setEnabled(false);
    form.addRow(hint);
}

void InspectorPanel::showBlock(QFormLayout& form, const Block& block)
{
    const catalogue::Kind* kind = m_session.catalogue().kindOf(block);
    const std::string_view language = codeOf(m_session.language());
    form.addRow(heading(kind ? toQString(kind->title.in(language)) : toQString(block.kind.text())));
    if (kind) {
        auto* summary = new QLabel(toQString(kind->summary.in(language)));
        summary->setWordWrap(true);
        summary->setEnabled(false);
        form.addRow(summary);
    }
    addLine(form, tr("Name"), block.name, "name", [this, id = block.id](std::string name) {
        apply(edit::renameElement(m_session.document(), id.text(), name));
    });
    auto* idLabel = new QLabel(toQString(block.id.text()));
    idLabel->setTextInteractionFlags(Qt::TextSelectableByMouse);
    form.addRow(tr("Id"), idLabel);
    if (!kind) return;
    for (const char* group : kGroups) {
        bool isFirst = true;
        for (const catalogue::Property& property : kind->properties) {
            if ((property.group.empty() ? std::string("general") : property.group) != group) continue;
            if (isFirst) form.addRow(heading(toQString(m_session.messages().text(std::string("inspector.group.") + group, m_session.language()))));
            isFirst = false;
            addProperty(form, block, property);
        }
    }
}

void InspectorPanel::addProperty(QFormLayout& form, const Block& block, const catalogue::Property& property)
{
    const std::string_view language = codeOf(m_session.language());
    QWidget* editor = makePropertyEditor(property, block.property(property.key), {m_session.document(), m_session.language()},
                                         [this, id = block.id, key = property.key](Value value) {
                                             apply(edit::setProperty(m_session.document(), id, key, std::move(value)));
                                         }, nullptr);
    editor->setObjectName("property." + toQString(property.key));
    editor->setToolTip(toQString(property.help.in(language)));
    const QString title = toQString(property.title.in(language));
    if (property.type != catalogue::PropertyType::Table) return form.addRow(title, editor);
    form.addRow(new QLabel(title));
    form.addRow(editor);
}

void InspectorPanel::putConnection(const ConnectionId& id, const std::function<void(Connection&)>& edit)
{
    const Connection* old = m_session.document().connections.find(id);
    if (!old) return;
    Connection connection = *old;
    edit(connection);
    edit::Transaction transaction(m_session.document());
    transaction.put(std::move(connection));
    apply(transaction.finish({"edit.connection", {{"name", id.text()}}}));
}

void InspectorPanel::showConnection(QFormLayout& form, const Connection& connection)
{
    const auto label = [this](const BlockId& id) {
        const Block* block = m_session.document().blocks.find(id);
        return toQString(block ? block->label() : id.text());
    };
    form.addRow(heading(tr("Connection")));
    form.addRow(tr("From"), new QLabel(label(connection.from)));
    form.addRow(tr("To"), new QLabel(label(connection.to)));
    const ConnectionId id = connection.id;
    addLine(form, tr("Name"), connection.name, "name", [this, id](std::string text) { putConnection(id, [&](Connection& c) { c.name = text; }); });
    addLine(form, tr("Protocol"), connection.protocol, "protocol", [this, id](std::string text) { putConnection(id, [&](Connection& c) { c.protocol = text; }); });
    addLine(form, tr("Ports"), connection.ports, "ports", [this, id](std::string text) { putConnection(id, [&](Connection& c) { c.ports = text; }); });
    auto* relation = new QComboBox;
    relation->addItem(tr("Traffic"), "traffic");
    relation->addItem(tr("Replication"), "replication");
    relation->addItem(tr("Deployment"), "deploy");
    relation->addItem(tr("DNS"), "dns");
    relation->addItem(tr("Event"), "event");
    relation->addItem(tr("Observation"), "observe");
    relation->addItem(tr("Management"), "manage");
    relation->addItem(tr("Attachment"), "attach");
    relation->setCurrentIndex(qMax(0, relation->findData(toQString(connection.relation))));
    connect(relation, &QComboBox::activated, this, [this, id, relation](int) {
        putConnection(id, [&](Connection& c) { c.relation = fromQString(relation->currentData().toString()); });
    });
    form.addRow(tr("Relation"), relation);
}

}  // namespace lintel::app::inspector
