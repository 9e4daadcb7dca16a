#include "app/cli/drawing.h"

#include "model/analysis/routes.h"
#include "model/layout/layout.h"
#include "rendering/scene/scene_builder.h"
#include "rendering/typography/typography.h"

namespace lintel::app::cli {

namespace {

using model::analysis::SubnetClass;
using rendering::SubnetTone;

SubnetTone toneOf(SubnetClass type)
{
    switch (type) {
    case SubnetClass::Public: return SubnetTone::Public;
    case SubnetClass::Private: return SubnetTone::Private;
    case SubnetClass::Isolated: return SubnetTone::Isolated;
    case SubnetClass::Unknown: break;
    }
    return SubnetTone::Unknown;
}

rendering::BlockStyles stylesOf(const model::Document& document, const model::catalogue::Catalogue& catalogue)
{
    const model::graph::ArchitectureGraph graph(document, catalogue);
    const model::analysis::Routes routes(graph);
    rendering::BlockStyles styles;
    for (const model::BlockId& subnet : graph.blocksOfKind("subnet")) styles[subnet] = toneOf(routes.classOf(subnet));
    return styles;
}

}  // namespace

rendering::DisplayList drawingOf(const model::Document& document, const model::catalogue::Catalogue& catalogue,
                                 const rendering::Theme& theme)
{
    const rendering::FontTextMetrics metrics;
    const model::layout::Geometry geometry = model::layout::geometryOf(document, catalogue, metrics);
    return rendering::buildScene(geometry, document, catalogue, theme, stylesOf(document, catalogue));
}

}  // namespace lintel::app::cli
