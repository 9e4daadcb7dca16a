#include "tests/model/lint/mutation/mutator.h"

namespace lintel::test {

using namespace model;
using support::row;
using support::rows;

namespace {

/// Another VPC with a load balancer that people call.
void addShop(Place& place, const char* scheme)
{
    const std::string range = "10." + std::to_string(60 + place.below(100)) + ".";
    place.design.block("shop", "vpc", "seoul", {{"cidr", range + "0.0/20"}})
        .block("shop-alb", "alb", "shop", {{"scheme", scheme}})
        .connect("users", "shop-alb", "443");
}

void addPublicServer(Place& place, const char* role, bool hasAddress, const std::string& source)
{
    place.design.block("sg-jump", "security-group", place.vpc(), {{"inbound", groupRows("8080", source)}});
    place.design.block(
        "jump", "ec2-instance", place.id("public-" + place.zone()),
        {{"role", role}, {"ports", "8080"}, {"public-ip", hasAddress}, {"security-groups", list("sg-jump")}});
}

void listenOn(Place& place, const char* protocol, int port, const char* action)
{
    place.design.set(place.id("alb"), "listeners",
                     rows({row({{"protocol", protocol}, {"port", port}, {"action", action}})}));
}

void frontWithCdn(Place& place, Properties properties)
{
    properties["viewer-protocol"] = "https-only";
    listenOn(place, "HTTPS", 443, "forward");
    place.design.block("cdn", "cloudfront", "account", std::move(properties))
        .connect("users", "cdn", "443")
        .connect("cdn", place.id("alb"), "443");
}

void addDefaultGroup(Place& place)
{
    place.design.block("default", "security-group", place.vpc(),
                       {{"default-group", true}, {"inbound", groupRows("8080", place.id("sg-edge"))}});
}

void callQueue(Place& place)
{
    place.design.block("queue", "sqs", "seoul", {{"dead-letter-queue", "failed"}})
        .block("failed", "sqs", "seoul")
        .connect(place.server(), "queue", "443");
}

void addEndpoint(Place& place, const std::string& source)
{
    place.design.block("sg-endpoint", "security-group", place.vpc(), {{"inbound", groupRows("443", source)}})
        .block("endpoint", "vpc-endpoint-interface", place.id("data-" + place.zone()),
               {{"service", "sqs"}, {"security-groups", list("sg-endpoint")}});
}

/// A server that may call where it likes, or only inside.
void addGuarded(Place& place, const char* outbound)
{
    const Value out = rows({row({{"protocol", "all"}, {"destination", outbound}})});
    place.design.block("sg-guard", "security-group", place.vpc(), {{"outbound", out}})
        .block("guarded", "ec2-instance", place.id("app-" + place.zone()), {{"security-groups", list("sg-guard")}});
}

}  // namespace

const std::vector<Mutator>& exposureMutators()
{
    static const std::vector<Mutator> kMutators{
        {"alb-without-cdn", [](Place& p) { addShop(p, "internet-facing"); }, [](Place& p) { addShop(p, "internal"); }},
        {"bastion-tradeoff", [](Place& p) { addPublicServer(p, "bastion", true, "203.0.113.7/32"); },
         [](Place& p) { addPublicServer(p, "bastion", false, "203.0.113.7/32"); }},
        {"cdn-bypass",
         [](Place& p) {
             frontWithCdn(p, {{"web-acl", "waf"}});
             p.design.block("waf", "waf-web-acl")
                 .remove("users-to-" + p.id("alb"))
                 .set(p.id("sg-edge"), "inbound", groupRows("443", "0.0.0.0/0"));
         },
         [](Place& p) {
             frontWithCdn(p, {{"web-acl", "waf"}});
             p.design.block("waf", "waf-web-acl")
                 .remove("users-to-" + p.id("alb"))
                 .set(p.id("sg-edge"), "inbound", groupRows("443", "cloudfront"));
         }},
        {"cert-mismatch",
         [](Place& p) {
             p.design
                 .block("cert", "acm-certificate", "account",
                        {{"domains", list("www.shop.example")}, {"region", "ap-northeast-2"}})
                 .block("cdn", "cloudfront", "account",
                        {{"certificate", "cert"}, {"aliases", list("www.shop.example")}});
         },
         [](Place& p) {
             p.design
                 .block("cert", "acm-certificate", "account",
                        {{"domains", list("www.shop.example")}, {"region", "us-east-1"}})
                 .block("cdn", "cloudfront", "account",
                        {{"certificate", "cert"}, {"aliases", list("www.shop.example")}});
         }},
        {"compute-in-public", [](Place& p) { addPublicServer(p, "application", true, "203.0.113.7/32"); },
         [](Place& p) { addPublicServer(p, "bastion", true, "203.0.113.7/32"); }},
        {"default-sg",
         [](Place& p) {
             addDefaultGroup(p);
             p.design.set(p.server(), "security-groups", list("default"));
         },
         [](Place& p) {
             addDefaultGroup(p);
             p.design.set(p.server(), "security-groups", list("default", p.id("sg-app")));
         }},
        {"eks-endpoint",
         [](Place& p) {
             p.design.block("eks", "eks-cluster", p.vpc(), {{"endpoint-access", "public"}});
         },
         [](Place& p) {
             p.design.block("eks", "eks-cluster", p.vpc(), {{"endpoint-access", "private"}});
         }},
        {"endpoint-unusable",
         [](Place& p) {
             callQueue(p);
             addEndpoint(p, p.id("sg-db"));
         },
         [](Place& p) {
             callQueue(p);
             addEndpoint(p, p.id("sg-app"));
         }},
        {"lb-bypass",
         [](Place& p) {
             addPublicServer(p, "application", true, "0.0.0.0/0");
             p.design.connect(p.id("alb"), "jump", "8080");
         },
         [](Place& p) {
             addPublicServer(p, "application", true, "203.0.113.7/32");
             p.design.connect(p.id("alb"), "jump", "8080");
         }},
        {"lb-scheme-mismatch",
         [](Place& p) { p.design.set(p.id("alb"), "subnets", list(p.id("app-a"), p.id("public-c"))); },
         [](Place& p) { p.design.set(p.id("alb"), "subnets", list(p.id("public-a"), p.id("public-c"))); }},
        {"nonprod-open",
         [](Place& p) {
             listenOn(p, "HTTPS", 443, "forward");
             p.design.set(p.id("alb"), "environment", "test");
         },
         [](Place& p) {
             listenOn(p, "HTTPS", 443, "forward");
             p.design.set(p.id("alb"), "environment", "production");
         }},
        {"path-without-waf", [](Place& p) { frontWithCdn(p, {}); },
         [](Place& p) {
             frontWithCdn(p, {{"web-acl", "waf"}});
             p.design.block("waf", "waf-web-acl");
         }},
        {"plaintext-listener",
         [](Place& p) {
             listenOn(p, "HTTP", 80, "forward");
             p.design.set(p.id("sg-edge"), "inbound", groupRows("80,443", "0.0.0.0/0"));
         },
         [](Place& p) {
             listenOn(p, "HTTP", 80, "redirect");
             p.design.set(p.id("sg-edge"), "inbound", groupRows("80,443", "0.0.0.0/0"));
         }},
        {"s3-website-origin",
         [](Place& p) {
             p.design.block("site", "s3-bucket", "seoul", {{"website", true}})
                 .block("cdn", "cloudfront", "account", {{"viewer-protocol", "https-only"}})
                 .connect("cdn", "site", "443");
         },
         [](Place& p) {
             p.design.block("site", "s3-bucket", "seoul", {{"website", false}})
                 .block("cdn", "cloudfront", "account", {{"viewer-protocol", "https-only"}})
                 .connect("cdn", "site", "443");
         }},
        {"sg-cidr-not-ref",
         [](Place& p) {
             p.design.set(p.id("sg-db"), "inbound",
                          groupRows("3306", p.range() + (p.zone() == "a" ? "16" : "116") + ".0/24"));
         },
         [](Place& p) { p.design.set(p.id("sg-db"), "inbound", groupRows("3306", "192.168.4.0/24")); }},
        {"sg-egress-open", [](Place& p) { addGuarded(p, "0.0.0.0/0"); }, [](Place& p) { addGuarded(p, "10.0.0.0/8"); }},
        {"sg-open-unused",
         [](Place& p) {
             p.design.set(p.server(), "ports", "8080")
                 .block(p.id("sg-x"), "security-group", p.vpc(), {{"inbound", groupRows("9999", "10.0.0.0/8")}})
                 .set(p.server(), "security-groups", list(p.id("sg-app"), p.id("sg-x")));
         },
         [](Place& p) {
             p.design.set(p.server(), "ports", "8080,9999")
                 .block(p.id("sg-x"), "security-group", p.vpc(), {{"inbound", groupRows("9999", "10.0.0.0/8")}})
                 .set(p.server(), "security-groups", list(p.id("sg-app"), p.id("sg-x")));
         }},
        {"sg-ref-ineffective",
         [](Place& p) {
             p.design.set(p.id("sg-edge"), "inbound", groupRows("443", p.id("sg-app")))
                 .connect(p.server(), p.id("alb"), "443");
         },
         [](Place& p) { p.design.connect(p.server(), p.id("alb"), "443"); }},
    };
    return kMutators;
}

}  // namespace lintel::test
