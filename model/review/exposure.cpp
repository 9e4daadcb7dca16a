#include "model/review/exposure.h"

#include "model/analysis/reachability.h"
#include "model/analysis/routes.h"
#include "model/analysis/service_port.h"
#include "model/graph/architecture_graph.h"

namespace lintel::model::review {

std::map<BlockId, analysis::PortSet> exposureOf(const Document& document, const catalogue::Catalogue& catalogue)
{
    const graph::ArchitectureGraph graph(document, catalogue);
    const analysis::Routes routes(graph);
    const analysis::Reachability reachability(graph, routes);
    std::map<BlockId, analysis::PortSet> exposed;
    for (const Block& block : document.blocks) {
        const analysis::PortSet served = analysis::servicePorts(graph, block.id);
        analysis::PortSet reached;
        // A range of ports stands for one service; its ends tell what a rule does with it.
        for (const analysis::PortSet::Interval& interval : served.intervals())
            for (const int port : {interval.first, interval.last})
                if (reachability.directFromInternet(block.id, port).reachable)
                    reached = reached.with(analysis::PortSet::one(port));
        if (!reached.isEmpty()) exposed.emplace(block.id, std::move(reached));
    }
    return exposed;
}

}  // namespace lintel::model::review
