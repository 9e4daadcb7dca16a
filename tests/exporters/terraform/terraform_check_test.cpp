// The real `terraform` on what we write: formatting, validation and a plan, without a network.
#include "tests/exporters/terraform/terraform_check.h"

#include "model/embedded/embedded.h"
#include "tests/support/random_document.h"

#include <gtest/gtest.h>

#include <regex>

namespace lintel::exporters::terraform {
namespace {

constexpr const char* kMissing = "TERRAFORM IS NOT CHECKED: install `terraform` and set LINTEL_TF_CHECK to the offline check, or put it into "
                                 "shared/tools/terraform-offline beside the checkout.";

class TerraformCheck : public testing::TestWithParam<std::string> {};

TEST_P(TerraformCheck, AcceptsTheTemplate)
{
    const auto program = test::terraformCheck();
    if (!program) GTEST_SKIP() << kMissing;
    const auto result = test::runTerraformCheck(*program, test::exported(test::templateNamed(GetParam())));
    EXPECT_EQ(result.code, 0) << result.output;
}

TEST(TerraformCheckOfRandomDesigns, AcceptsASeededSample)
{
    const auto program = test::terraformCheck();
    if (!program) GTEST_SKIP() << kMissing;
    for (const std::uint32_t seed : {7U, 23U}) {
        const auto result = test::runTerraformCheck(*program, test::exported(lintel::test::randomDocument(seed, 40, model::embedded::catalogue())));
        EXPECT_EQ(result.code, 0) << "seed " << seed << "\n" << result.output;
    }
}

std::vector<std::string> templateNames()
{
    std::vector<std::string> names;
    for (const model::embedded::Template& entry : model::embedded::templates()) names.push_back(entry.name);
    return names;
}

INSTANTIATE_TEST_SUITE_P(Templates, TerraformCheck, testing::ValuesIn(templateNames()), [](const auto& entry) {
    return std::regex_replace(entry.param, std::regex("-"), "_");
});

}  // namespace
}  // namespace lintel::exporters::terraform
