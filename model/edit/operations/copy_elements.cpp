#include "model/edit/operations/copy_elements.h"

#include "model/document/containment.h"
#include "model/edit/operations/duplicate_zone.h"
#include "model/edit/operations/outermost.h"
#include "model/edit/transaction.h"

namespace lintel::model::edit {

namespace {

using NewIds = std::map<std::string, std::string>;

bool isFreeText(const std::string& key) { return key == "description" || key == "decision"; }

Value renamed(const Value& value, const NewIds& ids)
{
    if (value.isString()) {
        const auto found = ids.find(value.toString());
        return found == ids.end() ? value : Value(found->second);
    }
    if (value.isList()) {
        Value::List list;
        for (const Value& item : value.toList()) list.push_back(renamed(item, ids));
        return Value(std::move(list));
    }
    if (value.isMap()) {
        Value::Map map;
        for (const ValueEntry& entry : value.toMap()) map.push_back({entry.key, renamed(entry.value, ids)});
        return Value(std::move(map));
    }
    return value;
}

BlockId parentFor(const Document& document, const catalogue::Catalogue& catalogue, const Block& block,
                  const BlockId& wish)
{
    const Block* holder = document.blocks.find(wish);
    if (catalogue.mayHold(holder ? holder->kind : KindId(), block.kind)) return wish;
    return document.blocks.contains(block.parent) ? block.parent : BlockId();
}

void copyPlacement(const Fragment& fragment, const std::string& from, const std::string& to, Point by,
                   Transaction& transaction)
{
    const Placement* placement = fragment.elements.placements.find(PlacementId(from));
    if (!placement) return;
    Placement copy = *placement;
    copy.id = PlacementId(to);
    copy.rect = copy.rect.translated(by);
    transaction.put(std::move(copy));
}

}  // namespace

Fragment copyElements(const Document& document, const std::vector<BlockId>& blocks)
{
    Fragment fragment;
    fragment.roots = outermost(document, blocks);
    const Containment containment(document);
    Transaction transaction{Document()};
    std::vector<BlockId> all;
    for (const BlockId& root : fragment.roots) {
        all.push_back(root);
        const auto inside = containment.descendants(root);
        all.insert(all.end(), inside.begin(), inside.end());
    }
    for (const BlockId& id : all) {
        transaction.put(*document.blocks.find(id));
        if (const Placement* placement = document.placements.find(placementId(id))) transaction.put(*placement);
    }
    for (const Connection& connection : document.connections)
        if (transaction.block(connection.from) && transaction.block(connection.to)) transaction.put(connection);
    fragment.elements = transaction.document();
    return fragment;
}

Result<ChangeSet> pasteElements(const Document& document, const catalogue::Catalogue& catalogue,
                                const Fragment& fragment, const BlockId& parent, Point by)
{
    Result<Pasted> pasted = pasteTracked(document, catalogue, fragment, parent, by);
    if (!pasted) return pasted.error();
    return std::move(pasted->change);
}

Result<Pasted> pasteTracked(const Document& document, const catalogue::Catalogue& catalogue, const Fragment& fragment,
                            const BlockId& parent, Point by)
{
    Transaction transaction(document);
    NewIds ids;
    for (const Block& block : fragment.elements.blocks) {
        ids[block.id.text()] = transaction.freeId(block.id.text(), block.kind.text());
        Block reserved = block;
        reserved.id = BlockId(ids[block.id.text()]);
        transaction.put(std::move(reserved));
    }
    for (const Block& original : fragment.elements.blocks) {
        Block copy = original;
        copy.id = BlockId(ids.at(original.id.text()));
        const bool isRoot = !ids.contains(original.parent.text());
        copy.parent =
            isRoot ? parentFor(document, catalogue, original, parent) : BlockId(ids.at(original.parent.text()));
        const Block* holder = document.blocks.find(copy.parent);
        if (isRoot && !catalogue.mayHold(holder ? holder->kind : KindId(), copy.kind))
            return makeError("edit.wrong-container", {{"kind", "kind." + copy.kind.text() + ".title", true},
                                                      {"parent", "document.top-level", true}});
        for (auto& [key, value] : copy.properties)
            if (!isFreeText(key)) value = renamed(value, ids);
        copyPlacement(fragment, original.id.text(), copy.id.text(), isRoot ? by : Point(), transaction);
        transaction.put(std::move(copy));
    }
    for (const Connection& original : fragment.elements.connections) {
        Connection copy = original;
        copy.from = BlockId(ids.at(original.from.text()));
        copy.to = BlockId(ids.at(original.to.text()));
        copy.id = ConnectionId(transaction.freeId(copy.from.text() + "-" + copy.to.text(), "connection"));
        transaction.put(std::move(copy));
    }
    Pasted pasted;
    for (const Block& block : fragment.elements.blocks) pasted.copies[block.id] = BlockId(ids.at(block.id.text()));
    pasted.change = transaction.finish({"edit.paste", {{"count", std::to_string(fragment.roots.size())}}});
    return pasted;
}

Result<ChangeSet> duplicateBlocks(const Document& document, const catalogue::Catalogue& catalogue,
                                  const std::vector<BlockId>& blocks, Point by)
{
    const std::vector<BlockId> roots = outermost(document, blocks);
    if (roots.size() == 1 && isZoneLike(document, catalogue, roots.front()))
        return duplicateZone(document, catalogue, roots.front());
    const Fragment fragment = copyElements(document, blocks);
    const Block* first = fragment.isEmpty() ? nullptr : document.blocks.find(fragment.roots.front());
    Result<ChangeSet> change = pasteElements(document, catalogue, fragment, first ? first->parent : BlockId(), by);
    if (change) change->caption.id = "edit.duplicate";
    return change;
}

}  // namespace lintel::model::edit
