#include "tests/model/lint/mutation/mutator.h"

namespace lintel::test {

using namespace model;
using support::ids;
using support::row;
using support::rows;

namespace {

void addAcl(Place& place, const char* verdict)
{
    const Value all =
        rows({row({{"rule", 90}, {"action", verdict}, {"protocol", "tcp"}, {"ports", "8080"}, {"source", "0.0.0.0/0"}}),
              row({{"rule", 100}, {"action", "allow"}, {"protocol", "all"}, {"source", "0.0.0.0/0"}})});
    const Value out =
        rows({row({{"rule", 100}, {"action", "allow"}, {"protocol", "all"}, {"destination", "0.0.0.0/0"}})});
    place.design.block("acl", "network-acl", place.vpc(), {{"inbound", all}, {"outbound", out}});
    place.design.set(place.id("app-" + place.zone()), "network-acl", "acl");
}

void peer(Place& place, const std::string& range)
{
    place.design.block("partner", "vpc", "seoul", {{"cidr", range}});
    place.design.block("peering", "vpc-peering", "seoul", {{"requester", place.vpc()}, {"accepter", "partner"}});
}

void callOutside(Place& place)
{
    place.design.block("partner-api", "generic-external").connect(place.server(), "partner-api", "443");
}

void openServer(Place& place, const char* ports, const char* source)
{
    const std::string group = place.id("sg-open");
    place.design.block(group, "security-group", place.vpc(), {{"inbound", groupRows(ports, source)}});
    place.design.block("jump", "ec2-instance", place.id("public-" + place.zone()),
                       {{"role", "bastion"}, {"public-ip", true}, {"security-groups", list(group)}});
}

}  // namespace

const std::vector<Mutator>& networkMutators()
{
    static const std::vector<Mutator> kMutators{
        {"subnet-overlap", [](Place& p) { p.design.set(p.id("app-a"), "cidr", p.range() + "32.0/25"); },
         [](Place& p) { p.design.set(p.id("app-a"), "cidr", p.range() + "33.0/24"); }},
        {"subnet-outside-vpc", [](Place& p) { p.design.set(p.id("data-c"), "cidr", "192.168.7.0/24"); },
         [](Place& p) { p.design.set(p.id("data-c"), "cidr", p.range() + "255.0/24"); }},
        {"cidr-illegal", [](Place& p) { p.design.set(p.id("data-a"), "cidr", p.range() + "200.0/29"); },
         [](Place& p) { p.design.set(p.id("data-a"), "cidr", p.range() + "200.0/28"); }},
        {"igw-missing", [](Place& p) { p.design.remove(p.id("igw")); },
         [](Place& p) {
             p.design.block("second-vpc", "vpc", "seoul", {{"cidr", "172.20.0.0/16"}});
         }},
        {"route-dangling", [](Place& p) { p.design.set(p.id("rt-" + p.zone()), "routes", defaultRoute("nobody")); },
         [](Place& p) { p.design.set(p.id("rt-" + p.zone()), "routes", defaultRoute(p.id("nat-" + p.otherZone()))); }},
        {"nat-placement",
         [](Place& p) {
             p.design.remove(p.id("nat-" + p.zone()))
                 .block(p.id("nat-" + p.zone()), "nat-gateway", p.id("app-" + p.zone()),
                        {{"elastic-ip", p.id("eip-" + p.zone())}});
         },
         [](Place& p) {
             p.design.remove(p.id("nat-a"))
                 .block(p.id("nat-a"), "nat-gateway", p.id("public-c"), {{"elastic-ip", p.id("eip-a")}});
         }},
        {"nat-az-dependence",
         [](Place& p) { p.design.set(p.id("app-" + p.zone()), "route-table", p.id("rt-" + p.otherZone())); },
         [](Place& p) { p.design.set(p.id("app-" + p.zone()), "auto-assign-public-ip", false); }},
        {"private-egress-missing",
         [](Place& p) {
             callOutside(p);
             p.design.set(p.id("rt-" + p.zone()), "routes", rows({}));
         },
         [](Place& p) { callOutside(p); }},
        {"label-vs-route", [](Place& p) { p.design.set(p.id("app-a"), "label", "public"); },
         [](Place& p) { p.design.set(p.id("public-a"), "label", "public"); }},
        {"default-vpc", [](Place& p) { p.design.set(p.vpc(), "default-vpc", true); },
         [](Place& p) {
             p.design.block("spare", "vpc", "seoul", {{"cidr", "172.31.0.0/16"}, {"default-vpc", true}});
         }},
        {"vpc-dns-off",
         [](Place& p) {
             p.design.set(p.vpc(), "dns-hostnames", false)
                 .block("cluster", "eks-cluster", p.vpc(), {{"subnets", list(p.id("app-a"))}});
         },
         [](Place& p) { p.design.set(p.vpc(), "dns-hostnames", false); }},
        {"connected-cidr-overlap", [](Place& p) { peer(p, p.range() + "128.0/20"); },
         [](Place& p) { peer(p, "172.16.0.0/16"); }},
        {"nacl-breaks-flow", [](Place& p) { addAcl(p, "deny"); }, [](Place& p) { addAcl(p, "allow"); }},
        {"internal-via-public-lb", [](Place& p) { p.design.connect(p.server(), p.id("alb"), "443"); },
         [](Place& p) { p.design.connect(p.server(), p.id("alb"), "443", "observe"); }},
        {"eni-without-public-ip",
         [](Place& p) {
             p.design.block("fn", "lambda", p.vpc(), {{"subnets", list(p.id("public-a"))}})
                 .block("mail", "generic-external")
                 .connect("fn", "mail", "443");
         },
         [](Place& p) {
             p.design.block("fn", "lambda", p.vpc(), {{"subnets", list(p.id("app-a"))}})
                 .block("mail", "generic-external")
                 .connect("fn", "mail", "443");
         }},
        {"sg-blocks-edge",
         [](Place& p) { p.design.set(p.id("sg-app"), "inbound", groupRows("9090", p.id("sg-edge"))); },
         [](Place& p) { p.design.set(p.id("sg-app"), "inbound", groupRows("8000-9000", p.id("sg-edge"))); }},
        {"admin-port-internet", [](Place& p) { openServer(p, "22", "0.0.0.0/0"); },
         [](Place& p) { openServer(p, "22", "203.0.113.7/32"); }},
        {"sensitive-port-internet", [](Place& p) { openServer(p, "6379", "0.0.0.0/0"); },
         [](Place& p) { openServer(p, "6379", "198.51.100.0/24"); }},
        {"peering-not-routable",
         [](Place& p) {
             peer(p, "172.16.0.0/16");
             p.design.block("b-az", "availability-zone", "partner", {{"zone", "a"}})
                 .block("b-sub", "subnet", "b-az", {{"cidr", "172.16.0.0/24"}, {"route-table", "b-rt"}})
                 .block("b-rt", "route-table", "partner")
                 .block("b", "ec2-instance", "b-sub")
                 .connect(p.server(), "b", "8080");
         },
         [](Place& p) { peer(p, "172.16.0.0/16"); }},
        {"implicit-main-rt",
         [](Place& p) {
             p.design.set(p.id("rt-public"), "main", true)
                 .set(p.id("public-a"), "label", "public")
                 .set(p.id("app-a"), "label", "private");
             p.design.set(p.id("public-a"), "route-table", Value());
         },
         [](Place& p) {
             p.design.set(p.id("rt-public"), "main", true)
                 .set(p.id("public-a"), "label", "public")
                 .set(p.id("app-a"), "label", "private");
         }},
    };
    return kMutators;
}

}  // namespace lintel::test
