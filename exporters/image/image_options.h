#pragma once

#include "rendering/display_list/display_list.h"
#include "rendering/theme/theme.h"

#include <string>
#include <vector>

namespace lintel::exporters::image {

struct ImageOptions {
    rendering::Theme theme = rendering::Theme::light();
    double scale = 2;          ///< pixels per diagram unit; PNG only
    bool transparent = false;  ///< without the theme's background
    std::string title;         ///< SVG only: what the picture is called; empty = not said
    std::string description;   ///< SVG only: the picture in words, for those who cannot see it
    std::string language;      ///< SVG only: of both, `en` or `ko`
    /// SVG only: ids of what appears one step after the other, again and again. Who asked for less motion, and
    /// programs that read no style sheets, see all of it.
    std::vector<std::vector<std::string>> steps = {};
    bool hasElements = false;  ///< SVG only: what belongs to one block or connection is a group that names it (data-id)
};

/// Empty room around the drawing, in diagram units.
inline constexpr int kMargin = 24;

/// The drawing with that room, in whole units: frames lie on pixels as they do on the canvas.
inline QRectF pictureArea(const rendering::DisplayList& picture)
{
    return QRectF(picture.bounds().adjusted(-kMargin, -kMargin, kMargin, kMargin).toAlignedRect());
}

}  // namespace lintel::exporters::image
