#include "model/lint/fixes/service_endpoints.h"

#include "model/analysis/service_endpoints.h"

#include <algorithm>

namespace lintel::model::lint::fixes {

namespace {

/// The endpoint that the VPC has for the service, or a new one.
BlockId gatewayEndpoint(const Context& context, const BlockId& vpc, const std::string& service,
                        edit::Transaction& transaction)
{
    for (const BlockId& endpoint : context.graph.blocksOfKind("vpc-endpoint-gateway"))
        if (context.graph.vpcOf(endpoint) == vpc && context.graph.value(endpoint, "service").toString() == service)
            return endpoint;
    Block endpoint;
    endpoint.id = BlockId(transaction.freeId(service + "-endpoint", "endpoint"));
    endpoint.kind = KindId("vpc-endpoint-gateway");
    endpoint.parent = vpc;
    endpoint.properties["service"] = Value(service);
    const BlockId id = endpoint.id;
    transaction.put(std::move(endpoint));
    return id;
}

void joinTables(const Context& context, const std::vector<BlockId>& subnets, const BlockId& endpoint,
                edit::Transaction& transaction)
{
    Value::List tables = transaction.block(endpoint)->property("route-tables").toList();
    for (const BlockId& subnet : subnets) {
        const Value table(context.routes.tableOf(subnet).text());
        if (std::find(tables.begin(), tables.end(), table) == tables.end()) tables.push_back(table);
    }
    transaction.setProperty(endpoint, "route-tables", Value(std::move(tables)));
}

Value httpsFrom(const Context& context, const std::vector<BlockId>& subnets)
{
    Value::List rows;
    for (const BlockId& subnet : subnets) {
        const auto range = analysis::parseCidr(context.graph.value(subnet, "cidr").toString());
        if (!range) continue;
        Value::Map row;
        row.push_back({"protocol", Value("tcp")});
        row.push_back({"ports", Value("443")});
        row.push_back({"source", Value(range->canonical().text())});
        rows.emplace_back(std::move(row));
    }
    return Value(std::move(rows));
}

BlockId endpointGroup(const Context& context, const BlockId& vpc, const std::vector<BlockId>& subnets,
                      edit::Transaction& transaction)
{
    Block group;
    group.id = BlockId(transaction.freeId("sg-endpoint", "sg-endpoint"));
    group.kind = KindId("security-group");
    group.parent = vpc;
    group.properties["inbound"] = httpsFrom(context, subnets);
    const BlockId id = group.id;
    transaction.put(std::move(group));
    return id;
}

std::vector<BlockId> onePerZone(const Context& context, const std::vector<BlockId>& subnets)
{
    std::set<std::string> zones;
    std::vector<BlockId> kept;
    for (const BlockId& subnet : subnets)
        if (zones.insert(context.graph.zoneOf(subnet)).second) kept.push_back(subnet);
    return kept;
}

void addInterfaceEndpoint(const BlockId& vpc, const std::string& service, const std::vector<BlockId>& subnets,
                          const BlockId& group, edit::Transaction& transaction)
{
    Block endpoint;
    endpoint.id = BlockId(transaction.freeId("vpce-" + service, "endpoint"));
    endpoint.kind = KindId("vpc-endpoint-interface");
    endpoint.parent = vpc;
    Value::List places;
    for (const BlockId& subnet : subnets) places.emplace_back(subnet.text());
    endpoint.properties["service"] = Value(service);
    endpoint.properties["subnets"] = Value(std::move(places));
    endpoint.properties["security-groups"] = Value(Value::List{Value(group.text())});
    transaction.put(std::move(endpoint));
}

}  // namespace

void addServiceEndpoints(const Context& context, const std::vector<BlockId>& subnets,
                         const std::set<std::string>& services, edit::Transaction& transaction)
{
    const BlockId vpc = context.graph.vpcOf(subnets.front());
    BlockId group;
    for (const std::string& service : services) {
        if (analysis::hasGatewayEndpoint(service)) {
            joinTables(context, subnets, gatewayEndpoint(context, vpc, service, transaction), transaction);
            continue;
        }
        if (group.isEmpty()) {
            group = endpointGroup(context, vpc, subnets, transaction);
            // Its private names resolve only where the VPC does.
            for (const char* key : {"dns-support", "dns-hostnames"}) transaction.setProperty(vpc, key, true);
        }
        addInterfaceEndpoint(vpc, service, onePerZone(context, subnets), group, transaction);
    }
}

}  // namespace lintel::model::lint::fixes
