#pragma once

#include "model/lint/circumstances.h"
#include "model/lint/rule.h"

#include <vector>

namespace lintel::model::lint {

/// What the rules see of a snapshot in these circumstances, which must outlive it.
Context contextOf(const analysis::Analyses& analyses, const Circumstances& circumstances);

/// What one rule finds, with the severity that profile and policy give it and a fingerprint. Decisions are not applied.
std::vector<Finding> runRule(const Rule& rule, const Context& context);

/// What is told in the end: decisions applied, those that no longer match reported, in a stable order.
std::vector<Finding> finished(std::vector<Finding> findings, const Context& context);

}  // namespace lintel::model::lint
