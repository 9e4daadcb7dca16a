#pragma once

#include "model/catalogue/catalogue.h"
#include "model/document/document.h"
#include "rendering/display_list/display_list.h"
#include "rendering/scene/excerpt.h"
#include "rendering/scene/scene_builder.h"
#include "rendering/theme/theme.h"

namespace lintel::rendering {

/// Every subnet's tone by its effective routes.
BlockStyles blockStylesOf(const model::Document& document, const model::catalogue::Catalogue& catalogue);

/// The whole way from a snapshot to its picture: laid out where it has no layout, coloured by its routes.
/// For exports; the editor keeps the geometry between the steps. With `only`, the part of the drawing that it means.
DisplayList pictureOf(const model::Document& document, const model::catalogue::Catalogue& catalogue, const Theme& theme,
                      const Overlays& overlays = {}, const Selection& only = {});

}  // namespace lintel::rendering
