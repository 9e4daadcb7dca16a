#include "app/canvas/placed_document.h"

#include <algorithm>

namespace lintel::app::canvas {

using namespace model;

PlacedDocument placed(const Document& document, const catalogue::Catalogue& catalogue,
                      const layout::TextMetrics& metrics)
{
    PlacedDocument result{{}, document};
    const bool isPlaced = std::all_of(document.blocks.begin(), document.blocks.end(), [&](const Block& block) {
        return document.placements.contains(placementId(block.id));
    });
    if (isPlaced) return result;
    result.placing = layout::arrange(document, catalogue, metrics, layout::Scope::NewOnly);
    if (const auto arranged = edit::apply(document, result.placing)) result.document = *arranged;
    return result;
}

}  // namespace lintel::app::canvas
