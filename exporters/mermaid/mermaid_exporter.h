#pragma once

#include "model/analysis/routes.h"
#include "model/graph/architecture_graph.h"
#include "model/text/language.h"

#include <string>

namespace lintel::exporters::mermaid {

/// The design as a Mermaid `flowchart`, the form that GitHub and GitLab draw in Markdown. Containers that hold
/// something connected become subgraphs, connections become edges (merged where they join the same two blocks);
/// attachments and blocks without connections are left out. Nothing when no connection is left, or when the chart
/// would exceed what Mermaid draws. Deterministic; names cannot break it.
std::string exportFlowchart(const model::graph::ArchitectureGraph& graph, const model::analysis::Routes& routes,
                            model::text::Language language);

}  // namespace lintel::exporters::mermaid
