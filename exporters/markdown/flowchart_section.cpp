#include "exporters/markdown/sections.h"
#include "exporters/mermaid/mermaid_exporter.h"

namespace lintel::exporters::markdown {

std::string flowchartSection(const Source& source)
{
    const std::string chart = mermaid::exportFlowchart(source.graph, source.routes, source.language);
    if (chart.empty()) return {};
    return source.heading("flowchart.title") + "```mermaid\n" + chart + "```\n\n";
}

}  // namespace lintel::exporters::markdown
