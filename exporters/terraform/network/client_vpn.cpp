#include "exporters/terraform/compute/compute.h"
#include "exporters/terraform/network/network.h"
#include "exporters/terraform/network/ranges.h"
#include "exporters/terraform/security/security.h"

namespace lintel::exporters::terraform::network {

using hcl::Expression;
using model::Block;

namespace {

constexpr const char* kUsualClients = "10.255.0.0/16";

/// Between /12 and /22, as the service wants it.
std::string clientRange(const Design& design, const Block& block)
{
    const auto range = rangeFrom(design.text(block, "client-cidr"));
    return range && range->prefix >= 12 && range->prefix <= 22 ? range->text() : kUsualClients;
}

}  // namespace

void mapClientVpn(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const Block* vpc = design.vpcOf(block);
    if (!vpc) return out.leaveOut(block.id.text(), "no-vpc");
    const std::string name = design.name(block);
    for (const char* word : {"server", "client"}) {
        const std::string variable = name + "_" + word + "_certificate_arn";
        out.askFor(variable,
                   design.message(std::string("variable.vpn-") + word + "-certificate",
                                  {{"name", hcl::oneLine(block.label())}}),
                   "can(regex(\"^arn:[^:]+:acm:\", var." + variable + "))",
                   design.message("variable.certificate-error"));
    }
    const std::string logs = out.claim("aws_cloudwatch_log_group", name);
    compute::logGroup(out, block, logs, "\"/vpn/${local.name_prefix}-" + design.awsName(block, 60) + "\"");
    out.add(Concern::Network, block,
            hcl::Block::resource("aws_ec2_client_vpn_endpoint", name)
                .set("description", hcl::oneLine(block.label()))
                .refer("server_certificate_arn", "var." + name + "_server_certificate_arn")
                .set("client_cidr_block", clientRange(design, block))
                .set("split_tunnel", true)
                .refer("vpc_id", design.attribute(*vpc, "id"))
                .set("security_group_ids", security::groupIds(out, block))
                .set("tags", nameTag(block))
                .add(hcl::Block("authentication_options")
                         .set("type", "certificate-authentication")
                         .refer("root_certificate_chain_arn", "var." + name + "_client_certificate_arn"))
                .add(hcl::Block("connection_log_options")
                         .set("enabled", true)
                         .refer("cloudwatch_log_group", "aws_cloudwatch_log_group." + logs + ".name")));
    // One subnet of a zone is enough, and all there may be.
    std::set<std::string> zones;
    for (const Block* subnet : design.subnetsOf(block)) {
        if (!zones.insert(design.zoneLetter(*subnet)).second) continue;
        out.add(
            Concern::Network, block,
            hcl::Block::resource("aws_ec2_client_vpn_network_association",
                                 out.claim("aws_ec2_client_vpn_network_association", name + "_" + design.name(*subnet)))
                .refer("client_vpn_endpoint_id", design.attribute(block, "id"))
                .refer("subnet_id", design.attribute(*subnet, "id")));
    }
    if (zones.empty()) out.leaveOut(block.id.text(), "no-subnet");
    out.add(Concern::Network, block,
            hcl::Block::resource("aws_ec2_client_vpn_authorization_rule", name)
                .refer("client_vpn_endpoint_id", design.attribute(block, "id"))
                .refer("target_network_cidr", design.attribute(*vpc, "cidr_block"))
                .set("authorize_all_groups", true)
                .set("description", "The VPC"));
    for (const Block* people : design.connected(block, "users")) out.tie(block, *people);
}

}  // namespace lintel::exporters::terraform::network
