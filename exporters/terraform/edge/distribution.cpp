#include "exporters/terraform/edge/edge.h"

#include <algorithm>

namespace lintel::exporters::terraform::edge {

using hcl::Expression;
using model::Block;

namespace {

std::vector<const Block*> originsOf(const Design& design, const Block& distribution)
{
    std::vector<const Block*> origins;
    for (const char* kind : {"s3-bucket", "alb", "nlb"}) {
        for (const model::Connection& connection : design.document().connections) {
            const Block* to = connection.from == distribution.id ? design.block(connection.to.text()) : nullptr;
            if (to && design.isKind(*to, kind) && std::find(origins.begin(), origins.end(), to) == origins.end())
                origins.push_back(to);
        }
    }
    return origins;
}

/// The name an origin answers to: of a record, so that its certificate fits, or the load balancer's own.
std::string originDomain(const Design& design, const Block& balancer)
{
    for (const Block* record : design.ofKind("route53-record")) {
        if (design.reference(*record, "target") == &balancer) return design.attribute(*record, "fqdn");
    }
    return design.attribute(balancer, "dns_name");
}

std::string policy(Configuration& out, const std::string& type, const std::string& name, const std::string& managed)
{
    hcl::Block data = hcl::Block::data(type, name);
    data.set("name", managed);
    out.addShared(Concern::Edge, data);
    return "data." + type + "." + name + ".id";
}

/// Files are cached and answers are not, unless the design says otherwise. By path: as the origin's headers say.
std::string cachePolicy(Configuration& out, const Block& distribution, bool bucket)
{
    const std::string said = out.design().text(distribution, "caching", bucket ? "optimized" : "disabled");
    const char* type = "aws_cloudfront_cache_policy";
    if (said == "by-path") return policy(out, type, "origin_headers", "UseOriginCacheControlHeaders-QueryStrings");
    return said == "optimized" ? policy(out, type, "optimized", "Managed-CachingOptimized")
                               : policy(out, type, "disabled", "Managed-CachingDisabled");
}

hcl::Block behavior(Configuration& out, const Block& distribution, const Block& origin)
{
    const Design& design = out.design();
    const bool bucket = design.isKind(origin, "s3-bucket");
    hcl::Block block("default_cache_behavior");
    block.set("target_origin_id", design.awsName(origin, 60))
        .set("viewer_protocol_policy", design.text(distribution, "viewer-protocol", "redirect-to-https"))
        .set("allowed_methods", bucket
                                    ? Expression::texts({"GET", "HEAD", "OPTIONS"})
                                    : Expression::texts({"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"}))
        .set("cached_methods", Expression::texts({"GET", "HEAD"}))
        .set("compress", true);
    block.refer("cache_policy_id", cachePolicy(out, distribution, bucket));
    if (!bucket)
        block.refer("origin_request_policy_id",
                    policy(out, "aws_cloudfront_origin_request_policy", "all_viewer", "Managed-AllViewer"));
    return block;
}

void mapBucketAccess(Configuration& out, const Block& distribution, const Block& bucket)
{
    const Design& design = out.design();
    const std::string name = design.name(bucket) + "_" + design.name(distribution);
    out.add(Concern::Edge, distribution,
            hcl::Block::resource("aws_cloudfront_origin_access_control", name)
                .refer("name", "\"${local.name_prefix}-" + design.awsName(bucket, 16) + "-" +
                                   design.awsName(distribution, 16) + "\"")
                .set("origin_access_control_origin_type", "s3")
                .set("signing_behavior", "always")
                .set("signing_protocol", "sigv4"));
}

hcl::Block originBlock(Configuration& out, const Block& distribution, const Block& origin)
{
    const Design& design = out.design();
    hcl::Block block("origin");
    block.set("origin_id", design.awsName(origin, 60));
    if (design.isKind(origin, "s3-bucket")) {
        mapBucketAccess(out, distribution, origin);
        block.refer("domain_name", design.attribute(origin, "bucket_regional_domain_name"))
            .refer("origin_access_control_id", "aws_cloudfront_origin_access_control." + design.name(origin) + "_" +
                                                   design.name(distribution) + ".id");
    } else {
        const bool https = speaksHttps(design, origin);
        block.refer("domain_name", https ? originDomain(design, origin) : design.attribute(origin, "dns_name"));
        block.add(hcl::Block("custom_origin_config")
                      .set("http_port", 80)
                      .set("https_port", 443)
                      .set("origin_protocol_policy", https ? "https-only" : "http-only")
                      .set("origin_ssl_protocols", Expression::texts({"TLSv1.2"})));
    }
    return block;
}

/// Who may read the bucket: the distributions that have it as an origin.
void allowReading(Configuration& out, const Block& distribution, const Block& bucket)
{
    const Design& design = out.design();
    std::vector<const Block*> readers;
    for (const Block* other : design.ofKind("cloudfront")) {
        const auto origins = originsOf(design, *other);
        if (std::find(origins.begin(), origins.end(), &bucket) != origins.end()) readers.push_back(other);
    }
    if (readers.front() != &distribution || design.text(bucket, "public-access", "blocked") != "blocked") return;
    out.allowOnBucket(
        bucket,
        hcl::Block("statement")
            .set("sid", "CloudFrontRead")
            .set("actions", Expression::texts({"s3:GetObject"}))
            .set("resources", Expression::list({Expression::raw("\"${" + design.attribute(bucket, "arn") + "}/*\"")}))
            .add(hcl::Block("principals")
                     .set("type", "Service")
                     .set("identifiers", Expression::texts({"cloudfront.amazonaws.com"})))
            .add(hcl::Block("condition")
                     .set("test", "StringEquals")
                     .set("variable", "AWS:SourceArn")
                     .set("values", attributes(design, readers, "arn"))));
}

hcl::Block viewerCertificate(Configuration& out, const Block& distribution)
{
    const Design& design = out.design();
    const Block* certificate = design.reference(distribution, "certificate");
    if (!certificate || !out.isExported(*certificate))
        return hcl::Block("viewer_certificate").set("cloudfront_default_certificate", true);
    out.tie(distribution, *certificate);
    return hcl::Block("viewer_certificate")
        .refer("acm_certificate_arn", certificateArn(design, *certificate))
        .set("ssl_support_method", "sni-only")
        .set("minimum_protocol_version", "TLSv1.2_2021");
}

}  // namespace

void mapDistribution(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    std::vector<const Block*> origins = originsOf(design, block);
    std::erase_if(origins, [&out](const Block* origin) { return !out.isExported(*origin); });
    if (origins.empty()) return out.leaveOut(block.id.text(), "no-origin");
    std::vector<std::string> aliases;
    for (const std::string& alias : design.texts(block, "aliases")) {
        if (const std::string domain = domainFrom(alias); !domain.empty()) aliases.push_back(domain);
    }
    const Block* certificate = design.reference(block, "certificate");
    if (!aliases.empty() && (!certificate || !out.isExported(*certificate))) {
        aliases.clear();  // CloudFront takes no name that a certificate does not prove.
        out.leaveOut(block.id.text(), "alias-certificate");
    }
    const Block* acl = design.reference(block, "web-acl");
    if (!acl) {
        const auto joined = design.connected(block, "waf-web-acl");
        acl = joined.empty() ? nullptr : joined.front();
    }
    std::vector<hcl::Block> originBlocks;
    for (const Block* origin : origins) originBlocks.push_back(originBlock(out, block, *origin));

    hcl::Block distribution = hcl::Block::resource("aws_cloudfront_distribution", design.name(block));
    distribution.set("enabled", true)
        .set("is_ipv6_enabled", true)
        .set("comment", hcl::oneLine(block.label()))
        .set("http_version", "http2and3")
        .set("price_class", "PriceClass_200");
    if (!aliases.empty()) distribution.set("aliases", Expression::texts(aliases));
    if (const std::string root = design.text(block, "default-root-object"); !root.empty())
        distribution.set("default_root_object", root);
    if (acl && out.isExported(*acl)) {
        distribution.refer("web_acl_id", design.attribute(*acl, "arn"));
        out.tie(block, *acl);
    }
    distribution.set("tags", nameTag(block));
    for (hcl::Block& origin : originBlocks) distribution.add(std::move(origin));
    distribution.add(behavior(out, block, *origins.front()));
    distribution.add(hcl::Block("restrictions").add(hcl::Block("geo_restriction").set("restriction_type", "none")));
    distribution.add(viewerCertificate(out, block));
    out.add(Concern::Edge, block, std::move(distribution));
    for (const Block* origin : origins) {
        out.tie(block, *origin);
        if (design.isKind(*origin, "s3-bucket")) allowReading(out, block, *origin);
        if (origin != origins.front()) out.leaveOut(block.id.text(), "more-origins", {{"origin", origin->label()}});
    }
    if (design.flag(block, "access-logs")) out.leaveOut(block.id.text(), "distribution-logs");
    out.addOutput(design.name(block) + "_domain_name",
                  design.message("output.dns-name", {{"name", hcl::oneLine(block.label())}}),
                  design.attribute(block, "domain_name"));
}

}  // namespace lintel::exporters::terraform::edge
