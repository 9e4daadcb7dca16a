#include "exporters/terraform/compute/compute.h"
#include "exporters/terraform/network/network.h"
#include "exporters/terraform/security/security.h"

#include <algorithm>

namespace lintel::exporters::terraform::network {

using hcl::Expression;
using model::Block;

namespace {

constexpr const char* kEach = "${each.key}";

/// `com.amazonaws.<region>.<service>`; empty when the service is no such word.
std::string serviceName(const std::string& service)
{
    const bool each = service == kEach;
    if (service.empty() || service.size() > 100 ||
        (!each && service.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-") != std::string::npos))
        return {};
    if (service.starts_with("com.amazonaws.")) return hcl::quoted(service);
    return "\"com.amazonaws.${var.region}." + service + "\"";
}

/// What is drawn behind an endpoint is reached by it.
void tieService(Configuration& out, const Block& endpoint)
{
    const Design& design = out.design();
    for (const model::Connection* connection : design.connectionsFrom(endpoint)) {
        const Block* to = design.block(connection->to.text());
        if (to && design.fact(*to, "tier") != "application" && !design.factFlag(*to, "has-interface"))
            out.tie(endpoint, *to);
    }
}

/// A VPC takes the private name of a service once: AWS refuses the second endpoint that claims it. The first one has
/// it.
bool hasPrivateName(const Design& design, const Block& endpoint, const Block& vpc)
{
    if (!design.flag(endpoint, "private-dns", true)) return false;
    const std::string service = design.text(endpoint, "service");
    for (const Block* other : design.within(vpc, "vpc-endpoint-interface")) {
        const bool claims =
            other != &endpoint && design.flag(*other, "private-dns", true) && design.text(*other, "service") == service;
        if (claims && (design.zoneGroup(*other) || other->id < endpoint.id)) return false;
    }
    return true;
}

/// The names of a group's members by service, as a map for `for_each`.
Expression namesByService(const Design& design, const ZoneGroup& group)
{
    std::vector<Expression::Entry> names;
    for (const auto& [service, id] : group.members) names.emplace_back(service, shownName(*design.block(id.text())));
    return Expression::object(std::move(names));
}

/// The tables that list it, and those whose routes lead to it.
std::vector<const Block*> routeTables(const Design& design, const Block& endpoint)
{
    std::vector<const Block*> tables = design.references(endpoint, "route-tables");
    for (const Block* table : design.ofKind("route-table")) {
        const auto& routes = design.value(*table, "routes").toList();
        const bool leads = std::any_of(routes.begin(), routes.end(), [&](const model::Value& row) {
            return row["target"].scalarText() == endpoint.id.text();
        });
        if (leads && std::find(tables.begin(), tables.end(), table) == tables.end()) tables.push_back(table);
    }
    std::erase_if(tables, [&design](const Block* table) { return !design.isKind(*table, "route-table"); });
    return tables;
}

}  // namespace

void mapGatewayEndpoint(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const Block* vpc = design.vpcOf(block);
    if (!vpc) return out.leaveOut(block.id.text(), "no-vpc");
    hcl::Block endpoint = hcl::Block::resource("aws_vpc_endpoint", design.name(block));
    endpoint.refer("vpc_id", design.attribute(*vpc, "id"))
        .refer("service_name", serviceName(design.text(block, "service") == "dynamodb" ? "dynamodb" : "s3"))
        .set("vpc_endpoint_type", "Gateway");
    const std::vector<const Block*> tables = routeTables(design, block);
    if (!tables.empty()) endpoint.set("route_table_ids", attributes(design, tables, "id"));
    for (const Block* table : tables) out.tie(block, *table);
    out.add(Concern::Network, block, endpoint.set("tags", nameTag(block)));
    // Whoever goes to the service by this endpoint needs no rule of its own.
    for (const model::Connection* connection : design.connectionsFrom(block)) {
        const Block* to = design.block(connection->to.text());
        if (to && (design.isKind(*to, "s3-bucket") || design.isKind(*to, "dynamodb"))) out.tie(block, *to);
    }
}

void mapInterfaceEndpoint(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const Block* vpc = design.vpcOf(block);
    if (!vpc) return out.leaveOut(block.id.text(), "no-vpc");
    tieService(out, block);
    if (!design.leads(block)) return;
    const ZoneGroup* group = design.zoneGroup(block);
    const std::string service = serviceName(group ? kEach : design.text(block, "service"));
    if (service.empty()) return out.leaveOut(block.id.text(), "no-service");
    hcl::Block endpoint = hcl::Block::resource("aws_vpc_endpoint", group ? group->name : design.name(block));
    if (group) endpoint.set("for_each", namesByService(design, *group));
    endpoint.refer("vpc_id", design.attribute(*vpc, "id"))
        .refer("service_name", service)
        .set("vpc_endpoint_type", "Interface")
        .set("private_dns_enabled",
             group ? design.flag(block, "private-dns", true) : hasPrivateName(design, block, *vpc))
        .set("subnet_ids", compute::placement(out, block))
        .set("security_group_ids", security::groupIds(out, block))
        .set("tags", group ? Expression::object({{"Name", Expression::raw("each.value")}}) : nameTag(block));
    if (!group) return out.add(Concern::Network, block, std::move(endpoint));
    std::map<std::string, const Block*> subjects;
    std::map<std::string, std::string> keys;
    for (const auto& [word, id] : group->members) {
        subjects[word] = design.block(id.text());
        keys[word] = design.name(*subjects[word]);
    }
    out.addForZones(Concern::Network, *group, subjects, keys, std::move(endpoint));
}

}  // namespace lintel::exporters::terraform::network
