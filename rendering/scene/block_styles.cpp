#include "model/analysis/routes.h"
#include "rendering/scene/picture.h"

namespace lintel::rendering {

namespace {

using model::analysis::SubnetClass;

SubnetTone toneOf(SubnetClass subnetClass)
{
    switch (subnetClass) {
        case SubnetClass::Unknown: return SubnetTone::Unknown;
        case SubnetClass::Public: return SubnetTone::Public;
        case SubnetClass::Private: return SubnetTone::Private;
        case SubnetClass::Isolated: return SubnetTone::Isolated;
    }
    return SubnetTone::Unknown;
}

}  // namespace

BlockStyles blockStylesOf(const model::Document& document, const model::catalogue::Catalogue& catalogue)
{
    const model::graph::ArchitectureGraph graph(document, catalogue);
    const model::analysis::Routes routes(graph);
    BlockStyles styles;
    for (const model::BlockId& subnet : graph.blocksOfKind("subnet")) styles[subnet] = toneOf(routes.classOf(subnet));
    return styles;
}

}  // namespace lintel::rendering
