#include "model/lint/fixes/another_zone.h"

#include "model/lint/fixes/address_fixes.h"
#include "model/lint/subnet_intent.h"

#include <cctype>
#include <set>

namespace lintel::model::lint::fixes {

namespace {

using Zones = std::set<std::string>;

bool isOn(const Context& context, const BlockId& subnet, Side side)
{
    return context.routes.isPublic(subnet) == (side == Side::Public);
}

/// `Public A` becomes `Public C`; what does not end with the old letter gets the new one.
std::string renamed(const std::string& name, const std::string& from, const std::string& to, bool upper)
{
    const auto cased = [](std::string text, bool up) {
        for (char& c : text)
            if (up ? (c >= 'a' && c <= 'z') : (c >= 'A' && c <= 'Z')) c = static_cast<char>(c ^ 0x20);
        return text;
    };
    for (const bool up : {true, false}) {
        const std::string old = cased(from, up);
        if (!old.empty() && name.size() > old.size() && name.ends_with(old) &&
            !std::isalnum(static_cast<unsigned char>(name[name.size() - old.size() - 1])))
            return name.substr(0, name.size() - old.size()) + cased(to, up);
    }
    return name + (upper ? " " : "-") + cased(to, upper);
}

/// The subnet that the new one imitates: one of `have` on the wanted side, else any such subnet of the VPC.
const Block* modelOf(const Context& context, const std::vector<BlockId>& have, const BlockId& vpc, Side side)
{
    for (const BlockId& subnet : have)
        if (isOn(context, subnet, side)) return context.graph.block(subnet);
    for (const BlockId& subnet : context.graph.subnetsOfVpc(vpc))
        if (isOn(context, subnet, side)) return context.graph.block(subnet);
    return context.graph.block(have.front());
}

/// A range as large as the model's, or the largest smaller one that fits. Empty text when ranges are not drawn.
std::optional<std::string> freeRange(const Context& context, const BlockId& vpc, const Block& like)
{
    const std::vector<analysis::Cidr> spaces = context.routes.rangesOf(vpc);
    if (spaces.empty()) return std::string();
    const std::vector<analysis::Cidr> taken = takenRanges(context, vpc);
    const auto wish = analysis::parseCidr(like.property("cidr").toString());
    constexpr int kUsual = 24;
    constexpr int kSmallest = 28;
    for (int prefix = wish ? wish->prefix : kUsual; prefix <= kSmallest; ++prefix)
        if (const auto range = analysis::nextFreeBlock(spaces, taken, prefix)) return range->text();
    return std::nullopt;
}

/// A zone letter that is free: a and c exist in nearly every region, b is missing in some.
std::string freeLetter(const Zones& used)
{
    for (const char* letter : {"a", "c", "b", "d"})
        if (!used.contains(letter)) return letter;
    return {};
}

/// On the wanted side; or, where routes are not drawn yet, as undecided as the model.
bool mayStandIn(const Context& context, const BlockId& subnet, const Block& model, Side side)
{
    if (isOn(context, subnet, side)) return true;
    return side == Side::Public && context.routes.classOf(subnet) == context.routes.classOf(model.id);
}

struct Place {
    BlockId parent;
    std::string zone;
};

/// A zone block of the VPC where none of `have` is, or a new one beside the model's.
std::optional<Place> zoneFor(const Context& context, const BlockId& vpc, const Zones& used, const std::string& fromZone,
                             const Block* modelZone, edit::Transaction& transaction)
{
    Zones drawn = used;
    for (const BlockId& zone : context.graph.blocksOfKind("availability-zone")) {
        if (context.graph.ancestorOfKind(zone, "vpc") != vpc) continue;
        const std::string letter = context.graph.value(zone, "zone").scalarText();
        if (!letter.empty() && !used.contains(letter)) return Place{zone, letter};
        drawn.insert(letter);
    }
    const std::string letter = freeLetter(drawn);
    if (letter.empty()) return std::nullopt;
    Block zone;
    zone.id = BlockId(transaction.freeId("az-" + letter, "zone"));
    zone.kind = KindId("availability-zone");
    zone.parent = vpc;
    if (modelZone && !modelZone->name.empty()) zone.name = renamed(modelZone->name, fromZone, letter, true);
    zone.properties["zone"] = Value(letter);
    transaction.put(zone);
    return Place{zone.id, letter};
}

/// A private subnet made after a public one must not take over its way to the internet.
BlockId localTable(const BlockId& vpc, edit::Transaction& transaction)
{
    Block table;
    table.id = BlockId(transaction.freeId("rt-private", "route-table"));
    table.kind = KindId("route-table");
    table.parent = vpc;
    transaction.put(table);
    return table.id;
}

}  // namespace

std::optional<ZoneSubnet> subnetInAnotherZone(const Context& context, const std::vector<BlockId>& have, Side side,
                                              edit::Transaction& transaction)
{
    if (have.empty()) return std::nullopt;
    const BlockId vpc = context.graph.vpcOf(have.front());
    Zones used;
    for (const BlockId& subnet : have) used.insert(context.graph.zoneOf(subnet));
    if (vpc.isEmpty() || used.contains(std::string())) return std::nullopt;

    const Block& model = *modelOf(context, have, vpc, side);
    const BlockId* found = nullptr;
    const std::vector<BlockId> subnets = context.graph.subnetsOfVpc(vpc);
    for (const BlockId& subnet : subnets) {
        const std::string zone = context.graph.zoneOf(subnet);
        if (zone.empty() || used.contains(zone) || !mayStandIn(context, subnet, model, side)) continue;
        const bool sameTier = context.graph.value(subnet, "tier") == model.property("tier");
        if (!found || sameTier) found = &subnet;
        if (sameTier) break;
    }
    if (found) return ZoneSubnet{*found, context.graph.zoneOf(*found), false};

    const auto range = freeRange(context, vpc, model);
    const std::string fromZone = context.graph.zoneOf(model.id);
    const Block* modelZone = context.graph.block(context.graph.ancestorOfKind(model.id, "availability-zone"));
    const auto place = range ? zoneFor(context, vpc, used, fromZone, modelZone, transaction) : std::nullopt;
    if (!place) return std::nullopt;

    Block subnet;
    subnet.id = BlockId(transaction.freeId(renamed(model.id.text(), fromZone, place->zone, false), "subnet"));
    subnet.kind = KindId("subnet");
    subnet.parent = place->parent;
    if (!model.name.empty()) subnet.name = renamed(model.name, fromZone, place->zone, true);
    for (const char* key : {"label", "tier", "route-table", "network-acl", "auto-assign-public-ip"})
        if (const Value& value = model.property(key); !value.isNull()) subnet.properties[key] = value;
    if (!range->empty()) subnet.properties["cidr"] = Value(*range);
    // What is wrong about the model's name shall not be said of the new one as well.
    const bool isPublic = context.routes.isPublic(model.id);
    if (intentOf(context.graph, model.id) == (isPublic ? SubnetIntent::Private : SubnetIntent::Public) &&
        context.routes.classOf(model.id) != analysis::SubnetClass::Unknown)
        subnet.properties["label"] = Value(isPublic ? "public" : "private");
    if (!isOn(context, model.id, side) && side == Side::Private) {
        subnet.properties["route-table"] = Value(localTable(vpc, transaction).text());
        subnet.properties["label"] = Value("private");
        subnet.properties.erase("auto-assign-public-ip");
        subnet.properties.erase("tier");
    }
    transaction.put(subnet);
    return ZoneSubnet{subnet.id, place->zone, true};
}

}  // namespace lintel::model::lint::fixes
