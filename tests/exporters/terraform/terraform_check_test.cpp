// The real `terraform` on what we write of designs that nobody drew; plan_test.cpp has the templates.
#include "tests/exporters/terraform/terraform_check.h"

#include "model/embedded/embedded.h"
#include "tests/support/random_document.h"

#include <gtest/gtest.h>

namespace lintel::exporters::terraform {
namespace {

constexpr const char* kMissing =
    "TERRAFORM IS NOT CHECKED: install `terraform` and set LINTEL_TF_CHECK to the offline check, or put it into "
    "shared/tools/terraform-offline beside the checkout.";

TEST(TerraformCheckOfRandomDesigns, AcceptsASeededSample)
{
    const auto program = test::terraformCheck();
    if (!program) GTEST_SKIP() << kMissing;
    for (const std::uint32_t seed : {7U, 23U, 101U, 202U}) {
        const auto result = test::runTerraformCheck(
            *program, test::exported(lintel::test::randomDocument(seed, 40, model::embedded::catalogue())));
        EXPECT_EQ(result.code, 0) << "seed " << seed << "\n" << result.output;
    }
}

}  // namespace
}  // namespace lintel::exporters::terraform
