#include "tests/model/lint/seeds/seed_edits.h"

namespace lintel::test {

using namespace model;
using support::DesignBuilder;
using support::row;
using support::rows;

std::vector<SeedRow> budgetPostRows()
{
    return {
        {"S4 the server hit by port",
         "lb-bypass",
         {kA2, set("sg-api", "inbound", inbound("8080", "0.0.0.0/0"))},
         {kA2}},
        {"S4 application servers in private subnets", "compute-in-public", {kA1}, {kE}},
        {"S4 application and database in one subnet",
         "tiers-share-subnet",
         {kE, all({move("db", "app-subnet"), inProfile("production")})},
         {kE, inProfile("production")}},
        {"S4 MySQL on EC2", "self-managed-stateful-single", {kE}, {kE, set("mysql", "replicas", 2)}, "db"},
        {"S4 MySQL on EC2 without backups", "backup-missing", {kE}, {kE, set("db", "backup", "snapshots")}, "mysql"},
        {"S4 bastion for SSH", "bastion-tradeoff", {kE}, {kA3}},
        {"S4 NAT instance", "nat-instance", {kE}, {kA3}},
        {"S4 NAT instance that forwards",
         "nat-instance-broken",
         {kE, set("nat", "source-destination-check", true)},
         {kE},
         "nat"},
        {"S4 internet gateway, last and most important", "igw-missing", {kE, remove({"igw"})}, {kE}},
        {"S4 nginx instead of an ALB", "single-point-of-failure", {kE}, {kC2}, "edge"},
        {"S4 nginx before nginx", "lb-single-target", {kC1}, {kC2}},
        {"S4 inbound rules for replies",
         "sg-open-unused",
         {kE},
         {kE, set("sg-bastion", "inbound", inbound("22", "203.0.113.10/32"))},
         "sg-bastion"},
        {"S4 a group for an ALB that is not there",
         "diagram-contradiction",
         {kE, rename("sg-edge", "ALB")},
         {kE},
         "sg-edge"},
        {"S4 sources are groups: good",
         "sg-cidr-not-ref",
         {kE, set("sg-db", "inbound", inbound("3306", "10.60.2.0/24"))},
         {kE},
         "sg-db"},
        {"S4 make it work roughly first",
         "network-undrawn",
         {kE, all({set("app-subnet", "route-table", Value()), completeNetwork})},
         {kE, set("app-subnet", "route-table", Value())}},
    };
}

}  // namespace lintel::test
