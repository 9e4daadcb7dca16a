#include "tests/exporters/terraform/every_kind.h"

#include "model/embedded/embedded.h"
#include "tests/support/design_builder.h"

#include <algorithm>

namespace lintel::exporters::terraform::test {

using model::Document;
using model::Value;
using support::ids;
using support::row;
using support::rows;

namespace {

constexpr const char* kIt = "it";

support::DesignBuilder network()
{
    support::DesignBuilder draw;
    draw.block("account", "account").block("seoul", "region", "account", {{"region", "ap-northeast-2"}});
    draw.block("net", "vpc", "seoul", {{"cidr", "10.0.0.0/16"}, {"dns-hostnames", true}});
    draw.block("igw", "internet-gateway", "net");
    draw.block("rt", "route-table", "net",
               {{"routes", rows({row({{"destination", "0.0.0.0/0"}, {"target", "igw"}})})}});
    draw.block("az-a", "availability-zone", "net", {{"zone", "a"}})
        .block("az-c", "availability-zone", "net", {{"zone", "c"}});
    draw.block("net-a", "subnet", "az-a", {{"cidr", "10.0.0.0/24"}, {"route-table", "rt"}});
    draw.block("net-c", "subnet", "az-c", {{"cidr", "10.0.1.0/24"}, {"route-table", "rt"}});
    draw.block("guard", "security-group", "net",
               {{"inbound", rows({row({{"protocol", "tcp"}, {"ports", "443"}, {"source", "10.0.0.0/16"}})})}});
    return draw;
}

/// Where the catalogue lets the kind sit, in our network.
std::string placeFor(const model::catalogue::Kind& kind)
{
    const std::vector<std::pair<const char*, const char*>> places{
        {"subnet", "net-a"},     {"availability-zone", "az-a"}, {"vpc", "net"},
        {"region", "seoul"},     {"account", "account"},        {"ec2-instance", "host"},
        {"ecs-cluster", "host"}, {"eks-cluster", "host"},       {"route53-zone", "host"}};
    for (const auto& [parent, id] : places) {
        if (std::find(kind.parents.begin(), kind.parents.end(), parent) != kind.parents.end()) return id;
    }
    return {};
}

model::Properties hostProperties(const std::string& kind)
{
    if (kind == "route53-zone") return {{"domain", "host.example"}};
    if (kind == "ec2-instance") return {{"security-groups", ids({"guard"})}};
    return {{"subnets", ids({"net-a", "net-c"})}, {"security-groups", ids({"guard"})}};
}

Value filler(const model::catalogue::Property& property)
{
    if (property.key == "subnets") return ids({"net-a", "net-c"});
    if (property.key == "security-groups") return ids({"guard"});
    if (property.key == "domain") return "it.example";
    if (property.key == "domains") return ids({"www.it.example"});
    if (property.key == "cidr") return "10.0.8.0/24";
    if (property.key == "service" && property.type == model::catalogue::PropertyType::String) return "ecr.api";
    if (property.key == "record") return "www.host.example";
    if (property.key == "requester") return "net";
    if (property.key == "metric") return "CPUUtilization";
    if (property.key == "pattern") return "rate(1 hour)";
    return {};
}

/// What the kind makes no sense without, beside what its properties name.
const char* partnerOf(const std::string& kind)
{
    if (kind == "cloudfront") return "s3-bucket";
    if (kind == "codepipeline") return "codebuild";
    if (kind == "firehose" || kind == "backup") return "s3-bucket";
    if (kind == "site-to-site-vpn") return "virtual-private-gateway";
    if (kind == "api-gateway") return "lambda";
    return nullptr;
}

}  // namespace

Document designWith(const model::catalogue::Kind& kind)
{
    support::DesignBuilder draw = network();
    const std::string place = placeFor(kind);
    if (place == "host") {
        for (const char* host : {"ec2-instance", "ecs-cluster", "eks-cluster", "route53-zone"}) {
            if (std::find(kind.parents.begin(), kind.parents.end(), host) == kind.parents.end()) continue;
            const std::string at = host == std::string("ec2-instance")   ? "net-a"
                                   : host == std::string("route53-zone") ? "account"
                                                                         : "net";
            draw.block("host", host, at, hostProperties(host));
            break;
        }
    }
    model::Properties properties = kind.initial;
    for (const model::catalogue::Property& property : kind.properties) {
        Value value = filler(property);
        // A required partner: the first kind that may be named.
        if (value.isNull() && property.type == model::catalogue::PropertyType::Reference &&
            (property.key == "source" || property.key == "cluster" || property.key == "target")) {
            draw.block("partner", property.kinds.front().text(),
                       property.kinds.front().text() == "auto-scaling-group" ? "net" : "net-a",
                       {{"subnets", ids({"net-a", "net-c"})}, {"security-groups", ids({"guard"})}});
            value = "partner";
        }
        if (!value.isNull() && (property.key != "cidr" || kind.id.text() == "subnet")) properties[property.key] = value;
    }
    draw.block(kIt, kind.id.text(), place, std::move(properties));
    if (const char* partner = partnerOf(kind.id.text()))
        draw.block("beside", partner, partner == std::string("virtual-private-gateway") ? "net" : "seoul")
            .connect(kIt, "beside");
    draw.block("server", "ec2-instance", "net-a", {{"type", "t3.micro"}, {"security-groups", ids({"guard"})}});
    draw.connect("server", kIt, "443").connect(kIt, "server", "8080");
    return draw.build();
}

}  // namespace lintel::exporters::terraform::test
