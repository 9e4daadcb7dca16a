#include "model/embedded/embedded.h"
#include "model/io/reader.h"
#include "model/lint/linter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace lintel {
namespace {

using namespace model;

/// Rule and first subject of everything that lint says.
using Findings = std::multiset<std::string>;

/// What the people who drew these architectures regretted, and nothing else.
const std::map<std::string, Findings>& expected()
{
    static const std::map<std::string, Findings> kExpected{
        {"startup-1-first-server", {"s3-public front"}},
        {"startup-2-managed-parts",
         {"data-in-public-subnet rds", "data-internet-path rds", "rds-single-az rds", "alb-azs alb-admin", "alb-azs alb-api",
          "alb-azs alb-media", "alb-per-subdomain alb-admin"}},
        {"startup-3-private-network", {"nat-az-dependence nat-a"}},
        {"startup-4-zero-downtime", {}},
        {"startup-5-scaled-out", {"cache-no-failover redis"}},
        {"startup-6-edge", {}},
        {"dangdang-salon",
         {"self-managed-stateful-single mongodb-host", "self-managed-stateful-single kafka-host", "monitoring-colocated main-a",
          "no-rollback github", "secret-in-env main-a", "secret-in-env main-c"}},
        {"one-server", {"app-db-colocated server"}},
        {"three-tier", {}},
        {"eks-mobile-backend", {}},
        {"small-service", {"self-managed-stateful-single db"}},
    };
    return kExpected;
}

TEST(TemplateFindings, AreExactlyWhatTheArchitecturesAreKnownFor)
{
    std::set<std::string> seen;
    for (const embedded::Template& design : embedded::templates()) {
        SCOPED_TRACE(design.name);
        seen.insert(design.name);
        ASSERT_TRUE(expected().contains(design.name));
        const auto read = io::read(design.text, design.name, embedded::catalogue());
        ASSERT_TRUE(read);
        Findings findings;
        for (const lint::Finding& finding : lint::Linter::run(read->document, embedded::catalogue()))
            findings.insert(finding.rule + " " + finding.subjects.front());
        Findings wanted;
        for (const std::string& one : expected().at(design.name))
            if (lint::findRule(one.substr(0, one.find(' ')))) wanted.insert(one);
        EXPECT_EQ(findings, wanted);
    }
    EXPECT_EQ(seen.size(), expected().size());
}

}  // namespace
}  // namespace lintel
