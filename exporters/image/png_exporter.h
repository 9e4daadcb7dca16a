#pragma once

#include "exporters/image/image_options.h"
#include "model/base/result.h"
#include "rendering/display_list/display_list.h"

#include <string>

namespace lintel::exporters::image {

/// The picture as PNG bytes; the same list gives the same bytes. Needs a QGuiApplication (`offscreen` will do).
/// Refuses scales and sizes that no viewer opens, and says which scale would do.
model::Result<std::string> exportPng(const rendering::DisplayList& picture, const ImageOptions& options);

}  // namespace lintel::exporters::image
