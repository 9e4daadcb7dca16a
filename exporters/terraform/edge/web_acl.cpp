#include "exporters/terraform/edge/edge.h"
#include "exporters/terraform/network/ranges.h"

namespace lintel::exporters::terraform::edge {

using hcl::Expression;
using model::Block;

namespace {

hcl::Block visibility(const std::string& metric)
{
    return hcl::Block("visibility_config")
        .set("cloudwatch_metrics_enabled", true)
        .set("metric_name", metric)
        .set("sampled_requests_enabled", true);
}

hcl::Block managedRule(const std::string& group, int priority)
{
    return hcl::Block("rule")
        .set("name", group)
        .set("priority", priority)
        .add(hcl::Block("override_action").add(hcl::Block("none")))
        .add(hcl::Block("statement")
                 .add(hcl::Block("managed_rule_group_statement").set("name", group).set("vendor_name", "AWS")))
        .add(visibility(group));
}

/// After the managed rules: who is on the list is checked all the same.
hcl::Block allowList(const std::string& addresses)
{
    return hcl::Block("rule")
        .set("name", "allow-list")
        .set("priority", 40)
        .add(hcl::Block("action").add(hcl::Block("allow")))
        .add(hcl::Block("statement").add(hcl::Block("ip_set_reference_statement").refer("arn", addresses)))
        .add(visibility("allow-list"));
}

std::vector<std::string> allowed(const Design& design, const Block& block)
{
    std::vector<std::string> ranges;
    for (const std::string& text : design.texts(block, "allow-list")) {
        const auto range = network::rangeFrom(text.find('/') == std::string::npos ? text + "/32" : text);
        if (range) ranges.push_back(range->text());
    }
    return ranges;
}

}  // namespace

void mapWebAcl(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const bool global = design.text(block, "scope", "regional") == "cloudfront";
    const bool elsewhere = global && design.region() != "us-east-1";
    if (elsewhere) out.needUsEast1();
    const std::string scope = global ? "CLOUDFRONT" : "REGIONAL";
    const std::string name = "\"${local.name_prefix}-" + design.awsName(block, 40) + "\"";
    const std::vector<std::string> ranges = allowed(design, block);

    hcl::Block acl = hcl::Block::resource("aws_wafv2_web_acl", design.name(block));
    if (elsewhere) acl.refer("provider", "aws.us_east_1");
    acl.refer("name", name).set("scope", scope).set("tags", nameTag(block));
    acl.add(hcl::Block("default_action").add(hcl::Block(ranges.empty() ? "allow" : "block")));
    if (!ranges.empty()) {
        hcl::Block set = hcl::Block::resource("aws_wafv2_ip_set", design.name(block));
        if (elsewhere) set.refer("provider", "aws.us_east_1");
        set.refer("name", name)
            .set("scope", scope)
            .set("ip_address_version", "IPV4")
            .set("addresses", Expression::texts(ranges));
        out.add(Concern::Edge, block, std::move(set));
    }
    acl.add(managedRule("AWSManagedRulesAmazonIpReputationList", 10))
        .add(managedRule("AWSManagedRulesCommonRuleSet", 20))
        .add(managedRule("AWSManagedRulesKnownBadInputsRuleSet", 30));
    if (!ranges.empty()) acl.add(allowList("aws_wafv2_ip_set." + design.name(block) + ".arn"));
    acl.add(visibility(design.awsName(block, 40)));
    out.add(Concern::Edge, block, std::move(acl));
}

}  // namespace lintel::exporters::terraform::edge
