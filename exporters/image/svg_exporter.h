#pragma once

#include "exporters/image/image_options.h"
#include "rendering/display_list/display_list.h"

#include <string>

namespace lintel::exporters::image {

/// The picture as one self-contained SVG file: text stays text, every icon is there once, nothing is fetched
/// from elsewhere. Needs a QGuiApplication for the fonts' names.
std::string exportSvg(const rendering::DisplayList& picture, const ImageOptions& options);

/// A file that follows its reader's colour scheme. Both lists are of the same geometry; the theme of `options` is the
/// light one. Programs that read no style sheets show it light.
std::string exportSvg(const rendering::DisplayList& light, const rendering::DisplayList& dark,
                      const ImageOptions& options);

}  // namespace lintel::exporters::image
