#pragma once

#include "rendering/theme/theme.h"

namespace lintel::exporters::image {

struct ImageOptions {
    rendering::Theme theme = rendering::Theme::light();
    double scale = 2;          ///< pixels per diagram unit; PNG only
    bool transparent = false;  ///< without the theme's background
};

/// Empty room around the drawing, in diagram units.
inline constexpr int kMargin = 24;

}  // namespace lintel::exporters::image
