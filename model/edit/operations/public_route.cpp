#include "model/edit/operations/public_route.h"

#include "model/edit/operations/address_plan.h"

#include <algorithm>

namespace lintel::model::edit {

namespace {

bool routesTo(const Block& table, const BlockId& gateway)
{
    const auto& rows = table.property("routes").toList();
    return std::any_of(rows.begin(), rows.end(), [&](const Value& row) {
        return row["destination"].toString() == "0.0.0.0/0" && row["target"].toString() == gateway.text();
    });
}

}  // namespace

void givePublicRoute(Transaction& transaction, const catalogue::Catalogue& catalogue, const BlockId& subnet)
{
    const Document draft = transaction.document();
    const BlockId vpc = vpcAround(draft, catalogue, subnet);
    const auto gateway = std::find_if(draft.blocks.begin(), draft.blocks.end(), [&](const Block& block) {
        return block.kind.text() == "internet-gateway" && block.parent == vpc && !vpc.isEmpty();
    });
    if (gateway == draft.blocks.end()) return;
    for (const Block& table : draft.blocks)
        if (table.kind.text() == "route-table" && table.parent == vpc && routesTo(table, gateway->id))
            return transaction.setProperty(subnet, "route-table", Value(table.id.text()));
    Block table;
    table.id = BlockId(transaction.freeId("rt-public", "route-table"));
    table.kind = KindId("route-table");
    table.name = "public";
    table.parent = vpc;
    table.properties["routes"] = Value(
        Value::List{Value(Value::Map{{"destination", Value("0.0.0.0/0")}, {"target", Value(gateway->id.text())}})});
    transaction.setProperty(subnet, "route-table", Value(table.id.text()));
    transaction.put(std::move(table));
}

}  // namespace lintel::model::edit
