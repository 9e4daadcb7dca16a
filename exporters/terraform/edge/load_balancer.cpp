#include "exporters/terraform/data/data.h"
#include "exporters/terraform/edge/edge.h"
#include "exporters/terraform/names.h"
#include "exporters/terraform/security/security.h"

#include <algorithm>

namespace lintel::exporters::terraform::edge {

using hcl::Expression;
using model::Block;

namespace {

constexpr const char* kTlsPolicy = "ELBSecurityPolicy-TLS13-1-2-2021-06";

constexpr std::size_t kLongestName = 18;  // 32, without the prefix

int portOf(const model::Value& row)
{
    const std::int64_t port = row["port"].toInteger(row["protocol"].scalarText() == "HTTPS" ? 443 : 80);
    return static_cast<int>(std::clamp<std::int64_t>(port, 1, 65535));
}

const Block* targetOf(const Design& design, const Block& balancer, const model::Value& row)
{
    if (const Block* named = design.block(row["target"].scalarText()); named && design.isKind(*named, "target-group"))
        return named;
    const auto joined = design.connected(balancer, "target-group");
    return joined.empty() ? nullptr : joined.front();
}

const Block* certificateOf(const Design& design, const Block& balancer, const model::Value& row)
{
    if (const Block* named = design.block(row["certificate"].scalarText());
        named && design.isKind(*named, "acm-certificate"))
        return named;
    const auto joined = design.connected(balancer, "acm-certificate");
    return joined.empty() ? nullptr : joined.front();
}

hcl::Block action(Configuration& out, const Block& balancer, const model::Value& row, const char* blockType)
{
    const Design& design = out.design();
    const std::string wish = row["action"].scalarText();
    const Block* target = targetOf(design, balancer, row);
    hcl::Block block(blockType);
    if (wish == "redirect") {
        block.set("type", "redirect")
            .add(hcl::Block("redirect").set("port", "443").set("protocol", "HTTPS").set("status_code", "HTTP_301"));
    } else if (wish == "fixed" || !target) {
        block.set("type", "fixed-response")
            .add(hcl::Block("fixed_response")
                     .set("content_type", "text/plain")
                     .set("message_body", "Not found")
                     .set("status_code", "404"));
    } else {
        block.set("type", "forward").refer("target_group_arn", design.attribute(*target, "arn"));
        out.tie(balancer, *target);
    }
    return block;
}

hcl::Block notFound()
{
    return hcl::Block("default_action")
        .set("type", "fixed-response")
        .add(hcl::Block("fixed_response")
                 .set("content_type", "text/plain")
                 .set("message_body", "Not found")
                 .set("status_code", "404"));
}

void mapHostRule(Configuration& out, const Block& balancer, const std::string& listener, const std::string& host,
                 const model::Value& row, int priority)
{
    hcl::Block rule = hcl::Block::resource("aws_lb_listener_rule",
                                           out.claim("aws_lb_listener_rule", listener + "_" + slug(host, '_')));
    rule.refer("listener_arn", "aws_lb_listener." + listener + ".arn")
        .set("priority", priority)
        .add(action(out, balancer, row, "action"))
        .add(hcl::Block("condition").add(hcl::Block("host_header").set("values", Expression::texts({host}))));
    out.add(Concern::Edge, balancer, std::move(rule));
}

/// One listener per port; rows with a host become its rules, the row without one its default.
void mapListener(Configuration& out, const Block& balancer, int port, const std::vector<const model::Value*>& rows)
{
    const Design& design = out.design();
    const std::string protocol =
        (*rows.front())["protocol"].scalarText().empty() ? "HTTP" : (*rows.front())["protocol"].scalarText();
    const std::string name =
        out.claim("aws_lb_listener", design.name(balancer) + "_" + slug(protocol, '_') +
                                         (port == 80 || port == 443 ? "" : "_" + std::to_string(port)));
    hcl::Block listener = hcl::Block::resource("aws_lb_listener", name);
    listener.refer("load_balancer_arn", design.attribute(balancer, "arn")).set("port", port).set("protocol", protocol);
    // Application load balancers have one for all listeners.
    if (protocol == "TCP" && !balancer.property("idle-timeout-seconds").isNull())
        listener.set("tcp_idle_timeout_seconds",
                     std::clamp<std::int64_t>(design.integer(balancer, "idle-timeout-seconds", 350), 60, 6000));
    if (protocol == "HTTPS" || protocol == "TLS") {
        const Block* certificate = certificateOf(design, balancer, *rows.front());
        if (!certificate || !out.isExported(*certificate)) {
            return out.leaveOut(balancer.id.text(), "listener-certificate", {{"port", std::to_string(port)}});
        }
        out.tie(balancer, *certificate);
        listener.set("ssl_policy", kTlsPolicy).refer("certificate_arn", certificateArn(design, *certificate));
    }
    const auto plain = std::find_if(rows.begin(), rows.end(), [](const model::Value* row) {
        return domainFrom((*row)["host"].scalarText()).empty();
    });
    const bool network = design.isKind(balancer, "nlb");
    if (network && (plain == rows.end() || !targetOf(design, balancer, **plain)))
        return out.leaveOut(balancer.id.text(), "listener-target", {{"port", std::to_string(port)}});
    listener.add(plain == rows.end() ? notFound() : action(out, balancer, **plain, "default_action"));
    out.add(Concern::Edge, balancer, std::move(listener));
    int priority = 10;
    for (const model::Value* row : rows) {
        const std::string host = domainFrom((*row)["host"].scalarText());
        if (host.empty() || network) continue;
        mapHostRule(out, balancer, name, host, *row, priority);
        priority += 10;
    }
}

void mapListeners(Configuration& out, const Block& balancer)
{
    std::map<int, std::vector<const model::Value*>> byPort;
    for (const model::Value& row : out.design().value(balancer, "listeners").toList())
        byPort[portOf(row)].push_back(&row);
    for (const auto& [port, rows] : byPort) mapListener(out, balancer, port, rows);
    const bool https = byPort.count(443) > 0 && (*byPort[443].front())["protocol"].scalarText() == "HTTPS";
    // A rule that never lets port 80 in would make the redirect unreachable, but harmless.
    if (!https || byPort.count(80) > 0 || out.design().text(balancer, "scheme", "internet-facing") == "internal")
        return;
    const model::Value redirect(model::Value::Map{{"protocol", "HTTP"}, {"port", 80}, {"action", "redirect"}});
    mapListener(out, balancer, 80, {&redirect});
}

}  // namespace

bool speaksHttps(const Design& design, const Block& balancer)
{
    const auto& rows = design.value(balancer, "listeners").toList();
    return std::any_of(rows.begin(), rows.end(),
                       [](const model::Value& row) { return row["protocol"].scalarText() == "HTTPS"; });
}

std::string firstListener(const Configuration& out, const Block& balancer)
{
    for (const Configuration::Part& part : out.parts(Concern::Edge)) {
        const std::string address = part.code.address();
        if (part.subject == balancer.id && address.starts_with("aws_lb_listener.")) return address + ".arn";
    }
    return {};
}

void mapLoadBalancer(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    if (!design.inDefaultVpc(block) && design.subnetsOf(block).empty())
        return out.leaveOut(block.id.text(), "no-subnet");
    const bool application = design.isKind(block, "alb");
    hcl::Block balancer = hcl::Block::resource("aws_lb", design.name(block));
    balancer.refer("name", out.shortName(block, kLongestName))
        .set("load_balancer_type", application ? "application" : "network")
        .set("internal", design.text(block, "scheme", "internet-facing") == "internal")
        .set("subnets", data::storeSubnets(design, block));
    if (design.text(block, "ip-address-type") == "dualstack") balancer.set("ip_address_type", "dualstack");
    if (application || !security::drawnGroups(design, block).empty())
        balancer.set("security_groups", security::groupIds(out, block));
    if (application)
        balancer.set("drop_invalid_header_fields", true);
    else
        balancer.set("enable_cross_zone_load_balancing", design.flag(block, "cross-zone"));
    if (application && !block.property("idle-timeout-seconds").isNull())
        balancer.set("idle_timeout",
                     std::clamp<std::int64_t>(design.integer(block, "idle-timeout-seconds", 60), 1, 4000));
    balancer.set("enable_deletion_protection", data::deletionProtection(out, block)).set("tags", nameTag(block));
    if (design.flag(block, "access-logs")) keepAccessLogs(out, block, balancer);
    out.add(Concern::Edge, block, std::move(balancer));
    mapListeners(out, block);
    if (const Block* acl = design.reference(block, "web-acl");
        acl && design.text(*acl, "scope", "regional") == "regional") {
        out.tie(block, *acl);
        out.add(Concern::Edge, block,
                hcl::Block::resource("aws_wafv2_web_acl_association",
                                     out.claim("aws_wafv2_web_acl_association", design.name(block)))
                    .refer("resource_arn", design.attribute(block, "arn"))
                    .refer("web_acl_arn", design.attribute(*acl, "arn")));
    }
    out.addOutput(design.name(block) + "_dns_name",
                  design.message("output.dns-name", {{"name", hcl::oneLine(block.label())}}),
                  design.attribute(block, "dns_name"));
}

}  // namespace lintel::exporters::terraform::edge
