#include "app/inspector/connection_page.h"

#include "app/inspector/finding_strip.h"
#include "app/inspector/quiet_combo_box.h"
#include "app/inspector/thread_section.h"
#include "app/qt_text.h"
#include "app/settings/appearance.h"
#include "model/edit/transaction.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace lintel::app::inspector {

using namespace model;

namespace {

constexpr const char* kRelations[] = {"traffic", "replication", "deploy", "dns",
                                      "event",   "observe",     "manage", "attach"};
constexpr const char* kProtocols[] = {"",          "tcp", "udp", "http", "https", "grpc",
                                      "websocket", "sse", "tls", "ssh",  "icmp",  "all"};

void putConnection(const ConnectionId& id, const PageContext& context, const std::function<void(Connection&)>& edit)
{
    const Connection* old = context.session.document().connections.find(id);
    if (!old) return;
    Connection connection = *old;
    edit(connection);
    edit::Transaction transaction(context.session.document());
    transaction.put(std::move(connection));
    context.apply(transaction.finish({"edit.connection", {{"name", old->name.empty() ? id.text() : old->name}}}));
}

QWidget* makeRelation(const Connection& connection, const PageContext& context)
{
    auto* relation = new QuietComboBox;
    relation->setObjectName("relation");
    for (const char* name : kRelations)
        relation->addItem(context.words(std::string("relation.") + name), QString(name));
    relation->setCurrentIndex(qMax(0, relation->findData(toQString(connection.relation))));
    QObject::connect(relation, &QComboBox::activated, relation, [id = connection.id, context, relation](int) {
        putConnection(id, context,
                      [&](Connection& edited) { edited.relation = fromQString(relation->currentData().toString()); });
    });
    return relation;
}

QWidget* makeProtocol(const Connection& connection, const PageContext& context)
{
    auto* protocol = new QuietComboBox;
    protocol->setObjectName("protocol");
    protocol->setEditable(true);
    protocol->setInsertPolicy(QComboBox::NoInsert);
    for (const char* name : kProtocols) protocol->addItem(name);
    protocol->setEditText(toQString(connection.protocol));
    const auto finish = [id = connection.id, context, protocol] {
        const std::string now = fromQString(protocol->currentText().trimmed());
        const Connection* connection_ = context.session.document().connections.find(id);
        if (!connection_ || connection_->protocol == now) return;
        putConnection(id, context, [&](Connection& edited) { edited.protocol = now; });
    };
    QObject::connect(protocol, &QComboBox::activated, protocol, finish);
    QObject::connect(protocol->lineEdit(), &QLineEdit::editingFinished, protocol, finish);
    return protocol;
}

}  // namespace

void addConnectionPage(QVBoxLayout& page, FindingStrip& findings, const ConnectionId& id, const PageContext& context)
{
    const Connection* connection = context.session.document().connections.find(id);
    const settings::Words& words = context.words;
    if (!connection) return page.addWidget(&findings);
    const auto label = [&](const BlockId& end) {
        const Block* block = context.session.document().blocks.find(end);
        return toQString(block ? block->label() : end.text());
    };
    addHeader(page, {}, words("inspector.connection"),
              label(connection->from) + QStringLiteral(" → ") + label(connection->to));
    page.addWidget(&findings);
    QFormLayout* section = addSection(page, {});
    addField(*section, words("inspector.name"),
             makeLineField(toQString(connection->name), "name", {}, [id, context](std::string text) {
                 putConnection(id, context, [&](Connection& edited) { edited.name = text; });
             }));
    addField(*section, words("inspector.relation"), makeRelation(*connection, context));
    addField(*section, words("inspector.protocol"), makeProtocol(*connection, context));
    addField(*section, words("inspector.ports"),
             makeLineField(toQString(connection->ports), "ports", words("inspector.ports-example"),
                           [id, context](std::string text) {
                               putConnection(id, context, [&](Connection& edited) { edited.ports = text; });
                           }));
    addComment(*section, id.text(), context);
    addThreads(page, id.text(), context);
}

}  // namespace lintel::app::inspector
