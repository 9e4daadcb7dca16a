#include "exporters/terraform/network/network.h"
#include "exporters/terraform/network/ranges.h"

namespace lintel::exporters::terraform::network {

using model::Block;

namespace {

/// The argument of aws_route that takes a target of the kind, and its value.
std::pair<std::string, std::string> targetArgument(const Design& design, const Block& target)
{
    if (design.isKind(target, "internet-gateway")) return {"gateway_id", "id"};
    if (design.isKind(target, "virtual-private-gateway")) return {"gateway_id", "id"};
    if (design.isKind(target, "nat-gateway")) return {"nat_gateway_id", "id"};
    if (design.isKind(target, "ec2-instance")) return {"network_interface_id", "primary_network_interface_id"};
    if (design.isKind(target, "vpc-peering")) return {"vpc_peering_connection_id", "id"};
    if (design.isKind(target, "transit-gateway")) return {"transit_gateway_id", "id"};
    if (design.isKind(target, "egress-only-internet-gateway")) return {"egress_only_gateway_id", "id"};
    return {};
}

std::string routeName(const Design& design, const Block& table, const Block& target, const std::string& destination)
{
    const bool everything = destination == "0.0.0.0/0" || destination == "::/0";
    std::string name = design.name(table) + "_" + (everything ? "default" : "to_" + design.name(target));
    return destination.find(':') == std::string::npos ? name : name + "_ipv6";
}

void mapRoute(Configuration& out, const Block& table, const model::Value& row)
{
    const Design& design = out.design();
    const std::string destination = row["destination"].scalarText();
    const Block* target = design.block(row["target"].scalarText());
    if (!target) return;
    out.tie(table, *target);
    if (design.isKind(*target, "vpc-endpoint-gateway")) return;  // The endpoint's own association writes the route.
    const auto [argument, attribute] = targetArgument(design, *target);
    if (argument.empty()) {
        out.leaveOut(table.id.text(), "route-target", {{"destination", destination}, {"target", target->label()}});
        return;
    }
    const auto range = rangeFrom(destination);
    const bool sixth = destination.find(':') != std::string::npos;
    if (!range && !sixth) {
        out.leaveOut(table.id.text(), "route-target", {{"destination", destination}, {"target", target->label()}});
        return;
    }
    hcl::Block route = hcl::Block::resource("aws_route", out.claim("aws_route", routeName(design, table, *target, destination)));
    route.refer("route_table_id", design.attribute(table, "id"))
        .set(sixth ? "destination_ipv6_cidr_block" : "destination_cidr_block", sixth ? destination : range->text())
        .refer(argument, design.attribute(*target, attribute));
    out.add(Concern::Network, table, std::move(route));
}

}  // namespace

void mapRouteTable(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const Block* vpc = design.vpcOf(block);
    if (!vpc) return out.leaveOut(block.id.text(), "no-vpc");
    if (design.flag(*vpc, "default-vpc")) return out.leaveOut(block.id.text(), "default-vpc-has-it");
    out.add(Concern::Network, block, hcl::Block::resource("aws_route_table", design.name(block))
        .refer("vpc_id", design.attribute(*vpc, "id")).set("tags", nameTag(block)));
    for (const model::Value& row : design.value(block, "routes").toList()) mapRoute(out, block, row);
    if (design.flag(block, "main")) {
        out.add(Concern::Network, block, hcl::Block::resource("aws_main_route_table_association", design.name(block))
            .refer("vpc_id", design.attribute(*vpc, "id")).refer("route_table_id", design.attribute(block, "id")));
    }
    for (const Block* subnet : design.within(*vpc, "subnet")) {
        if (design.reference(*subnet, "route-table") != &block || !out.isExported(*subnet)) continue;
        out.tie(block, *subnet);
        out.add(Concern::Network, block, hcl::Block::resource("aws_route_table_association", out.claim("aws_route_table_association", design.name(*subnet)))
            .refer("subnet_id", design.attribute(*subnet, "id")).refer("route_table_id", design.attribute(block, "id")));
    }
}

}  // namespace lintel::exporters::terraform::network
