#include "model/edit/operations/set_property.h"

#include "model/edit/transaction.h"

namespace lintel::model::edit {

ChangeSet setProperty(const Document& document, const BlockId& block, const std::string& key, Value value)
{
    const Block* record = document.blocks.find(block);
    Transaction transaction(document);
    transaction.setProperty(block, key, std::move(value));
    return transaction.finish({"edit.set-property", {{"name", record ? record->label() : block.text()}, {"key", key}}});
}

}  // namespace lintel::model::edit
