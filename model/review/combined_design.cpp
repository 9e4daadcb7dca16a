#include "model/review/combined_design.h"

#include "model/edit/transaction.h"

namespace lintel::model::review {

Document combined(const Document& before, const Document& after)
{
    edit::Transaction draft(after);
    for (const Block& block : before.blocks)
        if (!isIdTaken(after, block.id.text())) draft.put(block);
    for (const Connection& connection : before.connections)
        if (!isIdTaken(after, connection.id.text()) && draft.block(connection.from) && draft.block(connection.to))
            draft.put(connection);
    return draft.document();
}

}  // namespace lintel::model::review
