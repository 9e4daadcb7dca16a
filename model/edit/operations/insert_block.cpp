#include "model/edit/operations/insert_block.h"

#include "model/document/containment.h"
#include "model/edit/transaction.h"

namespace lintel::model::edit {

std::string usualPort(const Document& document, const catalogue::Catalogue& catalogue, const BlockId& from,
                      const BlockId& to)
{
    const Block* caller = document.blocks.find(from);
    const Block* callee = document.blocks.find(to);
    if (!callee) return {};
    // What it says itself counts most; an engine knows its port; else what usually follows the caller.
    const std::string own = callee->property("ports").isNull() ? callee->property("port").scalarText()
                                                               : callee->property("ports").scalarText();
    if (!own.empty()) return own;
    const catalogue::Kind* kind = catalogue.kindOf(*callee);
    const std::string engine = kind ? propertyOf(kind->facts, "engine-port").scalarText() : std::string();
    if (const catalogue::Kind* first = caller ? catalogue.kindOf(*caller) : nullptr)
        for (const catalogue::NextKind& next : first->next)
            if (next.kind == callee->kind && !next.port.empty() && engine.empty()) return next.port;
    return engine;
}

ChangeSet insertBlock(const Document& document, const catalogue::Catalogue& catalogue, const BlockId& block,
                      const ConnectionId& connection)
{
    const Connection* old = document.connections.find(connection);
    const Block* inserted = document.blocks.find(block);
    if (!old || !inserted) return {};
    const Containment containment(document);
    for (const BlockId& end : {old->from, old->to})
        if (end == block || containment.holds(end, block) || containment.holds(block, end)) return {};
    Transaction transaction(document);
    Connection second = *old;
    second.id = ConnectionId(transaction.freeId(block.text() + "-" + old->to.text(), "connection"));
    second.from = block;
    second.name.clear();
    Connection first = *old;
    first.to = block;
    const std::string port = usualPort(document, catalogue, old->from, block);
    if (!port.empty()) first.ports = port;
    if (transaction.placement(placementId(connection))) transaction.remove(placementId(connection));
    transaction.put(std::move(first));
    transaction.put(std::move(second));
    return transaction.finish({"edit.insert", {{"name", inserted->label()}}});
}

}  // namespace lintel::model::edit
