#include "exporters/terraform/network/network.h"
#include "exporters/terraform/network/ranges.h"

#include <algorithm>

namespace lintel::exporters::terraform::network {

using hcl::Expression;
using model::Block;

namespace {

/// The variable for what the other network must tell, `<name>_<word>`; `pattern` is what its text must match.
std::string ask(Configuration& out, const Block& block, const std::string& word, const std::string& pattern)
{
    const std::string variable = out.design().name(block) + "_" + word;
    std::string id = word;
    std::replace(id.begin(), id.end(), '_', '-');
    out.askFor(variable, out.design().message("variable." + id, {{"name", hcl::oneLine(block.label())}}),
               "can(regex(\"" + pattern + "\", var." + variable + "))",
               out.design().message("variable." + id + "-error"));
    return "var." + variable;
}

const Block* joined(const Design& design, const Block& block, std::string_view kind)
{
    const auto found = design.connected(block, kind);
    return found.empty() ? nullptr : found.front();
}

/// One subnet in each zone of the VPC, private ones before public ones.
std::vector<const Block*> subnetPerZone(const Configuration& out, const Block& vpc)
{
    const Design& design = out.design();
    std::map<std::string, const Block*> byZone;
    for (const Block* subnet : design.within(vpc, "subnet")) {
        if (!out.isExported(*subnet)) continue;
        const Block*& chosen = byZone[design.zoneLetter(*subnet)];
        const bool better =
            chosen && design.text(*chosen, "label") == "public" && design.text(*subnet, "label") != "public";
        if (!chosen || better) chosen = subnet;
    }
    std::vector<const Block*> subnets;
    for (const auto& [zone, subnet] : byZone) subnets.push_back(subnet);
    return subnets;
}

}  // namespace

void mapVpnGateway(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const Block* vpc = design.vpcOf(block);
    if (!vpc) return out.leaveOut(block.id.text(), "no-vpc");
    out.add(Concern::Network, block,
            hcl::Block::resource("aws_vpn_gateway", design.name(block))
                .refer("vpc_id", design.attribute(*vpc, "id"))
                .set("tags", nameTag(block)));
}

void mapEgressOnlyGateway(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const Block* vpc = design.vpcOf(block);
    if (!vpc) return out.leaveOut(block.id.text(), "no-vpc");
    out.add(Concern::Network, block,
            hcl::Block::resource("aws_egress_only_internet_gateway", design.name(block))
                .refer("vpc_id", design.attribute(*vpc, "id"))
                .set("tags", nameTag(block)));
}

void mapPeering(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    std::vector<const Block*> vpcs = design.connected(block, "vpc");
    const Block* requester = design.reference(block, "requester");
    if (!requester && !vpcs.empty()) requester = vpcs.front();
    const Block* accepter = design.reference(block, "accepter");
    if (!accepter && vpcs.size() > 1) accepter = vpcs[vpcs.front() == requester ? 1 : 0];
    if (!requester || !design.isKind(*requester, "vpc")) return out.leaveOut(block.id.text(), "no-peers");
    const bool inside = accepter && design.isKind(*accepter, "vpc") && accepter != requester;
    hcl::Block peering = hcl::Block::resource("aws_vpc_peering_connection", design.name(block));
    peering.refer("vpc_id", design.attribute(*requester, "id"))
        .refer("peer_vpc_id",
               inside ? design.attribute(*accepter, "id") : ask(out, block, "peer_vpc_id", "^vpc-[0-9a-f]+$"));
    if (inside)
        peering.set("auto_accept", true);
    else
        out.leaveOut(block.id.text(), "peering-accept");
    out.add(Concern::Network, block, peering.set("tags", nameTag(block)));
    out.tie(block, *requester);
    if (inside) out.tie(block, *accepter);
}

void mapTransitGateway(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::string name = design.name(block);
    hcl::Block transit = hcl::Block::resource("aws_ec2_transit_gateway", name);
    transit.set("description", hcl::oneLine(block.label()));
    if (design.flag(block, "security-group-referencing")) transit.set("security_group_referencing_support", "enable");
    out.add(Concern::Network, block, transit.set("tags", nameTag(block)));
    std::vector<const Block*> vpcs = design.references(block, "attachments");
    for (const Block* vpc : design.connected(block, "vpc")) {
        if (std::find(vpcs.begin(), vpcs.end(), vpc) == vpcs.end()) vpcs.push_back(vpc);
    }
    for (const Block* vpc : vpcs) {
        const auto subnets = design.isKind(*vpc, "vpc") ? subnetPerZone(out, *vpc) : std::vector<const Block*>();
        if (subnets.empty()) {
            out.leaveOut(block.id.text(), "no-attachment", {{"name", vpc->label()}});
            continue;
        }
        out.add(
            Concern::Network, block,
            hcl::Block::resource("aws_ec2_transit_gateway_vpc_attachment",
                                 out.claim("aws_ec2_transit_gateway_vpc_attachment", name + "_" + design.name(*vpc)))
                .refer("transit_gateway_id", design.attribute(block, "id"))
                .refer("vpc_id", design.attribute(*vpc, "id"))
                .set("subnet_ids", attributes(design, subnets, "id"))
                .set("tags", nameTag(block)));
        out.tie(block, *vpc);
    }
}

void mapVpn(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::string name = design.name(block);
    const Block* gateway = joined(design, block, "virtual-private-gateway");
    const Block* transit = joined(design, block, "transit-gateway");
    if (const Block* vpc = design.vpcOf(block); !gateway && !transit && vpc) {
        const auto gateways = design.within(*vpc, "virtual-private-gateway");
        gateway = gateways.empty() ? nullptr : gateways.front();
    }
    if (!gateway && !transit) return out.leaveOut(block.id.text(), "no-gateway");
    out.add(Concern::Network, block,
            hcl::Block::resource("aws_customer_gateway", name)
                .set("bgp_asn", 65000)
                .refer("ip_address", ask(out, block, "customer_gateway_ip", "^[0-9]+([.][0-9]+){3}$"))
                .set("type", "ipsec.1")
                .set("tags", nameTag(block)));
    const auto range = rangeFrom(design.text(block, "remote-cidr"));
    hcl::Block vpn = hcl::Block::resource("aws_vpn_connection", name);
    vpn.refer("customer_gateway_id", "aws_customer_gateway." + name + ".id")
        .refer(gateway ? "vpn_gateway_id" : "transit_gateway_id", design.attribute(gateway ? *gateway : *transit, "id"))
        .set("type", "ipsec.1")
        .set("static_routes_only", range.has_value())
        .set("tags", nameTag(block));
    out.add(Concern::Network, block, std::move(vpn));
    if (range && gateway) {
        out.add(Concern::Network, block,
                hcl::Block::resource("aws_vpn_connection_route", name)
                    .refer("vpn_connection_id", design.attribute(block, "id"))
                    .set("destination_cidr_block", range->text()));
    }
    out.tie(block, gateway ? *gateway : *transit);
    for (const Block* network : design.connected(block, "external-network")) out.tie(block, *network);
    out.leaveOut(block.id.text(), "vpn-device");
}

void mapDirectConnect(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::string name = design.name(block);
    out.add(Concern::Network, block,
            hcl::Block::resource("aws_dx_connection", name)
                .refer("name", design.scopedName(block, 60))
                .set("bandwidth", "1Gbps")
                .refer("location", ask(out, block, "location", "^[A-Za-z0-9-]+$"))
                .set("tags", nameTag(block)));
    out.add(Concern::Network, block,
            hcl::Block::resource("aws_dx_gateway", name)
                .refer("name", design.scopedName(block, 60))
                .set("amazon_side_asn", "64512"));
    for (const char* kind : {"virtual-private-gateway", "transit-gateway"}) {
        const Block* gateway = joined(design, block, kind);
        if (!gateway || !out.isExported(*gateway)) continue;
        hcl::Block association = hcl::Block::resource(
            "aws_dx_gateway_association", out.claim("aws_dx_gateway_association", name + "_" + design.name(*gateway)));
        association.refer("dx_gateway_id", "aws_dx_gateway." + name + ".id")
            .refer("associated_gateway_id", design.attribute(*gateway, "id"));
        if (const Block* vpc = design.vpcOf(*gateway))
            association.set("allowed_prefixes",
                            Expression::list({Expression::raw(design.attribute(*vpc, "cidr_block"))}));
        out.add(Concern::Network, block, std::move(association));
        out.tie(block, *gateway);
    }
    out.leaveOut(block.id.text(), "direct-connect-interface");
}

}  // namespace lintel::exporters::terraform::network
