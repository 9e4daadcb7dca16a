#include "exporters/terraform/network/network.h"

namespace lintel::exporters::terraform::network {

using hcl::Expression;
using model::Block;

namespace {

const Block* addressOf(const Design& design, const Block& block)
{
    if (const Block* named = design.reference(block, "elastic-ip"); named && design.isKind(*named, "elastic-ip")) return named;
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

}  // namespace

void mapInternetGateway(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const Block* vpc = design.vpcOf(block);
    if (!vpc) return out.leaveOut(block.id.text(), "no-vpc");
    if (design.flag(*vpc, "default-vpc")) return out.leaveOut(block.id.text(), "default-vpc-has-it");
    out.add(Concern::Network, block, hcl::Block::resource("aws_internet_gateway", design.name(block))
        .refer("vpc_id", design.attribute(*vpc, "id")).set("tags", nameTag(block)));
}

void mapNatGateway(Configuration& out, const Block& block)
{
    const Design& design = out.design();
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
                const std::string name = out.claim("aws_eip", "nat_" + design.name(block));
                eip = "aws_eip." + name;
                out.add(Concern::Network, block, hcl::Block::resource("aws_eip", name).set("domain", "vpc").set("tags", nameTag(block)));
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
    hcl::Block eip = hcl::Block::resource("aws_eip", design.name(block));
    eip.set("domain", "vpc").set("tags", nameTag(block));
    if (const Block* gateway = internetGatewayOf(design, block))
        eip.set("depends_on", Expression::list({Expression::raw(design.address(*gateway))}));
    out.add(Concern::Network, block, std::move(eip));
    for (const Block* instance : design.ofKind("ec2-instance")) {
        if (addressOf(design, *instance) != &block || !design.container(*instance, "subnet")) continue;
        out.add(Concern::Network, block, hcl::Block::resource("aws_eip_association", out.claim("aws_eip_association", design.name(*instance)))
            .refer("allocation_id", design.attribute(block, "id")).refer("instance_id", design.attribute(*instance, "id")));
        out.addOutput(design.name(*instance) + "_public_ip", design.message("output.public-ip", {{"name", hcl::oneLine(instance->label())}}),
                      design.attribute(block, "public_ip"));
        out.tie(block, *instance);
        break;
    }
}

}  // namespace lintel::exporters::terraform::network
