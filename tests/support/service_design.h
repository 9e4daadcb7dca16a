#pragma once

#include "tests/support/design_builder.h"

namespace lintel::support {

/// A VPC of two zones: `public-a`, `public-c` with a route to `igw`; `app-a`, `app-c` without a way out.
inline DesignBuilder twoZones()
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}, {"dns-hostnames", true}})
        .block("igw", "internet-gateway", "vpc");
    design.block("rt-public", "route-table", "vpc",
                 {{"routes", rows({row({{"destination", "0.0.0.0/0"}, {"target", "igw"}})})}});
    design.block("rt-app", "route-table", "vpc");
    int third = 0;
    for (const char* zone : {"a", "c"}) {
        const std::string az = std::string("az-") + zone;
        design.block(az, "availability-zone", "vpc", {{"zone", zone}});
        for (const char* tier : {"public", "app"})
            design.block(
                std::string(tier) + "-" + zone, "subnet", az,
                {{"cidr", "10.0." + std::to_string(third++) + ".0/24"}, {"route-table", std::string("rt-") + tier}});
    }
    return design;
}

/// Two servers, `api-a` and `api-c`, behind the target group `tg` of the load balancer `alb`, for `users`.
inline DesignBuilder twoServers(const model::Properties& properties)
{
    DesignBuilder design = twoZones();
    design.block("users", "users")
        .block("sg-alb", "security-group", "vpc",
               {{"inbound", rows({row({{"protocol", "tcp"}, {"ports", "443"}, {"source", "0.0.0.0/0"}})})}});
    design.block("sg-api", "security-group", "vpc",
                 {{"inbound", rows({row({{"protocol", "tcp"}, {"ports", "8080"}, {"source", "sg-alb"}})})}});
    for (const char* zone : {"a", "c"}) {
        model::Properties all = properties;
        all["ports"] = "8080";
        all["role"] = "application";
        all["security-groups"] = ids({"sg-api"});
        design.block(std::string("api-") + zone, "ec2-instance", std::string("app-") + zone, std::move(all));
    }
    design.block("tg", "target-group", "vpc",
                 {{"port", 8080}, {"targets", ids({"api-a", "api-c"})}, {"health-check", "/health"}});
    design.block(
        "alb", "alb", "vpc",
        {{"subnets", ids({"public-a", "public-c"})},
         {"security-groups", ids({"sg-alb"})},
         {"listeners", rows({row({{"protocol", "HTTPS"}, {"port", 443}, {"action", "forward"}, {"target", "tg"}})})}});
    return design.connect("users", "alb", "443").connect("alb", "tg", "", "attach");
}

/// The same with an Auto Scaling group `asg` instead of drawn servers.
inline DesignBuilder scalingGroup(model::Properties properties)
{
    DesignBuilder design = twoServers({});
    design.remove("api-a").remove("api-c").set("tg", "targets", {});
    properties.emplace("subnets", ids({"app-a", "app-c"}));
    properties.emplace("target-groups", ids({"tg"}));
    return design.block("asg", "auto-scaling-group", "vpc", std::move(properties));
}

}  // namespace lintel::support
