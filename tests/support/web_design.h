#pragma once

#include "tests/support/design_builder.h"

namespace lintel::support {

/// A sound web service over two zones, for a test to break: an internet gateway, public and private subnets in zones a
/// and c, users -> alb (HTTPS, sg-alb) -> app-a, app-c (sg-app, 8080, private).
inline DesignBuilder webDesign()
{
    const auto to = [](const char* target) { return rows({row({{"destination", "0.0.0.0/0"}, {"target", target}})}); };
    const auto admit = [](const char* ports, const char* source) {
        return rows({row({{"protocol", "tcp"}, {"ports", ports}, {"source", source}})});
    };
    DesignBuilder design;
    design.block("users", "users")
        .block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}})
        .block("igw", "internet-gateway", "vpc");
    design.block("rt-public", "route-table", "vpc", {{"routes", to("igw")}}).block("rt-private", "route-table", "vpc");
    design.block("sg-alb", "security-group", "vpc", {{"inbound", admit("443", "0.0.0.0/0")}});
    design.block("sg-app", "security-group", "vpc", {{"inbound", admit("8080", "sg-alb")}});
    for (const std::string zone : {"a", "c"}) {
        const std::string third = zone == "a" ? "0" : "1";
        design.block("az-" + zone, "availability-zone", "vpc", {{"zone", zone}});
        design.block("public-" + zone, "subnet", "az-" + zone,
                     {{"cidr", "10.0." + third + ".0/24"}, {"route-table", "rt-public"}});
        design.block("private-" + zone, "subnet", "az-" + zone,
                     {{"cidr", "10.0.1" + third + ".0/24"}, {"route-table", "rt-private"}});
        design.block("app-" + zone, "ec2-instance", "private-" + zone,
                     {{"role", "application"}, {"ports", "8080"}, {"security-groups", ids({"sg-app"})}});
    }
    design.block("tg", "target-group", "vpc",
                 {{"port", 8080}, {"targets", ids({"app-a", "app-c"})}, {"health-check", "/health"}});
    design.block("alb", "alb", "vpc",
                 {{"scheme", "internet-facing"},
                  {"subnets", ids({"public-a", "public-c"})},
                  {"security-groups", ids({"sg-alb"})},
                  {"listeners", rows({row({{"protocol", "HTTPS"},
                                           {"port", 443},
                                           {"action", "forward"},
                                           {"certificate", "cert"},
                                           {"target", "tg"}})})}});
    design.block("cert", "acm-certificate", "");
    return design.connect("users", "alb", "443");
}

/// One inbound rule, as the property of a security group.
inline model::Value inboundRule(const char* ports, const char* source)
{
    return rows({row({{"protocol", "tcp"}, {"ports", ports}, {"source", source}})});
}

}  // namespace lintel::support
