#pragma once

#include "rendering/display_list/display_list.h"
#include "rendering/scene/legend.h"
#include "rendering/theme/theme.h"

namespace lintel::model::catalogue {
class Catalogue;
}

namespace lintel::rendering {

/// Adds a legend below a drawing that takes up `bounds`, in rows no wider than it.
void drawLegend(DisplayListBuilder& list, const Legend& legend, const QRectF& bounds, const Theme& theme,
                const model::catalogue::Catalogue& catalogue);

}  // namespace lintel::rendering
