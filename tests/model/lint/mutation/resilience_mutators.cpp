#include "tests/model/lint/mutation/mutator.h"

namespace lintel::test {

using namespace model;
using support::row;
using support::rows;

namespace {

/// The zone's private subnets leave through an instance.
void natThrough(Place& place, bool checksSource)
{
    place.design
        .block("sg-nat", "security-group", place.vpc(),
               {{"inbound", rows({row({{"protocol", "all"}, {"source", place.range() + "0.0/16"}})})}})
        .block("nat-host", "ec2-instance", place.id("public-" + place.zone()),
               {{"role", "nat"},
                {"public-ip", true},
                {"source-destination-check", checksSource},
                {"security-groups", list("sg-nat")}})
        .set(place.id("rt-" + place.zone()), "routes", defaultRoute("nat-host"));
}

void addOpenVpc(Place& place)
{
    place.design.block("open", "vpc", "seoul", {{"cidr", "10.241.0.0/16"}})
        .block("open-igw", "internet-gateway", "open")
        .block("open-rt", "route-table", "open", {{"routes", defaultRoute("open-igw")}})
        .block("open-a", "subnet", "open", {{"cidr", "10.241.0.0/24"}, {"route-table", "open-rt"}})
        .block("lone", "ec2-instance", "open-a", {{"role", "application"}});
}

void addScaling(Place& place, Value subnets)
{
    place.design.block("tg", "target-group", place.vpc(), {{"port", 8080}, {"health-check", "/health"}})
        .block("asg", "auto-scaling-group", place.vpc(),
               {{"min", 2}, {"max", 4}, {"target-groups", list("tg")}, {"subnets", std::move(subnets)}});
}

/// Two servers of one target group, one in each zone.
void addPair(Place& place, int peakPercent)
{
    for (const std::string zone : {"a", "c"})
        place.design.block("pair-" + zone, "ec2-instance", place.id("app-" + zone),
                           {{"peak-load-percent", peakPercent}, {"security-groups", list(place.id("sg-app"))}});
    place.design.block("tg", "target-group", place.vpc(),
                       {{"port", 8080}, {"targets", list("pair-a", "pair-c")}, {"health-check", "/health"}});
}

/// People call the two servers through something in front: an instance, or a load balancer over both zones.
void frontPair(Place& place, const char* kind)
{
    addPair(place, 10);
    if (std::string(kind) == "alb")
        place.design.block(
            "front", "alb", place.vpc(),
            {{"scheme", "internet-facing"},
             {"subnets", list(place.id("public-a"), place.id("public-c"))},
             {"listeners",
              rows({row({{"protocol", "HTTPS"}, {"port", 443}, {"action", "forward"}, {"target", "tg"}})})}});
    else
        place.design.block("front", kind, place.id("public-a"), {{"role", "proxy"}});
    place.design.connect("users", "front", "443").connect("front", "pair-a", "8080").connect("front", "pair-c", "8080");
}

/// Of the other systems nobody calls any; of this one, the servers of the zone are all there is.
void leaveOneZone(Place& place, bool really)
{
    const Document before = place.design.build();
    for (const Connection& drawn : before.connections)
        if (drawn.from.text() == "users" && drawn.to.text() != place.id("alb")) place.design.remove(drawn.id.text());
    if (!really) return;
    for (const Block& block : before.blocks)
        if (block.kind.text() == "ec2-instance" && block.parent.text() == place.id("app-" + place.otherZone())) {
            for (const Connection& drawn : before.connections)
                if (drawn.from == block.id || drawn.to == block.id) place.design.remove(drawn.id.text());
            for (const Block& inside : before.blocks)
                if (inside.parent == block.id) place.design.remove(inside.id.text());
            place.design.remove(block.id.text());
        }
}

void addOffice(Place& place)
{
    place.design.block("office", "external-network", {}, {{"cidr", "192.168.0.0/24"}})
        .block("erp", "spring", "office")
        .block("dx", "direct-connect", "seoul")
        .connect("office", "dx", {}, "attach")
        .connect("erp", place.server(), "8080");
}

/// Members that replicate, one in each of the subnets; a third zone is drawn for them.
void addMembers(Place& place, const char* kind, const std::vector<std::string>& subnets)
{
    place.design.block(place.id("b"), "availability-zone", place.vpc(), {{"zone", "b"}})
        .block(place.id("data-b"), "subnet", place.id("b"),
               {{"cidr", place.range() + "220.0/24"}, {"route-table", place.id("rt-a")}});
    int count = 0;
    for (const std::string& subnet : subnets) {
        const std::string id = "m" + std::to_string(++count);
        place.design.block(id, "ec2-instance", place.id(subnet), {{"role", "database"}}).block(id + "-data", kind, id);
        place.design.connect(place.server(), id, "9092");
        if (count > 1) place.design.connect("m1-data", id + "-data", {}, "replication");
    }
}

}  // namespace

const std::vector<Mutator>& resilienceMutators()
{
    static const std::vector<Mutator> kMutators{
        {"nat-instance", [](Place& p) { natThrough(p, false); },
         [](Place& p) { p.design.set(p.id("rt-" + p.zone()), "routes", defaultRoute(p.id("nat-" + p.otherZone()))); }},
        {"nat-instance-broken", [](Place& p) { natThrough(p, true); }, [](Place& p) { natThrough(p, false); }},
        {"tiers-share-subnet",
         [](Place& p) {
             p.design.set(p.server(), "role", "application").block("search", "opensearch", p.id("app-" + p.zone()));
         },
         [](Place& p) {
             p.design.set(p.server(), "role", "application").block("search", "opensearch", p.id("data-" + p.zone()));
         }},
        {"vpc-public-only", [](Place& p) { addOpenVpc(p); },
         [](Place& p) {
             addOpenVpc(p);
             p.design.block("inner-rt", "route-table", "open")
                 .block("inner", "subnet", "open", {{"cidr", "10.241.1.0/24"}, {"route-table", "inner-rt"}});
         }},
        {"network-undrawn",
         [](Place& p) {
             p.design.block("new", "subnet", p.id(p.zone()), {{"cidr", p.range() + "200.0/24"}})
                 .block("fresh", "ec2-instance", "new");
         },
         [](Place& p) {
             p.design
                 .block("new", "subnet", p.id(p.zone()),
                        {{"cidr", p.range() + "200.0/24"}, {"route-table", p.id("rt-a")}})
                 .block("fresh", "ec2-instance", "new", {{"security-groups", list(p.id("sg-app"))}});
         }},
        {"az-failure-breaks-flow", [](Place& p) { leaveOneZone(p, true); }, [](Place& p) { leaveOneZone(p, false); }},
        {"app-outside-asg",
         [](Place& p) {
             p.design.block("extra", "ec2-instance", p.id("app-" + p.zone())).connect(p.id("alb"), "extra", "8080");
         },
         [](Place& p) {
             p.design.block("extra", "ec2-instance", p.id("app-" + p.zone()), {{"environment", "test"}})
                 .connect(p.id("alb"), "extra", "8080");
         }},
        {"asg-not-ha", [](Place& p) { addScaling(p, list(p.id("app-a"))); },
         [](Place& p) { addScaling(p, list(p.id("app-a"), p.id("app-c"))); }},
        {"aurora-one-instance",
         [](Place& p) {
             p.design.block("aurora", "aurora-cluster", p.vpc(),
                            {{"instances", 1}, {"subnets", list(p.id("data-a"), p.id("data-c"))}});
         },
         [](Place& p) {
             p.design.block("aurora", "aurora-cluster", p.vpc(),
                            {{"instances", 2}, {"subnets", list(p.id("data-a"), p.id("data-c"))}});
         }},
        {"az-capacity-shortfall",
         [](Place& p) {
             frontPair(p, "alb");
             p.design.set("pair-a", "peak-load-percent", 70).set("pair-c", "peak-load-percent", 70);
         },
         [](Place& p) { frontPair(p, "alb"); }},
        {"eks-azs",
         [](Place& p) {
             p.design.block("eks", "eks-cluster", p.vpc(), {{"subnets", list(p.id("app-a"))}});
         },
         [](Place& p) {
             p.design.block("eks", "eks-cluster", p.vpc(), {{"subnets", list(p.id("app-a"), p.id("app-c"))}});
         }},
        {"health-check",
         [](Place& p) {
             addPair(p, 10);
             p.design.set("tg", "health-check", "none");
         },
         [](Place& p) {
             addPair(p, 10);
             p.design.set("tg", "health-check", "/health");
         }},
        {"hybrid-link-single",
         [](Place& p) {
             addOffice(p);
             p.design.set("dx", "locations", 1);
         },
         [](Place& p) {
             addOffice(p);
             p.design.set("dx", "locations", 2);
         }},
        {"kafka-replication",
         [](Place& p) {
             addMembers(p, "kafka", {"data-a", "data-b", "data-c"});
             p.design.set("m1-data", "replication-factor", 1).set("m1-data", "min-insync-replicas", Value());
         },
         [](Place& p) {
             addMembers(p, "kafka", {"data-a", "data-b", "data-c"});
             p.design.set("m1-data", "replication-factor", 3).set("m1-data", "min-insync-replicas", Value());
         }},
        {"quorum-az",
         [](Place& p) {
             addMembers(p, "mongodb", {"data-a", "data-a", "data-c"});
         },
         [](Place& p) {
             addMembers(p, "mongodb", {"data-a", "data-b", "data-c"});
         }},
        {"lb-az-target-mismatch",
         [](Place& p) { p.design.set(p.id("alb"), "subnets", list(p.id("public-" + p.otherZone()))); },
         [](Place& p) { p.design.set(p.id("alb"), "subnets", list(p.id("public-c"), p.id("public-a"))); }},
        {"lb-single-target",
         [](Place& p) {
             p.design.block("two", "alb", p.vpc(), {{"scheme", "internet-facing"}}).connect("two", p.server(), "8080");
         },
         [](Place& p) {
             addPair(p, 10);
             p.design.block("two", "alb", p.vpc(), {{"scheme", "internet-facing"}})
                 .connect("two", "pair-a", "8080")
                 .connect("two", "pair-c", "8080");
         }},
        {"replica-not-failover",
         [](Place& p) {
             p.design.set(p.id("db"), "multi-az", false)
                 .block("replica", "rds-read-replica", p.id("data-c"), {{"source", p.id("db")}});
         },
         [](Place& p) {
             p.design.block("replica", "rds-read-replica", p.id("data-c"), {{"source", p.id("db")}});
         }},
        {"single-point-of-failure", [](Place& p) { frontPair(p, "ec2-instance"); },
         [](Place& p) { frontPair(p, "alb"); }},
        {"vpc-service-single-az",
         [](Place& p) {
             p.design.block("fn", "lambda", p.vpc(), {{"subnets", list(p.id("app-a"))}});
         },
         [](Place& p) {
             p.design.block("fn", "lambda", p.vpc(), {{"subnets", list(p.id("app-a"), p.id("app-c"))}});
         }},
    };
    return kMutators;
}

}  // namespace lintel::test
