#include "model/edit/operations/subnet_ranges.h"

#include "model/analysis/address_rules.h"
#include "model/document/containment.h"
#include "model/edit/operations/add_block.h"
#include "model/edit/operations/address_plan.h"
#include "model/edit/operations/reparent_blocks.h"
#include "model/edit/transaction.h"

#include <algorithm>
#include <optional>

namespace lintel::model::edit {

namespace {

using analysis::Cidr;

constexpr const char* kRange = "cidr";
constexpr int kSmallest = 28;

bool isSubnet(const Block& block, const catalogue::Catalogue& catalogue)
{
    return catalogue.fact(block, "role") == "subnet";
}

std::optional<Cidr> rangeOf(const Document& document, const BlockId& id)
{
    const Block* block = document.blocks.find(id);
    return block ? analysis::parseCidr(block->property(kRange).scalarText()) : std::nullopt;
}

/// Everything that the VPC has, a second range included.
std::vector<Cidr> spacesOf(const Document& document, const BlockId& vpc)
{
    std::vector<Cidr> spaces;
    if (const auto range = rangeOf(document, vpc)) spaces.push_back(*range);
    const Block* block = document.blocks.find(vpc);
    for (const Value& more : block ? block->property("secondary-cidrs").toList() : Value::List())
        if (const auto range = analysis::parseCidr(more.scalarText())) spaces.push_back(*range);
    return spaces;
}

/// Other subnets of the same VPC that have some of these addresses.
std::vector<const Block*> ownersOf(const Document& document, const catalogue::Catalogue& catalogue, const BlockId& vpc,
                                   const Cidr& range, const BlockId& but)
{
    std::vector<const Block*> owners;
    for (const Block& block : document.blocks) {
        if (block.id == but || !isSubnet(block, catalogue) || !(vpcAround(document, catalogue, block.id) == vpc))
            continue;
        const auto other = rangeOf(document, block.id);
        if (other && other->overlaps(range)) owners.push_back(&block);
    }
    return owners;
}

/// Why the VPC has no room for it, apart from a subnet that gives way.
std::optional<Error> refusal(const Document& document, const catalogue::Catalogue& catalogue, const BlockId& vpc,
                             const Cidr& range, const BlockId& giving)
{
    const auto fault = analysis::faultOf(range);
    if (fault == analysis::RangeFault::TooLarge || fault == analysis::RangeFault::TooSmall)
        return makeError("edit.range-size", {{"range", range.text()}});
    const auto spaces = spacesOf(document, vpc);
    if (std::none_of(spaces.begin(), spaces.end(), [&](const Cidr& space) { return space.contains(range); }))
        return makeError("edit.range-outside", {{"range", range.text()}});
    const auto owners = ownersOf(document, catalogue, vpc, range, giving);
    if (!owners.empty())
        return makeError("edit.range-taken", {{"range", range.text()}, {"name", owners.front()->label()}});
    return std::nullopt;
}

Value redirected(const Value& value, const std::string& from, const std::string& to)
{
    if (value.isString()) return value.toString() == from ? Value(to) : value;
    if (value.isMap()) {
        Value::Map map = value.toMap();
        for (ValueEntry& entry : map) entry.value = redirected(entry.value, from, to);
        return Value(std::move(map));
    }
    if (!value.isList()) return value;
    Value::List list;
    for (const Value& item : value.toList()) {
        Value other = redirected(item, from, to);
        // Naming both before is naming the one once now.
        if (other == item || std::find(list.begin(), list.end(), other) == list.end()) list.push_back(std::move(other));
    }
    return Value(std::move(list));
}

bool isText(const std::string& key) { return key == "description" || key == "decision" || key == "environment"; }

/// `gone` disappears; whoever named it names `kept`.
void replaceBy(Transaction& transaction, const Document& document, const BlockId& gone, const BlockId& kept)
{
    for (const Block& block : document.blocks)
        for (const auto& [key, value] : block.properties) {
            if (isText(key) || block.id == gone) continue;
            Value other = redirected(value, gone.text(), kept.text());
            if (!(other == value)) transaction.setProperty(block.id, key, std::move(other));
        }
    for (const Connection& connection : document.connections) {
        if (!(connection.from == gone) && !(connection.to == gone)) continue;
        Connection other = connection;
        if (other.from == gone) other.from = kept;
        if (other.to == gone) other.to = kept;
        if (other.from == other.to)
            transaction.remove(connection.id);
        else
            transaction.put(std::move(other));
    }
    transaction.remove(gone);
    if (document.placements.contains(placementId(gone))) transaction.remove(placementId(gone));
}

Result<ChangeSet> merged(const Document& document, const catalogue::Catalogue& catalogue, const Block& subnet,
                         const Block& buddy, const Cidr& whole)
{
    const Containment containment(document);
    ChangeSet moving;
    if (const auto inside = containment.children(buddy.id); !inside.empty()) {
        const auto moved = reparentBlocks(document, catalogue, {inside.begin(), inside.end()}, subnet.id);
        if (!moved) return moved.error();
        moving = *moved;
    }
    const Result<Document> draft = apply(document, moving);
    if (!draft) return draft.error();
    Transaction transaction(*draft);
    replaceBy(transaction, *draft, buddy.id, subnet.id);
    transaction.setProperty(subnet.id, kRange, Value(whole.text()));
    const Message caption{"edit.merge-subnets", {{"one", subnet.label()}, {"other", buddy.label()}}};
    ChangeSet change = moving.isEmpty() ? transaction.finish(caption) : compose(moving, transaction.finish(caption));
    change.caption = caption;
    return change;
}

}  // namespace

Result<ChangeSet> setSubnetRange(const Document& document, const catalogue::Catalogue& catalogue, const BlockId& subnet,
                                 const Cidr& range)
{
    if (const auto error = refusal(document, catalogue, vpcAround(document, catalogue, subnet), range, subnet))
        return *error;
    Transaction transaction(document);
    transaction.setProperty(subnet, kRange, Value(range.text()));
    return transaction.finish(
        {"edit.subnet-range", {{"name", document.blocks.find(subnet)->label()}, {"range", range.text()}}});
}

Result<ChangeSet> splitSubnet(const Document& document, const catalogue::Catalogue& catalogue, const BlockId& subnet)
{
    const auto range = rangeOf(document, subnet);
    if (!range || !isSubnet(*document.blocks.find(subnet), catalogue)) return makeError("edit.no-range", {});
    if (range->prefix >= kSmallest)
        return makeError("edit.range-size", {{"range", Cidr{range->first(), range->prefix + 1}.text()}});
    const Cidr first{range->first(), range->prefix + 1};
    const Cidr second{first.last() + 1, range->prefix + 1};
    const Block& original = *document.blocks.find(subnet);
    Transaction transaction(document);
    transaction.setProperty(subnet, kRange, Value(first.text()));
    Block half = original;
    half.id = BlockId(transaction.freeId(original.id.text(), "subnet"));
    if (!half.name.empty()) half.name += " 2";
    half.properties[kRange] = Value(second.text());
    transaction.put(std::move(half));
    return transaction.finish({"edit.split-subnet", {{"name", original.label()}}});
}

Result<ChangeSet> mergeSubnet(const Document& document, const catalogue::Catalogue& catalogue, const BlockId& subnet)
{
    const auto range = rangeOf(document, subnet);
    if (!range || range->prefix == 0) return makeError("edit.no-range", {});
    const Cidr whole = Cidr{range->address, range->prefix - 1}.canonical();
    const BlockId vpc = vpcAround(document, catalogue, subnet);
    const auto owners = ownersOf(document, catalogue, vpc, whole, subnet);
    if (owners.empty()) return setSubnetRange(document, catalogue, subnet, whole);
    const Block& own = *document.blocks.find(subnet);
    const Block& buddy = *owners.front();
    const auto other = rangeOf(document, buddy.id);
    if (owners.size() > 1 || !whole.contains(*other))
        return makeError("edit.range-taken", {{"range", whole.text()}, {"name", buddy.label()}});
    const bool isSameZone = buddy.parent == own.parent && buddy.property("zone") == own.property("zone");
    if (!isSameZone) return makeError("edit.merge-other-zone", {{"name", buddy.label()}});
    return merged(document, catalogue, own, buddy, whole);
}

Result<ChangeSet> addSubnet(const Document& document, const catalogue::Catalogue& catalogue, const BlockId& vpc,
                            const Cidr& range)
{
    if (const auto error = refusal(document, catalogue, vpc, range, {})) return *error;
    const Containment containment(document);
    BlockId holder = vpc;
    std::size_t fewest = 0;
    for (const BlockId& zone : containment.children(vpc)) {
        if (catalogue.fact(*document.blocks.find(zone), "role") != "zone") continue;
        const std::size_t count = containment.children(zone).size();
        if (!(holder == vpc) && count >= fewest) continue;
        holder = zone;
        fewest = count;
    }
    const Result<ChangeSet> added = addBlock(document, catalogue, {KindId("subnet"), {}, {}, holder, {}});
    if (!added) return added;
    const Result<Document> draft = apply(document, *added);
    if (!draft) return draft.error();
    Transaction transaction(*draft);
    transaction.setProperty(addedBlock(*added, KindId("subnet")), kRange, Value(range.text()));
    ChangeSet change = compose(*added, transaction.finish({}));
    change.caption = {"edit.add-subnet", {{"range", range.text()}}};
    return change;
}

}  // namespace lintel::model::edit
