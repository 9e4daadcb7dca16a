#include "rendering/scene/picture.h"

#include "model/layout/layout.h"
#include "rendering/typography/typography.h"

namespace lintel::rendering {

DisplayList pictureOf(const model::Document& document, const model::catalogue::Catalogue& catalogue, const Theme& theme,
                      const Overlays& overlays, const Selection& only)
{
    model::layout::Geometry geometry = model::layout::geometryOf(document, catalogue, FontTextMetrics());
    if (!only.empty()) geometry = excerptOf(geometry, document, only);
    return buildScene(geometry, document, catalogue, theme, blockStylesOf(document, catalogue), overlays);
}

}  // namespace lintel::rendering
