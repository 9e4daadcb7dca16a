#pragma once

#include "model/analysis/address_plan.h"
#include "model/analysis/availability.h"
#include "model/analysis/cost_estimate.h"
#include "model/analysis/reach_matrix.h"
#include "model/analysis/reachability.h"
#include "model/analysis/routes.h"

#include <memory>
#include <mutex>

namespace lintel::model::analysis {

/// All analyses of one snapshot, each worked out when it is first asked for and then kept: what lint, the panels and
/// the command line share. Safe to ask from several threads at once. The catalogue must outlive it; the snapshot is
/// held.
class Analyses {
public:
    Analyses(Document document, const catalogue::Catalogue& catalogue);
    Analyses(const Analyses&) = delete;
    Analyses& operator=(const Analyses&) = delete;

    const graph::ArchitectureGraph& graph() const { return m_graph; }
    const Document& document() const { return m_graph.document(); }
    const Routes& routes() const { return m_routes; }
    const Reachability& reachability() const { return m_reachability; }
    const Availability& availability() const;
    const AddressPlan& addresses() const;
    const ReachMatrix& matrix() const;
    /// With the published prices, each block in its own region.
    const CostEstimate& cost() const;

private:
    /// Who is answered counts as having read what the analysis was made from.
    template <class Analysis>
    using Kept = graph::AnalysisCache<bool, std::unique_ptr<const Analysis>>;

    graph::ArchitectureGraph m_graph;
    Routes m_routes;
    Reachability m_reachability;
    Kept<Availability> m_availability;
    Kept<AddressPlan> m_addresses;
    Kept<ReachMatrix> m_matrix;
    Kept<CostEstimate> m_cost;
};

/// The analyses of the snapshot that was asked for last. Moving things on the canvas changes nothing that they look
/// at, so that they stay. Safe to ask from several threads; whoever holds an answer keeps it alive.
class AnalysisCache {
public:
    /// The catalogue must outlive the cache and everything it hands out.
    explicit AnalysisCache(const catalogue::Catalogue& catalogue) : m_catalogue(&catalogue) {}

    std::shared_ptr<const Analyses> of(const Document& document);
    /// The very same document, down to where things are: for who writes changes to it.
    std::shared_ptr<const Analyses> exactlyOf(const Document& document);

private:
    template <class Fits>
    std::shared_ptr<const Analyses> lastOrNew(const Document& document, Fits fits);

    const catalogue::Catalogue* m_catalogue;
    std::mutex m_mutex;
    std::shared_ptr<const Analyses> m_last;
};

}  // namespace lintel::model::analysis
