#pragma once

#include "tests/exporters/terraform/exported_design.h"

#include <optional>
#include <string>

namespace lintel::exporters::terraform::test {

/// The program that runs `terraform` (fmt, validate, plan) without a network: `LINTEL_TF_CHECK`, or
/// shared/tools/terraform-offline/tf-check beside the checkout. Without a value when it or `terraform` is missing:
/// tests skip then, loudly.
std::optional<std::string> terraformCheck();

struct CheckResult {
    int code = 0;  ///< 0 passed, 1 failed, 2 cannot be checked here
    std::string output;
};

/// Writes the files into a folder of their own, checks them there and removes the folder.
CheckResult runTerraformCheck(const std::string& program, const Files& files, const std::string& arguments = {});

/// Applies `before`, puts `after` in its place, and plans that on the same state. The output is the plan as JSON when
/// the code is 0, else what went wrong.
CheckResult planOnTopOf(const std::string& program, const Files& before, const Files& after);

}  // namespace lintel::exporters::terraform::test
