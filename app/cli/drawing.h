#pragma once

#include "model/catalogue/catalogue.h"
#include "model/document/document.h"
#include "rendering/display_list/display_list.h"
#include "rendering/theme/theme.h"

namespace lintel::app::cli {

/// The picture of a design as the editor shows it, without marks of findings. Needs an OffscreenGui.
rendering::DisplayList drawingOf(const model::Document& document, const model::catalogue::Catalogue& catalogue,
                                 const rendering::Theme& theme);

}  // namespace lintel::app::cli
