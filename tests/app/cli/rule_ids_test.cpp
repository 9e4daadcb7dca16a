// Every rule that an experienced architect's list has is there, or ARCHITECTURE.md says why it is not.

#include "tests/app/cli/command_line.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>
#include <set>

namespace lintel::test {

namespace {

using Json = nlohmann::json;

const std::vector<std::string>& wantedRules()
{
    static const std::vector<std::string> kWanted{
        // network (20)
        "subnet-outside-vpc",
        "subnet-overlap",
        "cidr-illegal",
        "igw-missing",
        "label-vs-route",
        "implicit-main-rt",
        "private-egress-missing",
        "nat-placement",
        "nat-az-dependence",
        "nat-instance",
        "nat-instance-broken",
        "connected-cidr-overlap",
        "route-dangling",
        "peering-not-routable",
        "eni-without-public-ip",
        "tiers-share-subnet",
        "vpc-public-only",
        "default-vpc",
        "vpc-dns-off",
        "nacl-breaks-flow",
        // exposure (26)
        "data-in-public-subnet",
        "data-internet-path",
        "rds-public-flag",
        "admin-port-internet",
        "sensitive-port-internet",
        "lb-bypass",
        "cdn-bypass",
        "path-without-waf",
        "alb-without-cdn",
        "internal-via-public-lb",
        "lb-scheme-mismatch",
        "eks-endpoint",
        "compute-in-public",
        "s3-public",
        "s3-website-origin",
        "plaintext-listener",
        "cert-mismatch",
        "sg-cidr-not-ref",
        "sg-ref-ineffective",
        "sg-blocks-edge",
        "sg-open-unused",
        "default-sg",
        "nonprod-open",
        "assertion-violated",
        "endpoint-unusable",
        "bastion-tradeoff",
        // resilience (20)
        "az-failure-breaks-flow",
        "single-point-of-failure",
        "rds-single-az",
        "aurora-one-instance",
        "replica-not-failover",
        "db-subnet-group-azs",
        "cache-no-failover",
        "self-managed-stateful-single",
        "quorum-az",
        "kafka-replication",
        "alb-azs",
        "lb-az-target-mismatch",
        "lb-single-target",
        "asg-not-ha",
        "health-check",
        "eks-azs",
        "vpc-service-single-az",
        "hybrid-link-single",
        "app-outside-asg",
        "az-capacity-shortfall",
        // data (3)
        "rest-encryption",
        "transit-clear",
        "backup-missing",
        // identity (7)
        "no-role",
        "static-keys",
        "ci-static-keys",
        "oidc-trust-wide",
        "secret-in-env",
        "root-and-mfa",
        "env-shares-account",
        // operations (11)
        "no-zero-downtime",
        "deploy-capacity-loss",
        "no-rollback",
        "mutable-image",
        "no-drain",
        "pr-deploys-prod",
        "no-alarms",
        "monitoring-colocated",
        "app-db-colocated",
        "logs-missing",
        "no-dlq",
        // cost (9)
        "alb-per-subdomain",
        "cert-per-subdomain",
        "nat-for-s3-dynamodb",
        "nat-vs-interface-endpoint",
        "cross-az-heavy",
        "idle-public-ipv4",
        "nlb-without-reason",
        "over-provisioned",
        "old-or-burstable",
        // capacity (10)
        "vpc-oversized",
        "planned-overlap",
        "no-growth-block",
        "subnet-exhaustion",
        "alb-subnet-small",
        "eks-cluster-ips",
        "eks-pod-density",
        "eks-pod-ips",
        "eks-parallel-headroom",
        "quota",
        // scaling (8)
        "session-in-memory",
        "scheduler-duplicated",
        "push-fanout-missing",
        "idle-timeout-stream",
        "local-disk-state",
        "no-scaling-room",
        "cache-without-invalidation",
        "not-idempotent",
        // hygiene (7)
        "decision-record",
        "orphan",
        "edge-underspecified",
        "diagram-contradiction",
        "dns-delegation",
        "export-egress-gap",
        "stale-decision",
    };
    return kWanted;
}

std::string architecture()
{
    std::ifstream stream(std::string(LINTEL_SOURCE_DIR) + "/ARCHITECTURE.md");
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_F(CommandLineTest, RulesListsEveryWantedOneOrSaysWhyNot)
{
    const Json listed = Json::parse(lintel({"rules", "--format", "json"}).out)["rules"];
    std::set<std::string> ids;
    for (const Json& rule : listed) ids.insert(rule["rule"].get<std::string>());
    const std::string why = architecture();
    std::size_t left = 0;
    for (const std::string& wanted : wantedRules()) {
        if (ids.contains(wanted)) continue;
        ++left;
        EXPECT_NE(why.find("`" + wanted + "`: "), std::string::npos) << wanted << " is not there, and nobody says why";
    }
    EXPECT_EQ(wantedRules().size(), 121u);
    EXPECT_EQ(left, 2u) << "cross-az-heavy and export-egress-gap";
}

TEST_F(CommandLineTest, RulesAsJsonTellsWhatATeamMaySetAndWhereElseItIsChecked)
{
    const Json listed = Json::parse(lintel({"rules", "--format", "json"}).out)["rules"];
    const auto found =
        std::find_if(listed.begin(), listed.end(), [](const Json& rule) { return rule["rule"] == "quota"; });
    ASSERT_NE(found, listed.end());
    EXPECT_EQ((*found)["parameters"][0]["key"], "rules");
    EXPECT_EQ((*found)["parameters"][0]["usual"], 60);
    EXPECT_FALSE((*found)["parameters"][0]["meaning"].get<std::string>().empty());
    EXPECT_NE(lintel({"explain", "rds-single-az"}).out.find("CKV_AWS_157"), std::string::npos);
}

}  // namespace lintel::test
