#include "exporters/terraform/edge/edge.h"

#include <algorithm>

namespace lintel::exporters::terraform::edge {

using hcl::Expression;
using model::Block;

namespace {

constexpr const char* kNetwork = "aws_vpclattice_service_network.main";

/// VPCs that name the service, or hold something drawn to call it.
std::vector<const Block*> callersOf(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    std::vector<const Block*> vpcs = design.references(block, "vpcs");
    for (const model::Connection* connection : design.connectionsTo(block)) {
        const Block* from = design.block(connection->from.text());
        const Block* vpc = from ? design.vpcOf(*from) : nullptr;
        if (!vpc) continue;
        if (std::find(vpcs.begin(), vpcs.end(), vpc) == vpcs.end()) vpcs.push_back(vpc);
        out.tie(block, design.host(*from));
    }
    return vpcs;
}

/// One network of services for the design: every VPC is in one at most.
void addNetwork(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    hcl::Block network = hcl::Block::resource("aws_vpclattice_service_network", "main");
    network.comment(design.message("comment.service-network"));
    out.addShared(Concern::Edge, network.refer("name", "local.name_prefix").set("auth_type", "NONE"));
    out.add(Concern::Edge, block,
            hcl::Block::resource("aws_vpclattice_service_network_service_association", design.name(block))
                .refer("service_identifier", design.attribute(block, "id"))
                .refer("service_network_identifier", std::string(kNetwork) + ".id")
                .set("tags", nameTag(block)));
    for (const Block* vpc : callersOf(out, block)) {
        hcl::Block association =
            hcl::Block::resource("aws_vpclattice_service_network_vpc_association", design.name(*vpc));
        association.comment(design.titleOf(*vpc));
        out.addShared(Concern::Edge, association.refer("vpc_identifier", design.attribute(*vpc, "id"))
                                         .refer("service_network_identifier", std::string(kNetwork) + ".id"));
    }
}

const Block* targetOf(const Configuration& out, const Block& block)
{
    const Design& design = out.design();
    for (const model::Connection* connection : design.connectionsFrom(block)) {
        const Block* to = design.block(connection->to.text());
        if (to && out.isExported(*to) && (design.isKind(*to, "alb") || design.isKind(*to, "lambda"))) return to;
    }
    return nullptr;
}

void addTarget(Configuration& out, const Block& block, const Block& target)
{
    const Design& design = out.design();
    const std::string name = design.name(block);
    const bool function = design.isKind(target, "lambda");
    const bool https = !function && speaksHttps(design, target);
    hcl::Block group = hcl::Block::resource("aws_vpclattice_target_group", name);
    group.refer("name", design.scopedName(block, 30))
        .set("type", function ? "LAMBDA" : "ALB")
        .set("tags", nameTag(block));
    if (const Block* vpc = design.vpcOf(target); vpc && !function)
        group.add(hcl::Block("config")
                      .set("port", https ? 443 : 80)
                      .set("protocol", https ? "HTTPS" : "HTTP")
                      .refer("vpc_identifier", design.attribute(*vpc, "id")));
    out.add(Concern::Edge, block, std::move(group));
    hcl::Block to("target");
    to.refer("id", design.attribute(target, "arn"));
    if (!function) to.set("port", https ? 443 : 80);
    out.add(Concern::Edge, block,
            hcl::Block::resource("aws_vpclattice_target_group_attachment", name)
                .refer("target_group_identifier", "aws_vpclattice_target_group." + name + ".id")
                .add(std::move(to)));
    out.add(Concern::Edge, block,
            hcl::Block::resource("aws_vpclattice_listener", name)
                .set("name", "https")
                .set("protocol", "HTTPS")
                .refer("service_identifier", design.attribute(block, "id"))
                .add(hcl::Block("default_action")
                         .add(hcl::Block("forward").add(
                             hcl::Block("target_groups")
                                 .refer("target_group_identifier", "aws_vpclattice_target_group." + name + ".id")))));
    out.tie(block, target);
}

}  // namespace

void mapLattice(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::string name = design.name(block);
    const bool signedIn = design.text(block, "authentication", "iam") != "none";
    out.add(Concern::Edge, block,
            hcl::Block::resource("aws_vpclattice_service", name)
                .refer("name", out.shortName(block, 24))
                .set("auth_type", signedIn ? "AWS_IAM" : "NONE")
                .set("tags", nameTag(block)));
    addNetwork(out, block);
    if (const Block* target = targetOf(out, block))
        addTarget(out, block, *target);
    else
        out.leaveOut(block.id.text(), "no-backend");
    if (!signedIn) return;
    out.addShared(Concern::Security, hcl::Block::data("aws_caller_identity", "current"));
    // Whoever the account's own policies let.
    hcl::Block document = hcl::Block::data("aws_iam_policy_document", name + "_lattice");
    document.add(
        hcl::Block("statement")
            .set("actions", Expression::texts({"vpc-lattice-svcs:Invoke"}))
            .set("resources", Expression::texts({"*"}))
            .add(hcl::Block("principals")
                     .set("type", "AWS")
                     .set("identifiers",
                          Expression::list({Expression::raw("data.aws_caller_identity.current.account_id")}))));
    out.add(Concern::Edge, block, std::move(document));
    out.add(Concern::Edge, block,
            hcl::Block::resource("aws_vpclattice_auth_policy", name)
                .refer("resource_identifier", design.attribute(block, "arn"))
                .refer("policy", "data.aws_iam_policy_document." + name + "_lattice.json"));
}

}  // namespace lintel::exporters::terraform::edge
