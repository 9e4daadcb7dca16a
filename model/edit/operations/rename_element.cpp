#include "model/edit/operations/rename_element.h"

#include "model/edit/transaction.h"

namespace lintel::model::edit {

ChangeSet renameElement(const Document& document, const std::string& id, const std::string& name)
{
    Transaction transaction(document);
    if (const Block* block = document.blocks.find(BlockId(id))) {
        Block renamed = *block;
        renamed.name = name;
        transaction.put(std::move(renamed));
    } else if (const Connection* connection = document.connections.find(ConnectionId(id))) {
        Connection renamed = *connection;
        renamed.name = name;
        transaction.put(std::move(renamed));
    }
    return transaction.finish({"edit.rename", {{"name", name}}});
}

}  // namespace lintel::model::edit
