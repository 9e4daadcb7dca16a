#include "model/lint/environments.h"

namespace lintel::model::lint {

const std::string& environmentOf(const graph::ArchitectureGraph& graph, const BlockId& id)
{
    if (const std::string& own = graph.value(id, "environment").toString(); !own.empty()) return own;
    for (const BlockId& holder : graph.containment().ancestors(id))
        if (const std::string& said = graph.value(holder, "environment").toString(); !said.empty()) return said;
    return graph.document().settings().environment;
}

bool isForTrials(const std::string& environment)
{
    return environment == "development" || environment == "test" || environment == "staging";
}

}  // namespace lintel::model::lint
