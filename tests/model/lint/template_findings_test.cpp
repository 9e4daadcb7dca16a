#include "model/embedded/embedded.h"
#include "model/io/reader.h"
#include "model/lint/linter.h"

#include <gtest/gtest.h>

#include <map>

namespace lintel {
namespace {

using namespace model;

using Lines = std::vector<std::string>;

/// What lint says about the reference architectures, finding for finding: nothing is missing, nothing is added.
/// A rule that joins the list and speaks about one of them adds its line here, or proves to speak out of turn.
const std::map<std::string, Lines>& expected()
{
    static const std::map<std::string, Lines> kExpected{
        {"startup-1-first-server",
         {"error root-and-mfa: account", "warning compute-in-public: api", "warning default-vpc: vpc",
          "warning plaintext-listener: api users-api", "warning s3-public: front",
          "warning single-point-of-failure: api", "info az-failure-breaks-flow: az-a"}},
        {"startup-2-managed-parts",
         {"error alb-azs: alb-admin", "error alb-azs: alb-api", "error alb-azs: alb-media",
          "error data-in-public-subnet: rds", "error data-internet-path: rds", "error root-and-mfa: account",
          "warning alb-per-subdomain: alb-admin alb-api alb-media", "warning compute-in-public: api",
          "warning default-vpc: vpc", "warning single-point-of-failure: api",
          "info alb-without-cdn: alb-admin alb-api alb-media", "info az-failure-breaks-flow: az-a",
          "info cert-per-subdomain: cert-admin cert-api cert-media",
          "info lb-single-target: api alb-admin alb-api alb-media",
          "info path-without-waf: alb-admin alb-api alb-media", "info rds-single-az: rds"}},
        {"startup-3-private-network",
         {"warning internal-via-public-lb: alb admin-alb api-alb", "info alb-without-cdn: alb",
          "info nat-az-dependence: nat-a", "info nat-for-s3-dynamodb: vpc", "info path-without-waf: alb"}},
        {"startup-4-zero-downtime",
         {"info alb-without-cdn: alb", "info app-outside-asg: admin python", "info lb-single-target: python nlb",
          "info nat-for-s3-dynamodb: vpc", "info nlb-without-reason: nlb", "info old-or-burstable: aurora",
          "info path-without-waf: alb", "info single-point-of-failure: monitoring"}},
        {"startup-5-scaled-out",
         {"warning cache-no-failover: redis", "warning path-without-waf: alb", "info alb-without-cdn: alb",
          "info app-outside-asg: admin python", "info lb-single-target: python nlb", "info nat-for-s3-dynamodb: vpc",
          "info nlb-without-reason: nlb", "info old-or-burstable: aurora", "info single-point-of-failure: monitoring"}},
        {"startup-6-edge",
         {"info app-outside-asg: admin python", "info lb-single-target: python nlb", "info nat-for-s3-dynamodb: vpc",
          "info nlb-without-reason: nlb", "info old-or-burstable: aurora", "info single-point-of-failure: monitoring"}},
        {"dangdang-salon",
         {"error no-zero-downtime: queue", "error pr-deploys-prod: github", "error secret-in-env: main-a",
          "error secret-in-env: main-c", "error self-managed-stateful-single: kafka-host kafka",
          "error self-managed-stateful-single: mongodb-host mongodb", "warning deploy-capacity-loss: main-a main-c",
          "warning monitoring-colocated: main-a grafana loki scouter", "warning no-alarms: alb",
          "warning no-rollback: github", "info alb-without-cdn: alb",
          "info app-outside-asg: main-a main-c nginx-a nginx-c queue", "info old-or-burstable: queue",
          "info old-or-burstable: rds", "info path-without-waf: alb"}},
        {"one-server",
         {"info alb-without-cdn: alb", "info app-db-colocated: server mysql", "info az-failure-breaks-flow: az-a",
          "info deploy-capacity-loss: server", "info lb-single-target: server alb", "info path-without-waf: alb"}},
        {"three-tier", {"info app-outside-asg: web-a web-c", "info path-without-waf: cdn"}},
        {"eks-mobile-backend", {"info alb-without-cdn: alb", "info path-without-waf: alb"}},
        {"small-service",
         {"warning az-failure-breaks-flow: az-a", "warning backup-missing: mysql db",
          "warning self-managed-stateful-single: db mysql", "warning single-point-of-failure: bastion",
          "warning single-point-of-failure: edge", "warning single-point-of-failure: nat",
          "warning single-point-of-failure: proxy", "info bastion-tradeoff: bastion", "info nat-instance: nat",
          "info sg-egress-open: sg-bastion sg-db sg-edge sg-nat sg-private sg-spring",
          "info sg-open-unused: sg-bastion", "info sg-open-unused: sg-private"}},
    };
    return kExpected;
}

std::string lineOf(const lint::Finding& finding)
{
    const char* const severities[] = {"info", "warning", "error"};
    std::string line = severities[static_cast<int>(finding.severity)] + (" " + finding.rule) + ":";
    for (const std::string& subject : finding.subjects) line += " " + subject;
    return line;
}

class TemplateFindings : public testing::TestWithParam<std::string> {};

TEST_P(TemplateFindings, AreExactlyTheListedOnes)
{
    const embedded::Template* design = nullptr;
    for (const embedded::Template& one : embedded::templates())
        if (one.name == GetParam()) design = &one;
    ASSERT_NE(design, nullptr);
    const auto read = io::read(design->text, design->name, embedded::catalogue());
    ASSERT_TRUE(read);
    Lines lines;
    for (const lint::Finding& finding : lint::Linter::run(read->document, embedded::catalogue()))
        lines.push_back(lineOf(finding));
    EXPECT_EQ(lines, expected().at(GetParam()));
}

std::vector<std::string> names()
{
    std::vector<std::string> all;
    for (const auto& [name, lines] : expected()) all.push_back(name);
    return all;
}

INSTANTIATE_TEST_SUITE_P(EveryStage, TemplateFindings, testing::ValuesIn(names()), [](const auto& stage) {
    std::string name = stage.param;
    for (char& c : name)
        if (c == '-') c = '_';
    return name;
});

TEST(TemplateFindingsTable, NoTemplateIsForgotten)
{
    ASSERT_EQ(embedded::templates().size(), expected().size());
    for (const embedded::Template& design : embedded::templates())
        EXPECT_TRUE(expected().contains(design.name)) << design.name;
}

}  // namespace
}  // namespace lintel
