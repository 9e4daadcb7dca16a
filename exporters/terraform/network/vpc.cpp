#include "exporters/terraform/network/network.h"
#include "exporters/terraform/network/ranges.h"

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

void mapFlowLogs(Configuration& out, const model::Block& vpc)
{
    const std::string name = out.design().name(vpc);
    out.add(Concern::Observability, vpc, hcl::Block::resource("aws_cloudwatch_log_group", out.claim("aws_cloudwatch_log_group", name + "_flow"))
        .set("name_prefix", "/vpc/flow-logs-").set("retention_in_days", 30));
    hcl::Block assume("data", {"aws_iam_policy_document", name + "_flow_assume"});
    assume.add(hcl::Block("statement").set("actions", Expression::texts({"sts:AssumeRole"}))
        .add(hcl::Block("principals").set("type", "Service").set("identifiers", Expression::texts({"vpc-flow-logs.amazonaws.com"}))));
    out.addShared(Concern::Observability, assume);
    out.addShared(Concern::Observability, hcl::Block::resource("aws_iam_role", name + "_flow")
        .set("name_prefix", "vpc-flow-").refer("assume_role_policy", "data.aws_iam_policy_document." + name + "_flow_assume.json"));
    hcl::Block write("data", {"aws_iam_policy_document", name + "_flow_write"});
    write.add(hcl::Block("statement").set("actions", Expression::texts({"logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"}))
        .set("resources", Expression::list({Expression::raw("\"${aws_cloudwatch_log_group." + name + "_flow.arn}:*\"")})));
    out.addShared(Concern::Observability, write);
    out.addShared(Concern::Observability, hcl::Block::resource("aws_iam_role_policy", name + "_flow")
        .refer("role", "aws_iam_role." + name + "_flow.id").refer("policy", "data.aws_iam_policy_document." + name + "_flow_write.json"));
    out.addShared(Concern::Observability, hcl::Block::resource("aws_flow_log", name)
        .refer("vpc_id", out.design().attribute(vpc, "id")).set("traffic_type", "ALL")
        .refer("log_destination", "aws_cloudwatch_log_group." + name + "_flow.arn").refer("iam_role_arn", "aws_iam_role." + name + "_flow.arn"));
}

void mapDefaultVpc(Configuration& out, const model::Block& vpc)
{
    out.add(Concern::Network, vpc, hcl::Block::data("aws_vpc", "default").set("default", true));
    hcl::Block subnets = hcl::Block::data("aws_subnets", "default");
    subnets.comment(out.design().message("comment.default-subnets"));
    subnets.add(hcl::Block("filter").set("name", "vpc-id").set("values", Expression::list({Expression::raw("data.aws_vpc.default.id")})));
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
    range.set("description", design.message("variable.vpc-cidr", {{"name", hcl::oneLine(block.label())}})).refer("type", "string")
        .set("default", rangeOf(design, block));
    range.add(hcl::Block("validation").refer("condition", "can(cidrhost(var." + variable + ", 0))")
        .set("error_message", design.message("variable.vpc-cidr-error")));
    out.addVariable(variable, range);

    out.add(Concern::Network, block, hcl::Block::resource("aws_vpc", design.name(block)).refer("cidr_block", "var." + variable)
        .set("enable_dns_support", design.flag(block, "dns-support", true)).set("enable_dns_hostnames", design.flag(block, "dns-hostnames"))
        .set("tags", nameTag(block)));
    int number = 2;
    for (const std::string& more : design.texts(block, "secondary-cidrs")) {
        if (!rangeFrom(more)) continue;
        const std::string name = out.claim("aws_vpc_ipv4_cidr_block_association", design.name(block) + "_" + std::to_string(number++));
        out.add(Concern::Network, block, hcl::Block::resource("aws_vpc_ipv4_cidr_block_association", name)
            .refer("vpc_id", design.attribute(block, "id")).set("cidr_block", rangeFrom(more)->text()));
    }
    if (design.flag(block, "flow-logs")) mapFlowLogs(out, block);
    out.addOutput(design.name(block) + "_id", design.message("output.vpc", {{"name", hcl::oneLine(block.label())}}), design.attribute(block, "id"));
}

void mapSubnet(Configuration& out, const model::Block& block)
{
    const Design& design = out.design();
    const model::Block* vpc = design.vpcOf(block);
    if (!vpc) return out.leaveOut(block.id.text(), "no-vpc");
    const std::string letter = design.zoneLetter(block);
    out.needZone(letter);
    if (design.inDefaultVpc(block)) {
        out.add(Concern::Network, block, hcl::Block::data("aws_subnet", design.name(block)).refer("vpc_id", "data.aws_vpc.default.id")
            .refer("availability_zone", "local.zones." + letter).set("default_for_az", true));
        return;
    }
    const auto range = rangeFrom(design.text(block, "cidr"));
    if (!range) return out.leaveOut(block.id.text(), "no-cidr");
    hcl::Block subnet = hcl::Block::resource("aws_subnet", design.name(block));
    subnet.refer("vpc_id", design.attribute(*vpc, "id")).refer("availability_zone", "local.zones." + letter)
        .set("cidr_block", subnetRange(range->text(), rangeOf(design, *vpc), design.attribute(*vpc, "cidr_block")));
    if (design.flag(block, "auto-assign-public-ip")) subnet.set("map_public_ip_on_launch", true);
    subnet.set("tags", nameTag(block));
    out.add(Concern::Network, block, std::move(subnet));
}

}  // namespace lintel::exporters::terraform::network
