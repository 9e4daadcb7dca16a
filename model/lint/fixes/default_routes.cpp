#include "model/lint/fixes/default_routes.h"

#include "model/lint/outgoing_calls.h"

#include <algorithm>
#include <map>
#include <set>

namespace lintel::model::lint::fixes {

namespace {

bool isDefault(const Value& row)
{
    const auto range = analysis::parseCidr(row["destination"].scalarText());
    return range && analysis::isEverywhere(*range);
}

Value withDefault(const Value& routes, const BlockId& target)
{
    Value::List rows;
    for (const Value& row : routes.toList())
        if (!isDefault(row)) rows.push_back(row);
    Value::Map added;
    added.push_back({"destination", Value("0.0.0.0/0")});
    added.push_back({"target", Value(target.text())});
    rows.insert(rows.begin(), Value(std::move(added)));
    return Value(std::move(rows));
}

/// Whoever comes to the new table keeps the private way to S3 and DynamoDB.
void joinEndpoints(const Context& context, const BlockId& old, const BlockId& table, edit::Transaction& transaction)
{
    for (const BlockId& endpoint : context.graph.referrers(old, "route-tables")) {
        Value::List tables = transaction.block(endpoint)->property("route-tables").toList();
        tables.emplace_back(table.text());
        transaction.setProperty(endpoint, "route-tables", Value(std::move(tables)));
    }
}

BlockId copiedTable(const Context& context, const BlockId& old, const DefaultRoute& wish,
                    edit::Transaction& transaction)
{
    const BlockId id = copyRouteTable(context, old, wish.newTable, transaction);
    Block table = *transaction.block(id);
    const Block* like = context.graph.block(old);
    if (!like)
        table.parent = context.graph.vpcOf(wish.subnets.front());
    else if (!like->name.empty() && !wish.nameSuffix.empty())
        table.name = like->name + " " + wish.nameSuffix;
    table.properties["routes"] = withDefault(table.property("routes"), wish.target);
    transaction.put(std::move(table));
    return id;
}

using Parts = std::map<std::size_t, std::vector<BlockId>>;  ///< wish -> its subnets of one table

void settleTable(const Context& context, const BlockId& table, const Parts& parts,
                 const std::vector<DefaultRoute>& wishes, edit::Transaction& transaction)
{
    std::size_t asked = 0;
    for (const auto& [wish, subnets] : parts) asked += subnets.size();
    bool isFree = !table.isEmpty() && asked == context.routes.subnetsOf(table).size();
    for (const auto& [wish, subnets] : parts) {
        if (isFree) {
            transaction.setProperty(table, "routes",
                                    withDefault(context.graph.block(table)->property("routes"), wishes[wish].target));
            isFree = false;
            continue;
        }
        const BlockId copy = copiedTable(context, table, wishes[wish], transaction);
        for (const BlockId& subnet : subnets) transaction.setProperty(subnet, "route-table", copy.text());
    }
}

constexpr int kWatchedPorts[] = {22,   25,   80,   443,  1433, 1521, 2049, 2181, 3000, 3100,  3306,  3389,
                                 5432, 5985, 5986, 6100, 6379, 8080, 9090, 9092, 9200, 10250, 11211, 27017};

bool keepsData(const graph::ArchitectureGraph& graph, const Block& block)
{
    if (graph.catalogue().flag(block, "data-store")) return true;
    const std::string& role = graph.value(block.id, "role").toString();
    return role == "database" || role == "cache" || role == "broker" || role == "search";
}

}  // namespace

Value::List workingRoutes(const Context& context, const BlockId& table)
{
    Value::List rows;
    std::set<std::string> destinations;
    for (const Value& row : context.graph.value(table, "routes").toList()) {
        const std::string destination = row["destination"].scalarText();
        const BlockId target(row["target"].toString());
        const auto range = analysis::parseCidr(destination);
        if (context.graph.block(target) && context.routes.isActive({table, destination, target}) &&
            destinations.insert(range ? range->canonical().text() : destination).second)
            rows.push_back(row);
    }
    return rows;
}

BlockId copyRouteTable(const Context& context, const BlockId& old, const std::string& wish,
                       edit::Transaction& transaction)
{
    Block table;
    table.id = BlockId(transaction.freeId(wish, "route-table"));
    table.kind = KindId("route-table");
    if (const Block* like = context.graph.block(old)) table.parent = like->parent;
    if (Value::List rows = workingRoutes(context, old); !rows.empty())
        table.properties["routes"] = Value(std::move(rows));
    const BlockId id = table.id;
    transaction.put(std::move(table));
    joinEndpoints(context, old, id, transaction);
    return id;
}

void setDefaultRoutes(const Context& context, const std::vector<DefaultRoute>& wishes, edit::Transaction& transaction)
{
    std::map<BlockId, Parts> tables;
    for (std::size_t wish = 0; wish < wishes.size(); ++wish)
        for (const BlockId& subnet : wishes[wish].subnets)
            tables[context.routes.tableOf(subnet)][wish].push_back(subnet);
    for (const auto& [table, parts] : tables) settleTable(context, table, parts, wishes, transaction);
}

bool hasDefaultRoute(const Context& context, const BlockId& subnet)
{
    const auto route = context.routes.routeTo(subnet, {0, 0});
    return route && context.routes.isActive(*route);
}

bool exposesMore(const Context& context, const Document& after)
{
    const analysis::Analyses analyses(after, context.catalogue);
    const graph::ArchitectureGraph& graph = analyses.graph();
    const analysis::Routes& routes = analyses.routes();
    std::set<BlockId> opened;
    for (const BlockId& subnet : graph.blocksOfKind("subnet"))
        if (routes.isPublic(subnet) && !context.routes.isPublic(subnet)) opened.insert(subnet);

    const auto isIn = [&](const BlockId& block) {
        const std::vector<BlockId> subnets = graph.subnetsOf(block);
        return std::any_of(subnets.begin(), subnets.end(),
                           [&](const BlockId& subnet) { return opened.contains(subnet); });
    };
    std::set<BlockId> concerned;
    for (const Block& block : after.blocks) {
        if (isIn(block.id)) {
            if (keepsData(graph, block)) return true;
            concerned.insert(block.id);
        } else if (graph.hasPublicAddress(block.id) && !context.graph.hasPublicAddress(block.id)) {
            concerned.insert(block.id);
        }
    }
    for (const BlockId& balancer : graph.loadBalancers())
        if (isIn(balancer))
            for (const graph::Target& target : graph.targetsOf(balancer)) concerned.insert(target.block);
    // Without a public address, a public subnet is a dead end: no NAT gateway will serve it.
    for (const CallingHost& caller : callingHosts(graph))
        if (isIn(caller.host) && !graph.hasPublicAddress(caller.host)) return true;
    for (const BlockId& block : concerned)
        for (const int port : kWatchedPorts)
            if (analyses.reachability().fromInternet(block, port).reachable &&
                !context.reachability.fromInternet(block, port).reachable)
                return true;
    return false;
}

}  // namespace lintel::model::lint::fixes
