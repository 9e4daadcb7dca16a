#include "exporters/terraform/compute/compute.h"
#include "exporters/terraform/network/ipv6.h"
#include "exporters/terraform/network/network.h"
#include "exporters/terraform/network/ranges.h"
#include "exporters/terraform/security/permissions.h"
#include "exporters/terraform/security/roles.h"

#include <array>

namespace lintel::exporters::terraform::network {

using hcl::Expression;

namespace {

constexpr const char* kUsualRange = "10.0.0.0/16";

std::string rangeVariable(const Design& design, const model::Block& vpc)
{
    return design.ofKind("vpc").size() > 1 ? design.name(vpc) + "_cidr" : "vpc_cidr";
}

std::string rangeOf(const Design& design, const model::Block& vpc)
{
    const auto range = rangeFrom(design.text(vpc, "cidr"));
    return range ? range->text() : kUsualRange;
}

/// All traffic of the VPC, into a log group that nothing else writes to.
void mapFlowLogs(Configuration& out, const model::Block& vpc)
{
    const Design& design = out.design();
    const std::string name = design.name(vpc);
    const std::string logs = out.claim("aws_cloudwatch_log_group", name + "_flow");
    compute::logGroup(out, vpc, logs, "\"/vpc/${local.name_prefix}-" + design.awsName(vpc, 60) + "/flow\"");
    const std::string role = out.claim("aws_iam_role", name + "_flow");
    security::serviceRole(out, vpc, role, "vpc-flow-logs.amazonaws.com");
    const std::string arn = "aws_cloudwatch_log_group." + logs + ".arn";
    security::grant(out, vpc, role, "logs",
                    std::array<security::Statement, 1>{
                        security::Statement{"Logs",
                                            {"logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"},
                                            {"\"${" + arn + "}:*\""}}});
    out.add(Concern::Observability, vpc,
            hcl::Block::resource("aws_flow_log", name)
                .refer("vpc_id", design.attribute(vpc, "id"))
                .set("traffic_type", "ALL")
                .refer("log_destination", arn)
                .refer("iam_role_arn", "aws_iam_role." + role + ".arn")
                .set("tags", nameTag(vpc)));
}

/// The group that AWS makes with a VPC lets its members talk: without rules, nobody gets that by accident.
void closeDefaultGroup(Configuration& out, const model::Block& vpc)
{
    const Design& design = out.design();
    for (const model::Block* group : design.within(vpc, "security-group")) {
        if (design.isDefaultGroup(*group)) return;
    }
    hcl::Block group =
        hcl::Block::resource("aws_default_security_group", out.claim("aws_default_security_group", design.name(vpc)));
    out.add(Concern::Security, vpc,
            group.refer("vpc_id", design.attribute(vpc, "id"))
                .set("tags", Expression::object({{"Name", Expression::text("default-unused")}})));
}

void mapDefaultVpc(Configuration& out, const model::Block& vpc)
{
    out.add(Concern::Network, vpc, hcl::Block::data("aws_vpc", "default").set("default", true));
    hcl::Block subnets = hcl::Block::data("aws_subnets", "default");
    subnets.comment(out.design().message("comment.default-subnets"));
    subnets.add(hcl::Block("filter")
                    .set("name", "vpc-id")
                    .set("values", Expression::list({Expression::raw("data.aws_vpc.default.id")})));
    subnets.add(hcl::Block("filter").set("name", "default-for-az").set("values", Expression::texts({"true"})));
    out.addShared(Concern::Network, subnets);
}

}  // namespace

Expression subnetRange(const std::string& range, const std::string& vpcRange, const std::string& base)
{
    const auto inner = rangeFrom(range);
    const auto outer = rangeFrom(vpcRange);
    if (!inner || !outer || !outer->contains(*inner)) return Expression::text(range);
    const int bits = inner->prefix - outer->prefix;
    const std::uint32_t number = bits == 0 ? 0 : (inner->first - outer->first) >> (32 - inner->prefix);
    return Expression::raw("cidrsubnet(" + base + ", " + std::to_string(bits) + ", " + std::to_string(number) + ")");
}

void mapVpc(Configuration& out, const model::Block& block)
{
    const Design& design = out.design();
    if (design.flag(block, "default-vpc")) return mapDefaultVpc(out, block);
    const std::string variable = rangeVariable(design, block);
    hcl::Block range("variable", {variable});
    range.set("description", design.message("variable.vpc-cidr", {{"name", hcl::oneLine(block.label())}}))
        .refer("type", "string")
        .set("default", rangeOf(design, block));
    range.add(hcl::Block("validation")
                  .refer("condition", "can(cidrhost(var." + variable + ", 0))")
                  .set("error_message", design.message("variable.vpc-cidr-error")));
    out.addVariable(variable, range);

    hcl::Block vpc = hcl::Block::resource("aws_vpc", design.name(block));
    vpc.refer("cidr_block", "var." + variable);
    if (hasIpv6(design, block)) vpc.set("assign_generated_ipv6_cidr_block", true);
    vpc.set("enable_dns_support", design.flag(block, "dns-support", true))
        .set("enable_dns_hostnames", design.flag(block, "dns-hostnames"))
        .set("tags", nameTag(block));
    out.add(Concern::Network, block, std::move(vpc));
    int number = 2;
    for (const std::string& more : design.texts(block, "secondary-cidrs")) {
        if (!rangeFrom(more)) continue;
        const std::string name =
            out.claim("aws_vpc_ipv4_cidr_block_association", design.name(block) + "_" + std::to_string(number++));
        out.add(Concern::Network, block,
                hcl::Block::resource("aws_vpc_ipv4_cidr_block_association", name)
                    .refer("vpc_id", design.attribute(block, "id"))
                    .set("cidr_block", rangeFrom(more)->text()));
    }
    closeDefaultGroup(out, block);
    if (design.flag(block, "flow-logs")) mapFlowLogs(out, block);
    out.addOutput(design.name(block) + "_id", design.message("output.vpc", {{"name", hcl::oneLine(block.label())}}),
                  design.attribute(block, "id"));
}

namespace {

/// One resource for the subnets that differ by zone only.
void mapSubnets(Configuration& out, const ZoneGroup& group, const model::Block& vpc)
{
    const Design& design = out.design();
    const std::string base = design.attribute(vpc, "cidr_block");
    std::vector<Expression::Entry> zones;
    std::map<std::string, const model::Block*> subjects;
    std::map<std::string, std::string> names;
    for (const auto& [letter, id] : group.members) {
        const model::Block& subnet = *design.block(id.text());
        out.needZone(letter);
        const std::string range = rangeFrom(design.text(subnet, "cidr"))->text();
        zones.emplace_back(
            letter, Expression::object(
                        {{"name", shownName(subnet)}, {"cidr_block", subnetRange(range, rangeOf(design, vpc), base)}}));
        subjects[letter] = &subnet;
        names[letter] = design.name(subnet);
    }
    const model::Block& first = *subjects.begin()->second;
    hcl::Block subnets = hcl::Block::resource("aws_subnet", group.name);
    subnets.set("for_each", Expression::object(std::move(zones)))
        .refer("vpc_id", design.attribute(vpc, "id"))
        .refer("availability_zone", "local.zones[each.key]")
        .refer("cidr_block", "each.value.cidr_block");
    if (design.flag(first, "auto-assign-public-ip")) subnets.set("map_public_ip_on_launch", true);
    subnets.set("tags", Expression::object({{"Name", Expression::raw("each.value.name")}}));
    out.addForZones(Concern::Network, group, subjects, names, std::move(subnets));
}

}  // namespace

void mapSubnet(Configuration& out, const model::Block& block)
{
    const Design& design = out.design();
    if (!design.leads(block)) return;
    const model::Block* vpc = design.vpcOf(block);
    if (!vpc) return out.leaveOut(block.id.text(), "no-vpc");
    if (const ZoneGroup* group = design.zoneGroup(block)) return mapSubnets(out, *group, *vpc);
    const std::string letter = design.zoneLetter(block);
    out.needZone(letter);
    if (design.inDefaultVpc(block)) {
        out.add(Concern::Network, block,
                hcl::Block::data("aws_subnet", design.name(block))
                    .refer("vpc_id", "data.aws_vpc.default.id")
                    .refer("availability_zone", "local.zones." + letter)
                    .set("default_for_az", true));
        return;
    }
    const auto range = rangeFrom(design.text(block, "cidr"));
    if (!range) return out.leaveOut(block.id.text(), "no-cidr");
    hcl::Block subnet = hcl::Block::resource("aws_subnet", design.name(block));
    subnet.refer("vpc_id", design.attribute(*vpc, "id"))
        .refer("availability_zone", "local.zones." + letter)
        .set("cidr_block", subnetRange(range->text(), rangeOf(design, *vpc), design.attribute(*vpc, "cidr_block")));
    if (const auto sixth = ipv6SubnetRange(design, block, *vpc))
        subnet.set("ipv6_cidr_block", *sixth).set("assign_ipv6_address_on_creation", true);
    else if (!design.text(block, "ipv6-cidr").empty())
        out.leaveOut(block.id.text(), "ipv6-range", {{"range", design.text(block, "ipv6-cidr")}});
    if (design.flag(block, "auto-assign-public-ip")) subnet.set("map_public_ip_on_launch", true);
    subnet.set("tags", nameTag(block));
    out.add(Concern::Network, block, std::move(subnet));
}

}  // namespace lintel::exporters::terraform::network
