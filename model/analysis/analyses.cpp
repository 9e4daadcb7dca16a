#include "model/analysis/analyses.h"

namespace lintel::model::analysis {

namespace {

template <class Kept, class Make>
const auto& keep(Kept& kept, Make make)
{
    std::call_once(kept.once, [&] { kept.value = make(); });
    return *kept.value;
}

}  // namespace

Analyses::Analyses(Document document, const catalogue::Catalogue& catalogue)
    : m_graph(std::move(document), catalogue), m_routes(m_graph)
{
}

const Reachability& Analyses::reachability() const
{
    return keep(m_reachability, [&] { return std::make_unique<const Reachability>(m_graph, m_routes); });
}

const Availability& Analyses::availability() const
{
    return keep(m_availability, [&] { return std::make_unique<const Availability>(m_graph); });
}

const AddressPlan& Analyses::addresses() const
{
    return keep(m_addresses, [&] { return std::make_unique<const AddressPlan>(m_graph, m_routes); });
}

const ReachMatrix& Analyses::matrix() const
{
    return keep(m_matrix, [&] { return std::make_unique<const ReachMatrix>(m_graph, m_routes, reachability()); });
}

const CostEstimate& Analyses::cost() const
{
    return keep(m_cost,
                [&] { return std::make_unique<const CostEstimate>(m_graph, m_routes, PriceTable::published()); });
}

std::shared_ptr<const Analyses> AnalysisCache::of(const Document& document)
{
    const std::lock_guard lock(m_mutex);
    // Equal tables share their rows, which makes this comparison cheap.
    if (!m_last || !sameMeaning(m_last->document(), document))
        m_last = std::make_shared<const Analyses>(document, *m_catalogue);
    return m_last;
}

}  // namespace lintel::model::analysis
