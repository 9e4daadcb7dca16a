#include "model/analysis/analyses.h"

namespace lintel::model::analysis {

Analyses::Analyses(Document document, const catalogue::Catalogue& catalogue)
    : m_graph(std::move(document), catalogue), m_routes(m_graph), m_reachability(m_graph, m_routes)
{
}

const Availability& Analyses::availability() const
{
    return *m_availability.get(true, [&] { return std::make_unique<const Availability>(m_graph); });
}

const AddressPlan& Analyses::addresses() const
{
    return *m_addresses.get(true, [&] { return std::make_unique<const AddressPlan>(m_graph, m_routes); });
}

const ReachMatrix& Analyses::matrix() const
{
    return *m_matrix.get(true, [&] { return std::make_unique<const ReachMatrix>(m_graph, m_routes, m_reachability); });
}

const CostEstimate& Analyses::cost() const
{
    return *m_cost.get(
        true, [&] { return std::make_unique<const CostEstimate>(m_graph, m_routes, PriceTable::published()); });
}

template <class Fits>
std::shared_ptr<const Analyses> AnalysisCache::lastOrNew(const Document& document, Fits fits)
{
    const std::lock_guard lock(m_mutex);
    // Equal tables share their rows, which makes this comparison cheap.
    if (!m_last || !fits(m_last->document())) m_last = std::make_shared<const Analyses>(document, *m_catalogue);
    return m_last;
}

std::shared_ptr<const Analyses> AnalysisCache::of(const Document& document)
{
    return lastOrNew(document, [&](const Document& last) { return sameMeaning(last, document); });
}

std::shared_ptr<const Analyses> AnalysisCache::exactlyOf(const Document& document)
{
    return lastOrNew(document, [&](const Document& last) { return last == document; });
}

}  // namespace lintel::model::analysis
