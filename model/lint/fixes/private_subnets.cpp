#include "model/lint/fixes/private_subnets.h"

#include "model/lint/fixes/address_fixes.h"
#include "model/lint/fixes/another_zone.h"

#include <algorithm>
#include <map>
#include <set>

namespace lintel::model::lint::fixes {

namespace {

/// Finds a private subnet per zone, drawing what is missing. Remembers what it drew.
class PrivateSubnets {
public:
    PrivateSubnets(const Context& context, const BlockId& vpc, edit::Transaction& transaction)
        : m_context(context), m_vpc(vpc), m_transaction(transaction), m_taken(takenRanges(context, vpc))
    {
    }

    /// Empty when there is no room.
    BlockId inZone(const std::string& zone)
    {
        if (const auto known = m_found.find(zone); known != m_found.end()) return known->second;
        BlockId subnet = existing(zone);
        if (subnet.isEmpty()) subnet = drawn(zone);
        if (!subnet.isEmpty()) m_found[zone] = subnet;
        return subnet;
    }

private:
    BlockId existing(const std::string& zone) const
    {
        BlockId best;
        for (const BlockId& subnet : m_context.graph.subnetsOfVpc(m_vpc)) {
            const analysis::SubnetClass side = m_context.routes.classOf(subnet);
            if (side != analysis::SubnetClass::Private && side != analysis::SubnetClass::Isolated) continue;
            if (m_context.graph.zoneOf(subnet) != zone) continue;
            if (m_context.graph.value(subnet, "tier").toString() == "data") return subnet;
            if (best.isEmpty()) best = subnet;
        }
        return best;
    }

    BlockId drawn(const std::string& zone)
    {
        const std::optional<std::string> range = freeRange();
        if (!range) return {};
        Block subnet;
        subnet.id = BlockId(m_transaction.freeId("data-" + zone, "data"));
        subnet.kind = KindId("subnet");
        subnet.parent = m_vpc;
        for (const BlockId& block : m_context.graph.blocksOfKind("availability-zone"))
            if (m_context.graph.ancestorOfKind(block, "vpc") == m_vpc && letterOf(block) == zone) subnet.parent = block;
        if (subnet.parent == m_vpc) subnet.properties["zone"] = Value(zone);
        subnet.properties["label"] = Value("private");
        subnet.properties["tier"] = Value("data");
        subnet.properties["route-table"] = Value(routeTable().text());
        if (!range->empty()) subnet.properties["cidr"] = Value(*range);
        m_transaction.put(subnet);
        return subnet.id;
    }

    std::string letterOf(const BlockId& zone) const
    {
        const std::string letter = m_context.graph.value(zone, "zone").scalarText();
        return letter.empty() ? zone.text() : letter;
    }

    /// Empty text while the VPC has no range; nothing when it is full.
    std::optional<std::string> freeRange()
    {
        const std::vector<analysis::Cidr> spaces = m_context.routes.rangesOf(m_vpc);
        if (spaces.empty()) return std::string();
        for (int prefix = 24; prefix <= 28; ++prefix)
            if (const auto range = analysis::nextFreeBlock(spaces, m_taken, prefix)) {
                m_taken.push_back(*range);
                return range->text();
            }
        return std::nullopt;
    }

    BlockId routeTable()
    {
        if (!m_table.isEmpty()) return m_table;
        Block table;
        table.id = BlockId(m_transaction.freeId("rt-data", "route-table"));
        table.kind = KindId("route-table");
        table.parent = m_vpc;
        m_transaction.put(table);
        return m_table = table.id;
    }

    const Context& m_context;
    BlockId m_vpc;
    edit::Transaction& m_transaction;
    std::vector<analysis::Cidr> m_taken;
    std::map<std::string, BlockId> m_found;
    BlockId m_table;
};

/// Layout finds the new place.
void moveInto(const BlockId& id, const BlockId& subnet, edit::Transaction& transaction)
{
    Block moved = *transaction.block(id);
    moved.parent = subnet;
    transaction.put(std::move(moved));
    if (transaction.placement(placementId(id))) transaction.remove(placementId(id));
}

/// What is drawn in public subnets: the store, and the instances of a cluster.
std::vector<BlockId> drawnInPublic(const Context& context, const BlockId& store)
{
    std::vector<BlockId> blocks = context.graph.referrers(store, "cluster");
    blocks.push_back(store);
    std::erase_if(blocks, [&](const BlockId& block) {
        const BlockId subnet = context.graph.positionSubnet(block);
        return subnet.isEmpty() || !context.routes.isPublic(subnet);
    });
    return blocks;
}

/// A subnet in one more zone, chosen or drawn as for any subnet group.
bool addZone(const Context& context, std::vector<BlockId>& group, edit::Transaction& transaction)
{
    const analysis::Analyses analyses(transaction.document(), context.catalogue);
    const Context now(analyses, context.profile);
    const auto more = subnetInAnotherZone(now, group, Side::Private, transaction);
    if (!more) return false;
    group.push_back(more->subnet);
    return true;
}

std::set<std::string> zonesOf(const Context& context, const std::vector<BlockId>& subnets)
{
    std::set<std::string> zones;
    for (const BlockId& subnet : subnets) zones.insert(context.graph.zoneOf(subnet));
    return zones;
}

}  // namespace

bool moveToPrivateSubnets(const Context& context, const BlockId& store, edit::Transaction& transaction)
{
    const std::vector<BlockId> before = context.graph.subnetsOf(store);
    const std::set<std::string> zones = zonesOf(context, before);
    if (before.empty() || zones.contains(std::string())) return false;

    PrivateSubnets subnets(context, context.graph.vpcOf(before.front()), transaction);
    std::map<std::string, BlockId> homes;
    for (const std::string& zone : zones)
        if ((homes[zone] = subnets.inZone(zone)).isEmpty()) return false;
    for (const BlockId& block : drawnInPublic(context, store))
        moveInto(block, homes[context.graph.zoneOf(context.graph.positionSubnet(block))], transaction);

    const catalogue::Kind* kind = context.catalogue.kindOf(*context.graph.block(store));
    if (!kind || !kind->property("subnets")) return true;
    std::vector<BlockId> group;
    for (const BlockId& subnet : before)
        if (!context.routes.isPublic(subnet)) group.push_back(subnet);
    for (const auto& [zone, home] : homes)
        if (!zonesOf(context, group).contains(zone)) group.push_back(home);
    if (zones.size() < 2 && !addZone(context, group, transaction)) return false;
    Value::List list;
    for (const BlockId& subnet : group) list.emplace_back(subnet.text());
    transaction.setProperty(store, "subnets", Value(std::move(list)));
    return true;
}

bool moveHostToPrivateSubnet(const Context& context, const BlockId& host, edit::Transaction& transaction)
{
    const BlockId from = context.graph.positionSubnet(host);
    const std::string zone = context.graph.zoneOf(from);
    const Block* block = context.graph.block(host);
    if (zone.empty() || !block || block->parent != from) return false;
    const BlockId home = PrivateSubnets(context, context.graph.vpcOf(from), transaction).inZone(zone);
    if (home.isEmpty()) return false;
    moveInto(host, home, transaction);
    return true;
}

}  // namespace lintel::model::lint::fixes
