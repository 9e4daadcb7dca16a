#include "exporters/terraform/data/data.h"
#include "exporters/terraform/security/security.h"

#include <algorithm>

namespace lintel::exporters::terraform::data {

using hcl::Expression;
using model::Block;

namespace {

constexpr std::size_t kLongestName = 14;  // 28, without the prefix
constexpr const char* kTlsPolicy = "Policy-Min-TLS-1-2-PFS-2023-10";

/// One subnet, or one in each of two or three zones: no other number is taken.
std::vector<const Block*> placesOf(const Design& design, const Block& block)
{
    std::vector<const Block*> places;
    std::set<std::string> zones;
    const std::size_t most = design.flag(block, "multi-az") ? 3 : 1;
    for (const Block* subnet : design.subnetsOf(block)) {
        if (places.size() < most && zones.insert(design.zoneLetter(*subnet)).second) places.push_back(subnet);
    }
    return places;
}

std::string engineOf(const Design& design, const Block& block)
{
    const std::string version = design.text(block, "version");
    const bool legal = (version.starts_with("OpenSearch_") || version.starts_with("Elasticsearch_")) &&
                       version.size() < 24 &&
                       version.find_first_not_of("0123456789.", version.find('_') + 1) == std::string::npos;
    return legal ? version : std::string();
}

std::string instanceType(const Design& design, const Block& block)
{
    const std::string type = design.text(block, "type");
    const bool legal = type.ends_with(".search") && type.size() < 40 &&
                       type.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-") == std::string::npos;
    return legal ? type : "t3.small.search";
}

hcl::Block nodes(const Design& design, const Block& block, std::size_t zones)
{
    const auto count = static_cast<std::int64_t>(zones);
    // Every zone gets as many nodes as the others.
    const std::int64_t wanted = std::clamp<std::int64_t>(design.integer(block, "instances", 1), 1, 80);
    hcl::Block config("cluster_config");
    config.set("instance_type", instanceType(design, block))
        .set("instance_count", (wanted + count - 1) / count * count)
        .set("zone_awareness_enabled", zones > 1);
    if (zones > 1) config.add(hcl::Block("zone_awareness_config").set("availability_zone_count", count));
    return config;
}

/// The account may ask, and IAM says who of it: a policy of the domain that is open to nobody else.
void addPolicy(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::string name = design.name(block) + "_search";
    out.addShared(Concern::Security, hcl::Block::data("aws_caller_identity", "current"));
    hcl::Block document = hcl::Block::data("aws_iam_policy_document", name);
    document.add(
        hcl::Block("statement")
            .set("actions", Expression::texts({"es:ESHttp*"}))
            .set("resources", Expression::list({Expression::raw("\"${" + design.attribute(block, "arn") + "}/*\"")}))
            .add(hcl::Block("principals")
                     .set("type", "AWS")
                     .set("identifiers",
                          Expression::list({Expression::raw("data.aws_caller_identity.current.account_id")}))));
    out.add(Concern::Data, block, std::move(document));
    out.add(Concern::Data, block,
            hcl::Block::resource("aws_opensearch_domain_policy", design.name(block))
                .refer("domain_name", design.attribute(block, "domain_name"))
                .refer("access_policies", "data.aws_iam_policy_document." + name + ".json"));
}

}  // namespace

void mapSearchDomain(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::vector<const Block*> places = placesOf(design, block);
    if (places.empty()) return out.leaveOut(block.id.text(), "no-subnet");
    hcl::Block domain = hcl::Block::resource("aws_opensearch_domain", design.name(block));
    domain.refer("domain_name", out.shortName(block, kLongestName));
    if (const std::string version = engineOf(design, block); !version.empty()) domain.set("engine_version", version);
    domain.set("tags", nameTag(block)).add(nodes(design, block, places.size()));
    domain.add(hcl::Block("ebs_options")
                   .set("ebs_enabled", true)
                   .set("volume_type", "gp3")
                   .set("volume_size", std::clamp<std::int64_t>(design.integer(block, "storage-gb", 20), 10, 1024)));
    hcl::Block rest("encrypt_at_rest");
    rest.set("enabled", true);
    if (const std::string key = keyArn(out, block); !key.empty()) rest.refer("kms_key_id", key);
    domain.add(std::move(rest)).add(hcl::Block("node_to_node_encryption").set("enabled", true));
    domain.add(hcl::Block("domain_endpoint_options").set("enforce_https", true).set("tls_security_policy", kTlsPolicy));
    domain.add(hcl::Block("vpc_options")
                   .set("subnet_ids", attributes(design, places, "id"))
                   .set("security_group_ids", security::groupIds(out, block)));
    if (design.isProduction()) domain.add(hcl::Block("lifecycle").set("prevent_destroy", true));
    out.add(Concern::Data, block, std::move(domain));
    addPolicy(out, block);
    out.leaveOut(block.id.text(), "search-role");
    out.addOutput(design.name(block) + "_endpoint",
                  design.message("output.endpoint", {{"name", hcl::oneLine(block.label())}}),
                  design.attribute(block, "endpoint"));
}

}  // namespace lintel::exporters::terraform::data
