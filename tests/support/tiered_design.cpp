#include "tests/support/tiered_design.h"

#include "tests/support/design_builder.h"

#include <algorithm>
#include <string>

namespace lintel::test {

namespace {

using support::DesignBuilder;

constexpr int kZones = 3;
constexpr int kServersAZone = 4;
constexpr int kStoresAZone = 2;

/// Blocks of one VPC: itself, gateway, load balancer, bucket, queue; zones with subnets and what stands in them.
constexpr int kBlocksAVpc = 5 + kZones * (1 + 3 + 1 + kServersAZone + kStoresAZone);

void addZone(DesignBuilder& design, const std::string& vpc, int zone)
{
    const std::string letter(1, static_cast<char>('a' + zone));
    const std::string name = vpc + "-" + letter;
    design.block(name, "availability-zone", vpc, {{"zone", letter}});
    for (const char* tier : {"public", "application", "data"})
        design.block(name + "-" + tier, "subnet", name, {{"tier", tier}});
    design.block(name + "-nat", "nat-gateway", name + "-public");
    for (int i = 0; i < kStoresAZone; ++i)
        design.block(name + "-db" + std::to_string(i), "rds-instance", name + "-data", {{"engine", "mysql"}});
    for (int i = 0; i < kServersAZone; ++i) {
        const std::string server = name + "-app" + std::to_string(i);
        design.block(server, "ec2-instance", name + "-application", {{"type", "t3.medium"}});
        design.connect(vpc + "-alb", server, "8080");
        design.connect(server,
                       vpc + "-" + std::string(1, static_cast<char>('a' + (zone + i) % kZones)) + "-db" +
                           std::to_string(i % kStoresAZone),
                       "3306");
    }
}

}  // namespace

model::Document tieredDesign(int blocks)
{
    DesignBuilder design;
    design.block("users", "users").block("account", "account").block("region", "region", "account");
    const int vpcs = std::max(1, (blocks - 3 + kBlocksAVpc / 2) / kBlocksAVpc);
    std::string previous;
    for (int i = 0; i < vpcs; ++i) {
        const std::string vpc = "vpc" + std::to_string(i);
        design.block(vpc, "vpc", "region", {{"cidr", "10." + std::to_string(i) + ".0.0/16"}});
        design.block(vpc + "-igw", "internet-gateway", vpc).block(vpc + "-alb", "alb", vpc);
        design.block(vpc + "-files", "s3-bucket", "region").block(vpc + "-jobs", "sqs", "region");
        for (int zone = 0; zone < kZones; ++zone) addZone(design, vpc, zone);
        design.connect("users", vpc + "-alb", "443");
        design.connect(vpc + "-a-app0", vpc + "-files", "443").connect(vpc + "-b-app1", vpc + "-jobs", "443");
        if (!previous.empty()) design.connect(previous + "-c-app3", vpc + "-alb", "443");
        previous = vpc;
    }
    return design.build();
}

}  // namespace lintel::test
