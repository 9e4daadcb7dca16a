#include "model/edit/operations/remove_elements.h"

#include "model/document/containment.h"
#include "model/edit/transaction.h"

#include <algorithm>

namespace lintel::model::edit {

namespace {

using Ids = std::set<std::string>;

bool names(const Value& value, const Ids& gone) { return value.isString() && gone.contains(value.toString()); }

bool mapNames(const Value& value, const Ids& gone)
{
    return std::any_of(value.toMap().begin(), value.toMap().end(),
                       [&](const ValueEntry& entry) { return names(entry.value, gone); });
}

/// A scalar reference goes away with its property; list items and table rows that name a removed block go alone.
/// Free text that happens to equal an id would go too, so only values that look like references are asked for:
/// titles and descriptions are text properties, which callers keep out through `isReference`.
Value without(const Value& value, const Ids& gone)
{
    if (names(value, gone)) return Value();
    if (!value.isList()) return value;
    Value::List kept;
    for (const Value& item : value.toList())
        if (!names(item, gone) && !mapNames(item, gone)) kept.push_back(item);
    return Value(std::move(kept));
}

bool isReference(const std::string& key) { return key != "description" && key != "decision" && key != "environment"; }

void dropReferences(const Block& block, const Ids& gone, Transaction& transaction)
{
    for (const auto& [key, value] : block.properties) {
        if (!isReference(key)) continue;
        Value kept = without(value, gone);
        if (!(kept == value)) transaction.setProperty(block.id, key, std::move(kept));
    }
}

}  // namespace

ChangeSet removeElements(const Document& document, const std::set<std::string>& ids)
{
    const Containment containment(document);
    Ids blocks;
    for (const std::string& id : ids) {
        if (!document.blocks.contains(BlockId(id))) continue;
        blocks.insert(id);
        for (const BlockId& inside : containment.descendants(BlockId(id))) blocks.insert(inside.text());
    }

    Transaction transaction(document);
    for (const Block& block : document.blocks) {
        if (blocks.contains(block.id.text()))
            transaction.remove(block.id);
        else
            dropReferences(block, blocks, transaction);
    }
    for (const Connection& connection : document.connections)
        if (ids.contains(connection.id.text()) || blocks.contains(connection.from.text()) ||
            blocks.contains(connection.to.text()))
            transaction.remove(connection.id);
    for (const Note& note : document.notes)
        if (ids.contains(note.id.text())) transaction.remove(note.id);

    const Document after = transaction.document();
    for (const Placement& placement : document.placements)
        if (!isIdTaken(after, placement.id.text())) transaction.remove(placement.id);
    const auto count = std::to_string(ids.size());
    return transaction.finish({"edit.remove", {{"count", count}}});
}

}  // namespace lintel::model::edit
