#include "exporters/terraform/edge/edge.h"

#include <algorithm>

namespace lintel::exporters::terraform::edge {

using model::Block;

namespace {

constexpr std::size_t kLongestName = 12;  // 32, without the prefix and the port

std::string pathOf(const Design& design, const Block& block)
{
    const std::string path = design.text(block, "health-check");
    const bool legal =
        path.starts_with("/") && path.size() <= 1024 &&
        path.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/_.-~?=&%:@!$'()*+,;") ==
            std::string::npos;
    return legal ? path : "/";
}

std::vector<const Block*> targetsOf(const Design& design, const Block& group)
{
    std::vector<const Block*> targets = design.references(group, "targets");
    for (const Block* other : design.connected(group, "ec2-instance")) {
        if (std::find(targets.begin(), targets.end(), other) == targets.end()) targets.push_back(other);
    }
    return targets;
}

}  // namespace

void mapTargetGroup(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const Block* vpc = design.vpcOf(block);
    if (!vpc) return out.leaveOut(block.id.text(), "no-vpc");
    const std::string protocol = design.text(block, "protocol", "HTTP");
    const std::string type = design.text(block, "target-type", "instance");
    const std::int64_t port = std::clamp<std::int64_t>(design.integer(block, "port", 80), 1, 65535);
    hcl::Block group = hcl::Block::resource("aws_lb_target_group", design.name(block));
    // With the port: another port takes a new group, which must be there before the listener lets go of the old one.
    std::string shown = out.shortName(block, kLongestName);
    if (type != "lambda") shown.insert(shown.size() - 1, "-" + std::to_string(port));
    group.refer("name", std::move(shown));
    if (type != "lambda")
        group.set("port", port).set("protocol", protocol).refer("vpc_id", design.attribute(*vpc, "id"));
    group.set("target_type", type);
    if (type != "lambda")
        group.set("deregistration_delay",
                  std::clamp<std::int64_t>(design.integer(block, "deregistration-delay-seconds", 300), 0, 3600));
    group.set("tags", nameTag(block));
    const bool http = protocol == "HTTP" || protocol == "HTTPS";
    if (type != "lambda") {
        hcl::Block check("health_check");
        if (http)
            check.set("path", pathOf(design, block)).set("protocol", protocol).set("matcher", "200-399");
        else
            check.set("protocol", "TCP");
        check.set("interval", 30).set("healthy_threshold", 3).set("unhealthy_threshold", 3);
        group.add(std::move(check));
    }
    if (design.flag(block, "sticky") && http)
        group.add(hcl::Block("stickiness").set("type", "lb_cookie").set("cookie_duration", 86400));
    group.add(hcl::Block("lifecycle").set("create_before_destroy", true));
    out.add(Concern::Edge, block, std::move(group));
    for (const Block* target : targetsOf(design, block)) {
        const bool machine = design.isKind(*target, "ec2-instance");
        if (!machine || type == "lambda" || !out.isExported(*target) || design.reference(*target, "auto-scaling-group"))
            continue;
        const std::string name =
            out.claim("aws_lb_target_group_attachment", design.name(block) + "_" + design.name(*target));
        out.add(Concern::Edge, block,
                hcl::Block::resource("aws_lb_target_group_attachment", name)
                    .refer("target_group_arn", design.attribute(block, "arn"))
                    .refer("target_id", design.attribute(*target, type == "ip" ? "private_ip" : "id"))
                    .set("port", port));
        out.tie(block, *target);
    }
}

}  // namespace lintel::exporters::terraform::edge
