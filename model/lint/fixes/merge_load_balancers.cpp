#include "model/lint/fixes/merge_load_balancers.h"

#include "model/edit/transaction.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace lintel::model::lint::fixes {

namespace {

using Gone = std::set<std::string>;

void appendNew(Value::List& list, const Value& more)
{
    for (const Value& item : more.toList())
        if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

/// The value with every id of `gone` replaced; a list keeps one of each.
Value pointedAt(const Value& value, const Gone& gone, const BlockId& kept)
{
    if (value.isString() && gone.contains(value.toString())) return Value(kept.text());
    if (!value.isList()) return value;
    Value::List list;
    for (const Value& item : value.toList()) appendNew(list, Value(Value::List{pointedAt(item, gone, kept)}));
    return Value(std::move(list));
}

bool isReference(const catalogue::Property& property)
{
    return property.type == catalogue::PropertyType::Reference || property.type == catalogue::PropertyType::References;
}

void retargetProperties(const Context& context, const Gone& gone, const BlockId& kept, edit::Transaction& transaction)
{
    for (const Block& block : context.document.blocks) {
        const catalogue::Kind* kind = context.catalogue.kindOf(block);
        if (!kind || gone.contains(block.id.text())) continue;
        for (const catalogue::Property& property : kind->properties) {
            const Value& value = block.property(property.key);
            if (!isReference(property) || value.isNull()) continue;
            if (Value now = pointedAt(value, gone, kept); !(now == value))
                transaction.setProperty(block.id, property.key, std::move(now));
        }
    }
}

/// Two arrows that say the same thing become one.
void retargetConnections(const Context& context, const Gone& gone, const BlockId& kept, edit::Transaction& transaction)
{
    std::set<std::tuple<BlockId, BlockId, std::string, std::string>> drawn;
    const auto keyOf = [](const Connection& c) { return std::tuple(c.from, c.to, c.relation, c.ports); };
    for (const Connection& connection : context.document.connections) drawn.insert(keyOf(connection));
    for (Connection connection : context.document.connections) {
        const bool fromGone = gone.contains(connection.from.text());
        const bool toGone = gone.contains(connection.to.text());
        if (!fromGone && !toGone) continue;
        if (fromGone) connection.from = kept;
        if (toGone) connection.to = kept;
        if (connection.from != connection.to && drawn.insert(keyOf(connection)).second)
            transaction.put(connection);
        else
            transaction.remove(connection.id);
    }
}

}  // namespace

edit::ChangeSet mergeLoadBalancers(const Context& context, const std::vector<BlockId>& loadBalancers, Message caption)
{
    if (loadBalancers.size() < 2) return {};
    const BlockId& kept = loadBalancers.front();
    edit::Transaction transaction(context.document);
    Gone gone;
    Value::List listeners = context.graph.value(kept, "listeners").toList();
    Value::List subnets = context.graph.value(kept, "subnets").toList();
    for (auto other = loadBalancers.begin() + 1; other != loadBalancers.end(); ++other) {
        gone.insert(other->text());
        appendNew(listeners, context.graph.value(*other, "listeners"));
        appendNew(subnets, context.graph.value(*other, "subnets"));
    }
    transaction.setProperty(kept, "listeners", Value(std::move(listeners)));
    if (!subnets.empty()) transaction.setProperty(kept, "subnets", Value(std::move(subnets)));
    retargetProperties(context, gone, kept, transaction);
    retargetConnections(context, gone, kept, transaction);
    for (const std::string& id : gone) {
        transaction.remove(BlockId(id));
        if (context.document.placements.contains(PlacementId(id))) transaction.remove(PlacementId(id));
    }
    return transaction.finish(std::move(caption));
}

}  // namespace lintel::model::lint::fixes
