#include "exporters/terraform/network/network.h"

namespace lintel::exporters::terraform::network {

using hcl::Expression;
using model::Block;

namespace {

const Block* addressOf(const Design& design, const Block& block)
{
    if (const Block* named = design.reference(block, "elastic-ip"); named && design.isKind(*named, "elastic-ip"))
        return named;
    const std::vector<const Block*> joined = design.connected(block, "elastic-ip");
    return joined.empty() ? nullptr : joined.front();
}

const Block* internetGatewayOf(const Design& design, const Block& block)
{
    const Block* vpc = design.vpcOf(block);
    if (!vpc || design.flag(*vpc, "default-vpc")) return nullptr;
    const auto gateways = design.within(*vpc, "internet-gateway");
    return gateways.empty() ? nullptr : gateways.front();
}

/// What the address of a gateway is called that has none drawn.
std::string addressName(const std::string& gateway) { return gateway.starts_with("nat") ? gateway : "nat_" + gateway; }

/// The names of a group's members by zone, as a map for `for_each`.
Expression namesByZone(const Design& design, const ZoneGroup& group)
{
    std::vector<Expression::Entry> names;
    for (const auto& [letter, id] : group.members) names.emplace_back(letter, shownName(*design.block(id.text())));
    return Expression::object(std::move(names));
}

std::map<std::string, const Block*> subjectsOf(const Design& design, const ZoneGroup& group)
{
    std::map<std::string, const Block*> subjects;
    for (const auto& [letter, id] : group.members) subjects[letter] = design.block(id.text());
    return subjects;
}

std::map<std::string, std::string> namesOf(const Design& design, const ZoneGroup& group)
{
    std::map<std::string, std::string> names;
    for (const auto& [letter, id] : group.members) names[letter] = design.name(*design.block(id.text()));
    return names;
}

/// `aws_subnet.public[each.key]`, from the address of any member.
std::string ofEachZone(const std::string& address) { return address.substr(0, address.find('[')) + "[each.key]"; }

Expression eachName() { return Expression::object({{"Name", Expression::raw("each.value")}}); }

void mapAddresses(Configuration& out, const ZoneGroup& group, const Block* gateway)
{
    hcl::Block addresses = hcl::Block::resource("aws_eip", group.name);
    addresses.set("for_each", namesByZone(out.design(), group)).set("domain", "vpc").set("tags", eachName());
    if (gateway) addresses.set("depends_on", Expression::list({Expression::raw(out.design().address(*gateway))}));
    out.addForZones(Concern::Network, group, subjectsOf(out.design(), group), namesOf(out.design(), group),
                    std::move(addresses));
}

/// Which address each gateway of a group takes, as code: that of its zone in a drawn group, one drawn for it, or one
/// of a group of their own.
std::string addressesOf(Configuration& out, const ZoneGroup& group)
{
    const Design& design = out.design();
    std::map<std::string, const Block*> drawn;
    for (const auto& [letter, nat] : subjectsOf(design, group)) {
        if (const Block* address = addressOf(design, *nat)) drawn[letter] = address;
    }
    if (drawn.size() < group.members.size()) {
        const std::string name = out.claim("aws_eip", addressName(group.name));
        std::map<std::string, std::string> keys;
        for (const auto& [letter, own] : namesOf(design, group)) keys[letter] = addressName(own);
        out.addForZones(Concern::Network, group, subjectsOf(design, group), keys,
                        hcl::Block::resource("aws_eip", name)
                            .set("for_each", namesByZone(design, group))
                            .set("domain", "vpc")
                            .set("tags", eachName()));
        return "aws_eip." + name + "[each.key].id";
    }
    for (const auto& [letter, nat] : subjectsOf(design, group)) out.tie(*drawn[letter], *nat);
    const ZoneGroup* addresses = design.zoneGroup(*drawn.begin()->second);
    if (addresses && subjectsOf(design, *addresses) == drawn)
        return ofEachZone(design.address(*drawn.begin()->second)) + ".id";
    std::string choice;
    for (const auto& [letter, address] : drawn)
        choice += (choice.empty() ? "{ " : ", ") + letter + " = " + design.attribute(*address, "id");
    return choice + " }[each.key]";
}

/// One gateway in the subnet of each zone.
void mapNatGateways(Configuration& out, const ZoneGroup& group)
{
    const Design& design = out.design();
    const Block& first = *design.membersOf(group).front();
    hcl::Block nat = hcl::Block::resource("aws_nat_gateway", group.name);
    nat.set("for_each", namesByZone(design, group))
        .refer("subnet_id", ofEachZone(design.address(*design.container(first, "subnet"))) + ".id");
    if (design.text(first, "connectivity") == "private")
        nat.set("connectivity_type", "private");
    else
        nat.refer("allocation_id", addressesOf(out, group));
    nat.set("tags", eachName());
    if (const Block* gateway = internetGatewayOf(design, first))
        nat.set("depends_on", Expression::list({Expression::raw(design.address(*gateway))}));
    out.addForZones(Concern::Network, group, subjectsOf(design, group), namesOf(design, group), std::move(nat));
}

}  // namespace

void mapInternetGateway(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const Block* vpc = design.vpcOf(block);
    if (!vpc) return out.leaveOut(block.id.text(), "no-vpc");
    if (design.flag(*vpc, "default-vpc")) return out.leaveOut(block.id.text(), "default-vpc-has-it");
    out.add(Concern::Network, block,
            hcl::Block::resource("aws_internet_gateway", design.name(block))
                .refer("vpc_id", design.attribute(*vpc, "id"))
                .set("tags", nameTag(block)));
}

void mapNatGateway(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    if (!design.leads(block)) return;
    if (const ZoneGroup* group = design.zoneGroup(block)) return mapNatGateways(out, *group);
    const Block* subnet = design.container(block, "subnet");
    const Block* gateway = internetGatewayOf(design, block);
    const bool isPublic = design.text(block, "connectivity") != "private";
    hcl::Block nat = hcl::Block::resource("aws_nat_gateway", design.name(block));
    if (design.text(block, "availability-mode") == "regional") {
        const Block* vpc = design.vpcOf(block);
        if (!vpc) return out.leaveOut(block.id.text(), "no-vpc");
        nat.set("availability_mode", "regional").refer("vpc_id", design.attribute(*vpc, "id"));
    } else {
        if (!subnet) return out.leaveOut(block.id.text(), "no-subnet");
        nat.refer("subnet_id", design.attribute(*subnet, "id"));
        if (!isPublic) nat.set("connectivity_type", "private");
        if (isPublic) {
            const Block* address = addressOf(design, block);
            std::string eip = address ? design.address(*address) : std::string();
            if (!address) {
                const std::string name = out.claim("aws_eip", addressName(design.name(block)));
                eip = "aws_eip." + name;
                out.add(Concern::Network, block,
                        hcl::Block::resource("aws_eip", name).set("domain", "vpc").set("tags", nameTag(block)));
            } else {
                out.tie(*address, block);
            }
            nat.refer("allocation_id", eip + ".id");
        }
    }
    nat.set("tags", nameTag(block));
    if (gateway) nat.set("depends_on", Expression::list({Expression::raw(design.address(*gateway))}));
    out.add(Concern::Network, block, std::move(nat));
}

void mapElasticIp(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    if (!design.leads(block)) return;
    if (const ZoneGroup* group = design.zoneGroup(block))
        return mapAddresses(out, *group, internetGatewayOf(design, block));
    hcl::Block eip = hcl::Block::resource("aws_eip", design.name(block));
    eip.set("domain", "vpc").set("tags", nameTag(block));
    if (const Block* gateway = internetGatewayOf(design, block))
        eip.set("depends_on", Expression::list({Expression::raw(design.address(*gateway))}));
    out.add(Concern::Network, block, std::move(eip));
    for (const Block* instance : design.ofKind("ec2-instance")) {
        if (addressOf(design, *instance) != &block || !design.container(*instance, "subnet")) continue;
        out.add(Concern::Network, block,
                hcl::Block::resource("aws_eip_association", out.claim("aws_eip_association", design.name(*instance)))
                    .refer("allocation_id", design.attribute(block, "id"))
                    .refer("instance_id", design.attribute(*instance, "id")));
        out.addOutput(design.name(*instance) + "_public_ip",
                      design.message("output.public-ip", {{"name", hcl::oneLine(instance->label())}}),
                      design.attribute(block, "public_ip"));
        out.tie(block, *instance);
        break;
    }
}

}  // namespace lintel::exporters::terraform::network
