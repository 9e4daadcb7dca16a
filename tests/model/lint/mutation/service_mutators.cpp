#include "tests/model/lint/mutation/mutator.h"

namespace lintel::test {

using namespace model;

namespace {

void addBroker(Place& place, int replicas)
{
    place.design.block("broker", "ec2-instance", place.id("data-" + place.zone()),
                       {{"role", "broker"}, {"replicas", replicas}});
    place.design.connect(place.server(), "broker", "9092");
}

void addCache(Place& place, int replicas)
{
    place.design.block("cache", "elasticache", place.vpc(),
                       {{"engine", "redis"},
                        {"replicas", replicas},
                        {"automatic-failover", true},
                        {"subnets", list(place.id("data-a"), place.id("data-c"))}});
}

void addServer(Place& place, const char* kind)
{
    place.design.block("separate", "ec2-instance", place.id("data-" + place.zone())).block("on-it", kind, "separate");
}

void dropDatabase(Place& place, const std::string& one, const std::string& other)
{
    place.design.set(place.id("db"), "subnets", list(place.id(one), place.id(other)));
}

}  // namespace

const std::vector<Mutator>& serviceMutators()
{
    static const std::vector<Mutator> kMutators{
        {"rds-single-az", [](Place& p) { p.design.set(p.id("db"), "multi-az", false); },
         [](Place& p) { p.design.set(p.id("db"), "engine", "postgres"); }},
        {"alb-azs", [](Place& p) { p.design.set(p.id("alb"), "subnets", list(p.id("public-a"))); },
         [](Place& p) { p.design.set(p.id("alb"), "subnets", list(p.id("public-c"), p.id("public-a"))); }},
        {"db-subnet-group-azs", [](Place& p) { p.design.set(p.id("db"), "subnets", list(p.id("data-" + p.zone()))); },
         [](Place& p) { dropDatabase(p, "app-a", "data-c"); }},
        {"cache-no-failover", [](Place& p) { addCache(p, 0); }, [](Place& p) { addCache(p, 1); }},
        {"self-managed-stateful-single", [](Place& p) { addBroker(p, 1); }, [](Place& p) { addBroker(p, 3); }},
        {"app-db-colocated", [](Place& p) { p.design.block("local-db", "mysql", p.server()); },
         [](Place& p) { addServer(p, "mysql"); }},
        {"monitoring-colocated", [](Place& p) { p.design.block("local-grafana", "grafana", p.server()); },
         [](Place& p) { addServer(p, "grafana"); }},
        {"secret-in-env",
         [](Place& p) {
             p.design.block("jobs", "spring", p.server(), {{"secrets-in", "environment"}});
         },
         [](Place& p) {
             p.design.block("jobs", "spring", p.server(), {{"secrets-in", "parameter-store"}});
         }},
        {"s3-public",
         [](Place& p) {
             p.design.block("files", "s3-bucket", "seoul", {{"public-access", "public-read"}});
         },
         [](Place& p) {
             p.design.block("files", "s3-bucket", "seoul", {{"public-access", "blocked"}});
         }},
        {"data-in-public-subnet", [](Place& p) { dropDatabase(p, "public-a", "public-c"); },
         [](Place& p) { dropDatabase(p, "app-a", "app-c"); }},
        {"data-internet-path",
         [](Place& p) {
             dropDatabase(p, "public-a", "public-c");
             p.design.set(p.id("db"), "publicly-accessible", true)
                 .set(p.id("sg-db"), "inbound", groupRows("3306", "0.0.0.0/0"));
         },
         [](Place& p) {
             dropDatabase(p, "public-a", "public-c");
             p.design.set(p.id("sg-db"), "inbound", groupRows("3306", p.id("sg-app")));
         }},
        {"rds-public-flag", [](Place& p) { p.design.set(p.id("db"), "publicly-accessible", true); },
         [](Place& p) { p.design.set(p.id("db"), "publicly-accessible", false); }},
        {"stale-decision", [](Place& p) { p.design.waive("rds-single-az", {p.id("db")}); },
         [](Place& p) { p.design.set(p.id("db"), "description", "decided"); }},
    };
    return kMutators;
}

}  // namespace lintel::test
