#include "model/lint/fixes/internet_gateways.h"

#include "model/lint/fixes/address_fixes.h"

#include <algorithm>

namespace lintel::model::lint::fixes {

namespace {

/// A blackhole that names the id must not come to life by chance.
bool isNamedByARoute(const Context& context, const std::string& id)
{
    for (const BlockId& table : context.graph.blocksOfKind("route-table"))
        for (const Value& row : context.graph.value(table, "routes").toList())
            if (row["target"].toString() == id) return true;
    return false;
}

}  // namespace

BlockId internetGatewayFor(const Context& context, const BlockId& vpc, edit::Transaction& transaction)
{
    if (const auto known = context.routes.internetGatewaysOf(vpc); !known.empty()) return known.front();
    Block gateway;
    for (const char* wish : {"igw", "internet-gateway", "new-internet-gateway"})
        if (gateway.id = BlockId(transaction.freeId(wish, "igw")); !isNamedByARoute(context, gateway.id.text())) break;
    gateway.kind = KindId("internet-gateway");
    gateway.parent = vpc;
    const BlockId id = gateway.id;
    transaction.put(std::move(gateway));
    return id;
}

PublicSubnets::PublicSubnets(const Context& context, const BlockId& vpc, edit::Transaction& transaction)
    : m_context(context), m_vpc(vpc), m_transaction(transaction), m_taken(takenRanges(context, vpc))
{
}

BlockId PublicSubnets::beside(const BlockId& neighbour)
{
    const std::string zone = m_context.graph.zoneOf(neighbour);
    if (const auto known = m_found.find(zone); known != m_found.end()) return known->second;
    BlockId subnet = existing(zone);
    if (subnet.isEmpty()) subnet = drawn(neighbour);
    if (!subnet.isEmpty()) m_found[zone] = subnet;
    return subnet;
}

BlockId PublicSubnets::existing(const std::string& zone) const
{
    for (const BlockId& subnet : m_context.graph.subnetsOfVpc(m_vpc))
        if (m_context.routes.isPublic(subnet) && (zone.empty() || m_context.graph.zoneOf(subnet) == zone))
            return subnet;
    return {};
}

BlockId PublicSubnets::drawn(const BlockId& neighbour)
{
    const std::optional<std::string> range = freeRange();
    const Block& like = *m_context.graph.block(neighbour);
    if (!range) return {};
    Block subnet;
    const std::string letter = m_context.graph.zoneOf(neighbour);
    subnet.id = BlockId(m_transaction.freeId(letter.empty() ? "public" : "public-" + letter, "public"));
    subnet.kind = KindId("subnet");
    subnet.parent = like.parent;
    subnet.properties["label"] = Value("public");
    subnet.properties["tier"] = Value("public");
    subnet.properties["route-table"] = Value(table().text());
    if (!range->empty()) subnet.properties["cidr"] = Value(*range);
    if (const Value& zone = like.property("zone"); !zone.isNull()) subnet.properties["zone"] = zone;
    const BlockId id = subnet.id;
    m_transaction.put(std::move(subnet));
    m_drewSome = true;
    return id;
}

/// Empty text while the VPC has no range; nothing when it is full. A public subnet holds gateways and load balancers:
/// half of a usual subnet is plenty, and 32 addresses do.
std::optional<std::string> PublicSubnets::freeRange()
{
    const std::vector<analysis::Cidr> spaces = m_context.routes.rangesOf(m_vpc);
    if (spaces.empty()) return std::string();
    for (int prefix = 24; prefix <= 27; ++prefix)
        if (const auto range = analysis::nextFreeBlock(spaces, m_taken, prefix)) {
            m_taken.push_back(*range);
            return range->text();
        }
    return std::nullopt;
}

BlockId PublicSubnets::table()
{
    if (!m_table.isEmpty()) return m_table;
    for (const BlockId& subnet : m_context.graph.subnetsOfVpc(m_vpc))
        if (m_context.routes.isPublic(subnet)) return m_table = m_context.routes.tableOf(subnet);
    Block table;
    table.id = BlockId(m_transaction.freeId("rt-public", "route-table"));
    table.kind = KindId("route-table");
    table.parent = m_vpc;
    Value::Map route;
    route.push_back({"destination", Value("0.0.0.0/0")});
    route.push_back({"target", Value(internetGatewayFor(m_context, m_vpc, m_transaction).text())});
    table.properties["routes"] = Value(Value::List{Value(std::move(route))});
    m_table = table.id;
    m_transaction.put(std::move(table));
    return m_table;
}

}  // namespace lintel::model::lint::fixes
