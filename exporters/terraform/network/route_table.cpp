#include "exporters/terraform/network/ipv6.h"
#include "exporters/terraform/network/network.h"
#include "exporters/terraform/network/ranges.h"

#include <algorithm>

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
    const ZoneGroup* group = design.zoneGroup(table);
    const std::string wish = routeName(design, table, *target, destination);
    const std::string name =
        out.claim("aws_route", group ? group->name + wish.substr(design.name(table).size()) : wish);
    std::string to = design.address(*target);
    std::string from = design.address(table);
    hcl::Block route = hcl::Block::resource("aws_route", name);
    if (group) {
        from = from.substr(0, from.find('['));
        if (design.zoneGroup(*target)) to = to.substr(0, to.find('[')) + "[each.key]";
        route.refer("for_each", from);
    }
    route.refer("route_table_id", group ? "each.value.id" : from + ".id")
        .set(sixth ? "destination_ipv6_cidr_block" : "destination_cidr_block",
             sixth ? ipv6Range(design, destination) : hcl::Expression::text(range->text()))
        .refer(argument, to + "." + attribute);
    if (!group) return out.add(Concern::Network, table, std::move(route));
    std::map<std::string, const Block*> subjects;
    std::map<std::string, std::string> keys;
    for (const auto& [letter, id] : group->members) {
        subjects[letter] = design.block(id.text());
        keys[letter] = design.name(*subjects[letter]) + wish.substr(design.name(table).size());
    }
    out.addForZones(Concern::Network, *group, subjects, keys, std::move(route));
}

/// A table of each zone, and a route of each into what that zone has.
void mapRouteTables(Configuration& out, const ZoneGroup& group, const Block& vpc)
{
    const Design& design = out.design();
    std::vector<hcl::Expression::Entry> names;
    std::map<std::string, const Block*> subjects;
    std::map<std::string, std::string> keys;
    for (const auto& [letter, id] : group.members) {
        subjects[letter] = design.block(id.text());
        keys[letter] = design.name(*subjects[letter]);
        names.emplace_back(letter, shownName(*subjects[letter]));
    }
    out.addForZones(Concern::Network, group, subjects, keys,
                    hcl::Block::resource("aws_route_table", group.name)
                        .set("for_each", hcl::Expression::object(std::move(names)))
                        .refer("vpc_id", design.attribute(vpc, "id"))
                        .set("tags", hcl::Expression::object({{"Name", hcl::Expression::raw("each.value")}})));
    const Block& first = *subjects.begin()->second;
    for (const model::Value& row : design.value(first, "routes").toList()) mapRoute(out, first, row);
    // The routes of the first stand for those of all; what they lead to is each zone's own.
    for (const Block* table : design.membersOf(group)) {
        for (const model::Value& row : design.value(*table, "routes").toList()) {
            if (const Block* target = design.block(row["target"].scalarText())) out.tie(*table, *target);
        }
    }
}

/// True when all subnets of a group have one table, or each has that of its zone.
bool goesTogether(const Design& design, const ZoneGroup& group)
{
    const std::vector<const Block*> subnets = design.membersOf(group);
    const Block* table = design.reference(*subnets.front(), "route-table");
    if (!table) return false;
    const bool same = std::all_of(subnets.begin(), subnets.end(), [&](const Block* subnet) {
        return design.reference(*subnet, "route-table") == table;
    });
    const ZoneGroup* tables = design.zoneGroup(*table);
    const bool zonal = tables && std::all_of(group.members.begin(), group.members.end(), [&](const auto& member) {
                           const auto own = tables->members.find(member.first);
                           const Block* named = design.reference(*design.block(member.second.text()), "route-table");
                           return own != tables->members.end() && named && named->id == own->second;
                       });
    return same || zonal;
}

void addAssociations(Configuration& out, const ZoneGroup& group)
{
    const Design& design = out.design();
    std::map<std::string, const Block*> tables;
    std::map<std::string, std::string> keys;
    for (const auto& [letter, id] : group.members) {
        const Block& subnet = *design.block(id.text());
        tables[letter] = design.reference(subnet, "route-table");
        keys[letter] = design.name(subnet);
        out.tie(*tables[letter], subnet);
    }
    const bool same = tables.begin()->second == tables.rbegin()->second;
    const std::string address = design.address(*tables.begin()->second);
    const std::string subnets = design.address(*design.block(group.members.begin()->second.text()));
    out.addForZones(
        Concern::Network, group, tables, keys,
        hcl::Block::resource("aws_route_table_association", out.claim("aws_route_table_association", group.name))
            .refer("for_each", subnets.substr(0, subnets.find('[')))
            .refer("subnet_id", "each.value.id")
            .refer("route_table_id", same ? address + ".id" : address.substr(0, address.find('[')) + "[each.key].id"));
}

}  // namespace

void mapRouteTable(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const Block* vpc = design.vpcOf(block);
    if (!vpc) return out.leaveOut(block.id.text(), "no-vpc");
    if (design.flag(*vpc, "default-vpc")) return out.leaveOut(block.id.text(), "default-vpc-has-it");
    if (const ZoneGroup* group = design.zoneGroup(block)) {
        if (design.leads(block)) mapRouteTables(out, *group, *vpc);
    } else {
        out.add(Concern::Network, block,
                hcl::Block::resource("aws_route_table", design.name(block))
                    .refer("vpc_id", design.attribute(*vpc, "id"))
                    .set("tags", nameTag(block)));
        for (const model::Value& row : design.value(block, "routes").toList()) mapRoute(out, block, row);
    }
    if (design.flag(block, "main")) {
        out.add(Concern::Network, block,
                hcl::Block::resource("aws_main_route_table_association", design.name(block))
                    .refer("vpc_id", design.attribute(*vpc, "id"))
                    .refer("route_table_id", design.attribute(block, "id")));
    }
    for (const Block* subnet : design.within(*vpc, "subnet")) {
        if (design.reference(*subnet, "route-table") != &block || !out.isExported(*subnet)) continue;
        const ZoneGroup* group = design.zoneGroup(*subnet);
        if (group && goesTogether(design, *group)) {
            if (design.leads(*subnet)) addAssociations(out, *group);
            continue;
        }
        out.tie(block, *subnet);
        out.add(Concern::Network, block,
                hcl::Block::resource("aws_route_table_association",
                                     out.claim("aws_route_table_association", design.name(*subnet)))
                    .refer("subnet_id", design.attribute(*subnet, "id"))
                    .refer("route_table_id", design.attribute(block, "id")));
    }
}

}  // namespace lintel::exporters::terraform::network
