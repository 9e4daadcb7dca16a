#pragma once

#include "tests/exporters/terraform/planned_design.h"

#include <vector>

namespace lintel::exporters::terraform::test {

using Facts = std::set<std::string>;

/// One aspect of a design: what the plan would build, and what the document says. The second knows nothing of the
/// first or of how the code was made.
struct Comparison {
    const char* aspect;
    Facts planned;
    Facts drawn;
};

/// Subnets, routes, route tables of subnets, inbound and outbound rules, the groups around each block, the subnets
/// each block is in, and the targets of load balancers.
std::vector<Comparison> comparisons(PlannedDesign& plan, const model::Document& document);

}  // namespace lintel::exporters::terraform::test
