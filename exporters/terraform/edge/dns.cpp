#include "exporters/terraform/edge/edge.h"

namespace lintel::exporters::terraform::edge {

using hcl::Expression;
using model::Block;

namespace {

bool isAliasTarget(const Design& design, const Block& block)
{
    return design.isKind(block, "alb") || design.isKind(block, "nlb") || design.isKind(block, "cloudfront");
}

void setTarget(Configuration& out, const Block& target, hcl::Block& record)
{
    const Design& design = out.design();
    const bool distribution = design.isKind(target, "cloudfront");
    record.add(hcl::Block("alias")
                   .refer("name", design.attribute(target, distribution ? "domain_name" : "dns_name"))
                   .refer("zone_id", design.attribute(target, distribution ? "hosted_zone_id" : "zone_id"))
                   .set("evaluate_target_health", !distribution));
}

/// Distributions answer by IPv6 as well, load balancers when they are dual-stack.
bool answersIpv6(const Design& design, const Block& target)
{
    return design.isKind(target, "cloudfront") || design.text(target, "ip-address-type") == "dualstack";
}

void addSixth(Configuration& out, const Block& block, const Block& zone, const Block& target, const std::string& name)
{
    const Design& design = out.design();
    for (const Block* other : design.within(zone, "route53-record")) {
        if (design.text(*other, "type") == "AAAA" && domainFrom(design.text(*other, "record", other->name)) == name)
            return;
    }
    hcl::Block record =
        hcl::Block::resource("aws_route53_record", out.claim("aws_route53_record", design.name(block) + "_ipv6"));
    record.refer("zone_id", design.attribute(zone, "zone_id")).set("name", name).set("type", "AAAA");
    setTarget(out, target, record);
    out.add(Concern::Edge, block, std::move(record));
}

}  // namespace

std::string domainFrom(const std::string& text)
{
    std::string domain;
    for (const char c : text) domain.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    while (!domain.empty() && domain.back() == '.') domain.pop_back();
    const std::string rest = domain.starts_with("*.") ? domain.substr(2) : domain;
    const bool legal = !rest.empty() && rest.size() <= 250 &&
                       rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-._") == std::string::npos &&
                       rest.find('.') != std::string::npos && rest.find("..") == std::string::npos &&
                       rest.front() != '.';
    return legal ? domain : std::string();
}

const Block* zoneFor(const Design& design, const std::string& domain)
{
    const Block* best = nullptr;
    std::size_t length = 0;
    for (const Block* zone : design.ofKind("route53-zone")) {
        const std::string own = domainFrom(design.text(*zone, "domain"));
        const bool matches = !own.empty() && (domain == own || domain.ends_with("." + own));
        if (matches && !design.flag(*zone, "private") && own.size() > length) {
            best = zone;
            length = own.size();
        }
    }
    return best;
}

void mapZone(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::string domain = domainFrom(design.text(block, "domain", block.name));
    if (domain.empty()) return out.leaveOut(block.id.text(), "no-domain");
    hcl::Block zone = hcl::Block::resource("aws_route53_zone", design.name(block));
    zone.set("name", domain).set("tags", nameTag(block));
    if (design.flag(block, "private")) {
        const auto vpcs = design.ofKind("vpc");
        if (!vpcs.empty()) zone.add(hcl::Block("vpc").refer("vpc_id", design.attribute(*vpcs.front(), "id")));
    } else {
        out.addOutput(design.name(block) + "_name_servers", design.message("output.name-servers", {{"domain", domain}}),
                      design.attribute(block, "name_servers"));
        out.leaveOut(block.id.text(), "delegation", {{"domain", domain}});
    }
    out.add(Concern::Edge, block, std::move(zone));
}

void mapRecord(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const Block* zone = design.container(block, "route53-zone");
    const std::string name = domainFrom(design.text(block, "record", block.name));
    if (!zone || !out.isExported(*zone) || name.empty()) return out.leaveOut(block.id.text(), "no-domain");
    const Block* target = design.reference(block, "target");
    std::string type = design.text(block, "type", "A");
    hcl::Block record = hcl::Block::resource("aws_route53_record", design.name(block));
    record.refer("zone_id", design.attribute(*zone, "zone_id")).set("name", name);
    if (target && isAliasTarget(design, *target)) {
        record.set("type", type == "AAAA" ? "AAAA" : "A");
        setTarget(out, *target, record);
        out.tie(block, *target);
        if (type != "AAAA" && answersIpv6(design, *target)) addSixth(out, block, *zone, *target, name);
    } else if (target && design.isKind(*target, "elastic-ip")) {
        record.set("type", "A")
            .set("ttl", 300)
            .set("records", Expression::list({Expression::raw(design.attribute(*target, "public_ip"))}));
        out.tie(block, *target);
    } else if (const std::string value = design.text(block, "value"); !value.empty() && type != "ALIAS") {
        record.set("type", type).set("ttl", 300).set("records", Expression::texts({value}));
    } else {
        return out.leaveOut(block.id.text(), "record-target");
    }
    out.add(Concern::Edge, block, std::move(record));
}

}  // namespace lintel::exporters::terraform::edge
