#include "tests/model/lint/seeds/seed_row.h"

namespace lintel::test {

using namespace model;
using support::DesignBuilder;
using support::ids;
using support::row;
using support::rows;

namespace {

constexpr const char* kA1 = "startup-1-first-server";
constexpr const char* kA2 = "startup-2-managed-parts";
constexpr const char* kA3 = "startup-3-private-network";
constexpr const char* kA4 = "startup-4-zero-downtime";
constexpr const char* kA5 = "startup-5-scaled-out";
constexpr const char* kA6 = "startup-6-edge";
constexpr const char* kB = "dangdang-salon";
constexpr const char* kC1 = "one-server";
constexpr const char* kC2 = "three-tier";
constexpr const char* kD = "eks-mobile-backend";
constexpr const char* kE = "small-service";

using Edit = std::function<void(DesignBuilder&)>;

Edit set(const char* id, const char* key, Value value)
{
    return [=](DesignBuilder& design) { design.set(id, key, value); };
}
Edit remove(const char* id)
{
    return [=](DesignBuilder& design) { design.remove(id); };
}
Value inbound(const char* ports, const char* source)
{
    return rows({row({{"protocol", "tcp"}, {"ports", ports}, {"source", source}})});
}

std::vector<SeedRow> startupRows()
{
    return {
        {"A1 instance takes internet traffic itself", "compute-in-public", {kA1}, {kA3}, "api"},
        {"A1 single instance: no redundancy", "single-point-of-failure", {kA1}, {kA3}, "api"},
        {"A1 single zone", "az-failure-breaks-flow", {kA1}, {kA3}},
        {"A1 no TLS on a public entry", "plaintext-listener", {kA1}, {kA6}},
        {"A1 public S3 website without a CDN in front", "s3-public", {kA1}, {kA2}, "front"},
        {"A1 default VPC used for a workload", "default-vpc", {kA1}, {kA3}, "vpc"},
        {"A2 database in a public subnet", "data-in-public-subnet", {kA2}, {kA3}, "rds"},
        {"A2 the database can really be reached from the internet", "data-internet-path", {kA2}, {kA3}, "rds"},
        {"A2 RDS single-AZ", "rds-single-az", {kA2}, {kA2, set("rds", "multi-az", true)}, "rds"},
        {"A2 three load balancers that one could serve", "alb-per-subdomain", {kA2}, {kA3}},
        {"A2 ALB in one zone only", "alb-azs", {kA2}, {kA3}, "alb-api"},
        {"A2 clean: nothing about the bucket any more",
         "s3-public",
         {kA2, set("front", "public-access", "public-read")},
         {kA2},
         "front"},
        {"A3 calls hairpin through the internet-facing load balancer", "internal-via-public-lb", {kA3}, {kA4}},
        {"A3 one NAT gateway for subnets in several zones", "nat-az-dependence", {kA3}, {kA4}, "nat-a"},
        {"A3 clean: database in a private subnet",
         "data-in-public-subnet",
         {kA3, set("aurora", "subnets", ids({"public-a", "public-c"}))},
         {kA3}},
        {"A3 clean: private instances have egress",
         "private-egress-missing",
         {kA3, set("rt-app", "routes", rows({}))},
         {kA3}},
        {"A4 clean: no internal traffic over an internet-facing load balancer",
         "internal-via-public-lb",
         {kA4, [](DesignBuilder& design) { design.connect("admin", "alb", "443"); }},
         {kA4}},
        {"A5 Redis with one node has no failover", "cache-no-failover", {kA5}, {kA6}, "redis"},
        {"A6 CloudFront can be bypassed",
         "cdn-bypass",
         {kA6, set("sg-alb", "inbound", inbound("443", "0.0.0.0/0"))},
         {kA6}},
    };
}

std::vector<SeedRow> otherRows()
{
    return {
        {"B MongoDB on a single instance",
         "self-managed-stateful-single",
         {kB},
         {kB, set("mongodb", "replicas", 3)},
         "mongodb-host"},
        {"B Kafka with a single broker",
         "self-managed-stateful-single",
         {kB},
         {kB, set("kafka", "replicas", 3)},
         "kafka-host"},
        {"B monitoring shares the main server it watches", "monitoring-colocated", {kB}, {kA4}, "main-a"},
        {"B no rollback path in the pipeline", "no-rollback", {kB}, {kB, set("github", "rollback", "automatic")}},
        {"B secrets in docker-compose",
         "secret-in-env",
         {kB},
         {kB, set("main-a", "secrets-in", "parameter-store")},
         "main-a"},
        {"C1 application and database share a host", "app-db-colocated", {kC1}, {kC2}},
        {"D VPC range overlaps the office's",
         "connected-cidr-overlap",
         {kD,
          [](DesignBuilder& design) {
              const Value range = propertyOf(design.build().blocks.find(BlockId("vpc"))->properties, "cidr");
              for (const Block& block : design.build().blocks)
                  if (block.kind.text() == "external-network") design.set(block.id.text(), "cidr", range);
          }},
         {kD}},
        {"D S3 bucket without public access block",
         "s3-public",
         {kD,
          [](DesignBuilder& design) {
              for (const Block& block : design.build().blocks)
                  if (block.kind.text() == "s3-bucket") design.set(block.id.text(), "public-access", "public-read");
          }},
         {kD}},
        {"E NAT instance needs its source/destination check off",
         "nat-instance-broken",
         {kE, set("nat", "source-destination-check", true)},
         {kE},
         "nat"},
        {"E self-managed MySQL on one instance",
         "self-managed-stateful-single",
         {kE},
         {kE, set("mysql", "replicas", 2)},
         "db"},
        {"E edge nginx is a single point of failure", "single-point-of-failure", {kE}, {kC2}, "edge"},
        {"E NAT instance is a single point of failure", "single-point-of-failure", {kE}, {kC2}, "nat"},
        {"E bastion is a single point of failure", "single-point-of-failure", {kE}, {kC2}, "bastion"},
        {"E one zone only", "az-failure-breaks-flow", {kE}, {kC2}},
        {"B clean: the loss of either zone is survived", "az-failure-breaks-flow", {kC1}, {kB}},
        {"E unrestricted egress", "sg-egress-open", {kE}, {kA6}},
        {"E SSH from anywhere",
         "admin-port-internet",
         {kE, set("sg-bastion", "inbound", inbound("22", "0.0.0.0/0"))},
         {kE},
         "bastion"},
        {"E clean: database not reachable, even if its rule is wide open",
         "data-internet-path",
         {kA2},
         {kE, set("sg-db", "inbound", inbound("3306", "0.0.0.0/0"))},
         {},
         lint::Severity::Error},
        {"E private instances have egress through the NAT instance",
         "private-egress-missing",
         {kE, set("rt-private", "routes", rows({}))},
         {kE}},
        {"S4 internet gateway, last and most important", "igw-missing", {kE, remove("igw")}, {kE}},
    };
}

}  // namespace

const std::vector<SeedRow>& seedRows()
{
    static const std::vector<SeedRow> kRows = [] {
        std::vector<SeedRow> all = startupRows();
        for (SeedRow& one : otherRows()) all.push_back(std::move(one));
        return all;
    }();
    return kRows;
}

}  // namespace lintel::test
