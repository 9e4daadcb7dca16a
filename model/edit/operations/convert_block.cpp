#include "model/edit/operations/convert_block.h"

#include "model/document/containment.h"
#include "model/edit/operations/remove_elements.h"
#include "model/edit/operations/reparent_blocks.h"
#include "model/edit/transaction.h"

#include <algorithm>

namespace lintel::model::edit {

namespace {

/// The innermost container around the block that may hold the kind; nothing when none may.
const Block* holderFor(const Document& document, const catalogue::Catalogue& catalogue, const Block& block,
                       const KindId& kind)
{
    const Block* at = document.blocks.find(block.parent);
    while (at && !catalogue.mayHold(at->kind, kind)) at = document.blocks.find(at->parent);
    return at;
}

bool mayKeep(const catalogue::Property& property, const Value& value)
{
    if (property.type != catalogue::PropertyType::Enum) return true;
    return std::any_of(property.values.begin(), property.values.end(),
                       [&](const catalogue::EnumValue& choice) { return choice.value == value.toString(); });
}

/// What both kinds mean by the same key, over what a freshly drawn block of the new kind has.
Properties carriedOver(const Block& block, const catalogue::Kind* from, const catalogue::Kind& to)
{
    Properties properties = to.initial;
    for (const auto& [key, value] : block.properties) {
        const catalogue::Property* before = from ? from->property(key) : nullptr;
        const catalogue::Property* after = to.property(key);
        if (after && (!before || before->type == after->type) && mayKeep(*after, value)) properties[key] = value;
    }
    return properties;
}

/// Software shares its host's network: what the host had, the twin gets for itself.
void takeFromHost(Block& twin, const catalogue::Kind& kind, const Document& document, const Block& host,
                  const BlockId& holder)
{
    const Value& groups = host.property("security-groups");
    if (kind.property("security-groups") && !groups.isNull() && twin.property("security-groups").isNull())
        twin.properties["security-groups"] = groups;
    const Block* subnet = document.blocks.find(host.parent);
    if (subnet && subnet->kind.text() == "subnet" && subnet->id != holder && kind.property("subnets"))
        twin.properties["subnets"] = Value(Value::List{Value(subnet->id.text())});
}

bool isIdle(const Document& document, const Block& host)
{
    const auto touches = [&](const Connection& line) { return line.from == host.id || line.to == host.id; };
    return Containment(document).children(host.id).empty() &&
           std::none_of(document.connections.begin(), document.connections.end(), touches);
}

}  // namespace

std::vector<KindId> managedTwinsOf(const Document& document, const catalogue::Catalogue& catalogue,
                                   const BlockId& block)
{
    std::vector<KindId> twins;
    const Block* own = document.blocks.find(block);
    const catalogue::Kind* kind = own ? catalogue.kindOf(*own) : nullptr;
    if (!kind) return twins;
    const Value& managed = propertyOf(kind->facts, "managed");
    const Value::List listed = managed.isList() ? managed.toList() : Value::List{managed};
    for (const Value& twin : listed) {
        const KindId id(twin.toString());
        if (catalogue.find(id) && holderFor(document, catalogue, *own, id)) twins.push_back(id);
    }
    return twins;
}

Result<ChangeSet> convertBlock(const Document& document, const catalogue::Catalogue& catalogue, const BlockId& block,
                               const KindId& twin)
{
    const auto twins = managedTwinsOf(document, catalogue, block);
    if (std::find(twins.begin(), twins.end(), twin) == twins.end()) return makeError("edit.no-managed-twin");
    const Block own = *document.blocks.find(block);
    const catalogue::Kind& kind = *catalogue.find(twin);
    const BlockId holder = holderFor(document, catalogue, own, twin)->id;
    const Block host = *document.blocks.find(own.parent);
    Block converted = own;
    converted.kind = twin;
    converted.properties = carriedOver(own, catalogue.kindOf(own), kind);
    if (host.id != holder) takeFromHost(converted, kind, document, host, holder);

    const Message caption{"edit.convert", {{"name", own.label()}, {"kind", "kind." + twin.text() + ".title", true}}};
    Transaction transaction(document);
    transaction.put(std::move(converted));
    ChangeSet change = transaction.finish(caption);
    if (host.id == holder) return change;
    const Result<ChangeSet> moved = reparentBlocks(transaction.document(), catalogue, {block}, holder);
    if (!moved) return moved.error();
    change = compose(change, *moved);
    const Result<Document> draft = apply(document, change);
    if (!draft) return draft.error();
    if (isIdle(*draft, host)) change = compose(change, removeElements(*draft, {host.id.text()}));
    change.caption = caption;
    return change;
}

}  // namespace lintel::model::edit
