#include "exporters/terraform/edge/edge.h"

#include <algorithm>

namespace lintel::exporters::terraform::edge {

using hcl::Expression;
using model::Block;

namespace {

constexpr const char* kUsEast1 = "us-east-1";

std::vector<std::string> domainsOf(const Design& design, const Block& certificate)
{
    std::vector<std::string> domains;
    for (const std::string& text : design.texts(certificate, "domains")) {
        if (const std::string domain = domainFrom(text); !domain.empty()) domains.push_back(domain);
    }
    return domains;
}

/// Null unless one hosted zone of the design answers for all the domains.
const Block* validationZone(const Design& design, const Block& certificate)
{
    const Block* zone = nullptr;
    for (const std::string& domain : domainsOf(design, certificate)) {
        const Block* own = zoneFor(design, domain);
        if (!own || (zone && own != zone)) return nullptr;
        zone = own;
    }
    return zone;
}

}  // namespace

bool isGlobal(const Design& design, const Block& certificate)
{
    if (design.region() == kUsEast1) return false;
    if (design.text(certificate, "region") == kUsEast1) return true;
    const auto distributions = design.ofKind("cloudfront");
    return std::any_of(distributions.begin(), distributions.end(), [&](const Block* distribution) {
        return design.reference(*distribution, "certificate") == &certificate;
    });
}

std::string certificateArn(const Design& design, const Block& certificate)
{
    if (validationZone(design, certificate))
        return "aws_acm_certificate_validation." + design.name(certificate) + ".certificate_arn";
    return design.attribute(certificate, "arn");
}

void mapCertificate(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    std::vector<std::string> domains = domainsOf(design, block);
    if (domains.empty()) return out.leaveOut(block.id.text(), "no-domain");
    const std::string name = design.name(block);
    const bool global = isGlobal(design, block);
    if (global) out.needUsEast1();
    hcl::Block certificate = hcl::Block::resource("aws_acm_certificate", name);
    if (global) certificate.refer("provider", "aws.us_east_1");
    certificate.set("domain_name", domains.front());
    if (domains.size() > 1)
        certificate.set("subject_alternative_names", Expression::texts({domains.begin() + 1, domains.end()}));
    certificate.set("validation_method", "DNS")
        .set("tags", nameTag(block))
        .add(hcl::Block("lifecycle").set("create_before_destroy", true));
    out.add(Concern::Edge, block, std::move(certificate));

    const Block* zone = validationZone(design, block);
    if (!zone) return out.leaveOut(block.id.text(), "certificate-validation");
    const std::string records = out.claim("aws_route53_record", name + "_validation");
    hcl::Block record = hcl::Block::resource("aws_route53_record", records);
    record
        .refer("for_each", "{ for option in " + design.attribute(block, "domain_validation_options") +
                               " : option.domain_name => option }")
        .refer("zone_id", design.attribute(*zone, "zone_id"))
        .refer("name", "each.value.resource_record_name")
        .refer("type", "each.value.resource_record_type")
        .set("ttl", 60)
        .set("records", Expression::list({Expression::raw("each.value.resource_record_value")}))
        .set("allow_overwrite", true);
    out.add(Concern::Edge, block, std::move(record));
    hcl::Block validation = hcl::Block::resource("aws_acm_certificate_validation", name);
    if (global) validation.refer("provider", "aws.us_east_1");
    validation.refer("certificate_arn", design.attribute(block, "arn"))
        .refer("validation_record_fqdns", "[for record in aws_route53_record." + records + " : record.fqdn]");
    out.add(Concern::Edge, block, std::move(validation));
}

}  // namespace lintel::exporters::terraform::edge
