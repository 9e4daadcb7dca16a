#pragma once

#include "app/canvas/layers.h"
#include "model/document/document.h"
#include "model/layout/geometry.h"
#include "rendering/scene/scene_builder.h"

#include <memory>
#include <set>
#include <string>

namespace lintel::app::canvas {

/// What a picture of the canvas is made of. A value: a worker makes the picture while the window goes on.
struct PictureSource {
    model::Document document;  ///< every block has its place
    /// Of the document, or what drawnAgain() starts from.
    std::shared_ptr<const model::layout::Geometry> geometry;
    bool isDrawn = false;      ///< `geometry` is of the document
    model::Document styledAs;  ///< what `styles` are of
    std::shared_ptr<const rendering::BlockStyles> styles;
    rendering::Theme theme = rendering::Theme::light();
    std::shared_ptr<const rendering::Overlays> marks;  ///< of findings
    rendering::AnalysisMarks analysis;
    std::set<std::string, std::less<>> highlighted;
    std::set<std::string, std::less<>> dimmed;
    Layers layers;
};

/// A finished picture, and what tools ask about it.
struct CanvasPicture {
    model::Document document;
    std::shared_ptr<const model::layout::Geometry> geometry;
    std::shared_ptr<const rendering::BlockStyles> styles;
    std::shared_ptr<const rendering::DisplayList> list;
};

/// May be called from any thread.
CanvasPicture pictureOf(const PictureSource& source, const model::catalogue::Catalogue& catalogue);

}  // namespace lintel::app::canvas
