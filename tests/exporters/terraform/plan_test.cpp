// Closed loop: what `terraform plan` would build holds the same subnets, routes, rules, targets and placements as the
// design. The expectations come from the document alone.
#include "model/edit/transaction.h"
#include "model/embedded/embedded.h"
#include "tests/exporters/terraform/plan_facts.h"
#include "tests/exporters/terraform/terraform_check.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <regex>

#include <unistd.h>

namespace lintel::exporters::terraform {
namespace {

using model::Block;
using model::Document;
using model::Value;

constexpr const char* kMissing = "TERRAFORM IS NOT CHECKED: install `terraform` and the offline check.";

/// The plan of what is exported of a design; nothing when the check fails, with the reason as a test failure.
std::optional<test::PlannedDesign> planOf(const std::string& program, const Document& document)
{
    const std::string file =
        (std::filesystem::temp_directory_path() / ("lintel-plan-" + std::to_string(::getpid()) + ".json")).string();
    const auto result = test::runTerraformCheck(program, test::exported(document), "--plan-json '" + file + "'");
    EXPECT_EQ(result.code, 0) << result.output;
    if (result.code != 0) return std::nullopt;
    std::ifstream stream(file);
    test::PlannedDesign plan(document, nlohmann::json::parse(stream));
    std::filesystem::remove(file);
    return plan;
}

class Plan : public testing::TestWithParam<std::string> {};

TEST_P(Plan, HoldsWhatTheDesignHolds)
{
    const auto program = test::terraformCheck();
    if (!program) GTEST_SKIP() << kMissing;
    const Document document = test::templateNamed(GetParam());
    auto plan = planOf(*program, document);
    ASSERT_TRUE(plan);
    std::size_t facts = 0;
    for (const test::Comparison& comparison : test::comparisons(*plan, document)) {
        EXPECT_EQ(comparison.planned, comparison.drawn) << comparison.aspect;
        facts += comparison.drawn.size();
    }
    EXPECT_GT(facts, 0U);
}

/// The aspects in which the plan and another document differ.
std::set<std::string> differences(test::PlannedDesign& plan, const Document& other)
{
    std::set<std::string> aspects;
    for (const test::Comparison& comparison : test::comparisons(plan, other)) {
        if (comparison.planned != comparison.drawn) aspects.insert(comparison.aspect);
    }
    return aspects;
}

Document changed(const Document& document, const std::string& block, const char* key, Value value)
{
    model::edit::Transaction draw{document};
    draw.setProperty(model::BlockId(block), key, std::move(value));
    return draw.document();
}

/// The list without its first entry.
Value shortened(const Document& document, const std::string& block, const char* key)
{
    Value::List rows = document.blocks.find(model::BlockId(block))->property(key).toList();
    EXPECT_FALSE(rows.empty()) << block << " " << key;
    if (!rows.empty()) rows.erase(rows.begin());
    return Value(std::move(rows));
}

TEST(PlanComparison, SeesWhatIsNotAsDrawn)
{
    const auto program = test::terraformCheck();
    if (!program) GTEST_SKIP() << kMissing;
    const Document document = test::templateNamed("startup-6-edge");
    auto plan = planOf(*program, document);
    ASSERT_TRUE(plan);
    ASSERT_THAT(differences(*plan, document), testing::IsEmpty());
    const auto without = [&](const char* block, const char* key) {
        return differences(*plan, changed(document, block, key, shortened(document, block, key)));
    };
    using Aspects = std::set<std::string>;
    EXPECT_EQ(differences(*plan, changed(document, "app-a", "cidr", "10.20.7.0/24")), Aspects{"subnets"});
    EXPECT_EQ(without("rt-app-a", "routes"), Aspects{"routes"});
    EXPECT_EQ(differences(*plan, changed(document, "data-c", "route-table", "rt-public")), Aspects{"route tables"});
    EXPECT_EQ(without("sg-alb", "inbound"), Aspects{"inbound rules"});
    EXPECT_EQ(differences(*plan, changed(document, "sg-alb", "outbound", Value(Value::List{}))),
              Aspects{"outbound rules"});
    EXPECT_EQ(without("alb", "subnets"), Aspects{"places"});
    EXPECT_EQ(without("asg-api", "subnets"), Aspects{"places"});
    EXPECT_EQ(differences(*plan, changed(document, "aurora", "security-groups", Value(Value::List{Value("sg-redis")}))),
              Aspects{"guards"});
    EXPECT_EQ(without("tg-dev", "targets"), Aspects{"targets"});
    EXPECT_EQ(without("asg-api", "target-groups"), Aspects{"targets"});
    EXPECT_EQ(without("alb-internal", "listeners"), Aspects{"listeners"});
}

std::vector<std::string> templateNames()
{
    std::vector<std::string> names;
    for (const model::embedded::Template& entry : model::embedded::templates()) names.push_back(entry.name);
    return names;
}

INSTANTIATE_TEST_SUITE_P(Templates, Plan, testing::ValuesIn(templateNames()),
                         [](const auto& entry) { return std::regex_replace(entry.param, std::regex("-"), "_"); });

}  // namespace
}  // namespace lintel::exporters::terraform
