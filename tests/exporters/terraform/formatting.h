#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lintel::exporters::terraform::test {

/// Where the text is not as `terraform fmt` would leave it: indentation by depth, equals signs of neighbouring lines
/// in one column, no blanks at line ends, no two empty lines. Written apart from the exporter, so that neither
/// hides the other's mistakes.
std::vector<std::string> formattingProblems(std::string_view code);

/// Names that the code uses (`aws_vpc.main`, `var.region`, `local.tags`) and nothing declares.
std::vector<std::string> undeclaredNames(const std::string& code);

/// Resources, data sources, variables and outputs that are declared twice.
std::vector<std::string> declaredTwice(const std::string& code);

}  // namespace lintel::exporters::terraform::test
