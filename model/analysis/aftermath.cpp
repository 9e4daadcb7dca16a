#include "model/analysis/aftermath.h"

#include <algorithm>
#include <map>

namespace lintel::model::analysis {

namespace {

using What = Lack::What;

class Survey {
public:
    Survey(const graph::ArchitectureGraph& graph, const Routes& routes, const Loss& loss)
        : m_graph(graph), m_routes(routes)
    {
        for (const BlockId& block : loss.blocks) m_gone.insert(graph.hostOf(block));
    }

    /// A group that is gone is missed by whoever calls one of its members.
    void addCallees(const std::vector<FlowFate>& fates)
    {
        for (const FlowFate& flow : fates) {
            const std::vector<BlockId>& members = flow.group.members;
            const auto isGone = [&](const BlockId& one) { return m_gone.contains(one); };
            // What still runs and is only cut off from people is there for its callers, if these are not gone as well.
            const auto gone = std::count_if(members.begin(), members.end(), isGone);
            if (static_cast<int>(members.size()) - static_cast<int>(gone) >= flow.group.needed) continue;
            for (const Connection& call : m_graph.connections())
                if (call.isNetworkTraffic() &&
                    std::binary_search(members.begin(), members.end(), m_graph.hostOf(call.to)))
                    add(What::Callee, members, m_graph.hostOf(call.from));
        }
    }

    void addWaysOut()
    {
        for (const BlockId& block : m_graph.blocksWithFlag("has-interface")) {
            if (!runsOwnSoftware(block)) continue;
            const BlockId host = m_graph.hostOf(block);
            const bool hasAddress = m_graph.hasPublicAddress(host);
            for (const BlockId& subnet : m_graph.subnetsOf(host)) {
                const Egress egress = m_routes.egress(subnet, hasAddress);
                if (egress.kind != Egress::Kind::Nat && egress.kind != Egress::Kind::NatInstance) continue;
                if (const BlockId nat(egress.path.back()); m_gone.contains(nat)) add(What::WayOut, {nat}, host);
            }
        }
    }

    void addManagement()
    {
        for (const Connection& connection : m_graph.connections())
            if (connection.relation == "manage" && m_gone.contains(m_graph.hostOf(connection.from)))
                add(What::Management, {m_graph.hostOf(connection.from)}, m_graph.hostOf(connection.to));
    }

    std::vector<Lack> lacks() const
    {
        std::vector<Lack> all;
        for (const auto& [cause, blocks] : m_lacks)
            all.push_back({cause.first, {blocks.begin(), blocks.end()}, cause.second});
        return all;
    }

private:
    /// A load balancer or a managed database calls nobody out there.
    bool runsOwnSoftware(const BlockId& block) const
    {
        const catalogue::Kind* kind = m_graph.kindOf(block);
        const bool runs = kind && (kind->category == "compute" || kind->category == "containers");
        return runs && !m_graph.isKind(block, "eks-cluster");
    }

    void add(What what, const std::vector<BlockId>& because, const BlockId& block)
    {
        const std::string& role = m_graph.fact(block, "role");
        const bool isPerson = role == "client" || role == "internet";
        if (!isPerson && !m_gone.contains(block)) m_lacks[{what, because}].insert(block);
    }

    const graph::ArchitectureGraph& m_graph;
    const Routes& m_routes;
    std::set<BlockId> m_gone;
    std::map<std::pair<What, std::vector<BlockId>>, std::set<BlockId>> m_lacks;
};

}  // namespace

const char* wordOf(Lack::What what)
{
    switch (what) {
        case What::WayOut: return "way-out";
        case What::Management: return "management";
        case What::Callee: break;
    }
    return "callee";
}

std::vector<Lack> lacksAfter(const graph::ArchitectureGraph& graph, const Routes& routes, const Loss& loss,
                             const std::vector<FlowFate>& fates)
{
    Survey survey(graph, routes, loss);
    survey.addCallees(fates);
    survey.addWaysOut();
    survey.addManagement();
    return survey.lacks();
}

}  // namespace lintel::model::analysis
