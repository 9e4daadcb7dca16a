#pragma once

#include "model/analysis/reachability.h"
#include "model/lint/circumstances.h"
#include "model/lint/rule.h"

#include <vector>

namespace lintel::model::lint {

/// One snapshot made ready for the rules: graph and analyses are built once and shared by all of them. The
/// circumstances must outlive it.
class Snapshot {
public:
    Snapshot(const Document& document, const catalogue::Catalogue& catalogue, const Circumstances& circumstances);

    const Context& context() const { return m_context; }

private:
    graph::ArchitectureGraph m_graph;
    analysis::Routes m_routes;
    analysis::Reachability m_reachability;
    analysis::AddressPlan m_addresses;
    Context m_context;
};

/// What one rule finds, with the severity that profile and policy give it and a fingerprint. Decisions are not applied.
std::vector<Finding> runRule(const Rule& rule, const Context& context);

/// What is told in the end: decisions applied, those that no longer match reported, in a stable order.
std::vector<Finding> finished(std::vector<Finding> findings, const Context& context);

}  // namespace lintel::model::lint
