#include "model/edit/operations/connect_blocks.h"

#include "model/edit/transaction.h"

namespace lintel::model::edit {

Result<ChangeSet> connectBlocks(const Document& document, Connection wish)
{
    const Block* from = document.blocks.find(wish.from);
    const Block* to = document.blocks.find(wish.to);
    if (!from || !to) return makeError("edit.no-such-block", {{"id", (from ? wish.to : wish.from).text()}});
    if (from == to) return makeError("edit.connect-to-itself", {{"name", from->label()}});
    Transaction transaction(document);
    wish.id = ConnectionId(transaction.freeId(from->id.text() + "-" + to->id.text(), "connection"));
    const Message caption("edit.connect", {{"from", from->label()}, {"to", to->label()}});
    transaction.put(std::move(wish));
    return transaction.finish(caption);
}

}  // namespace lintel::model::edit
