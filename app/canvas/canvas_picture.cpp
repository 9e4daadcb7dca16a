#include "app/canvas/canvas_picture.h"

#include "app/canvas/geometry_service.h"
#include "rendering/scene/picture.h"

namespace lintel::app::canvas {

using namespace model;

namespace {

/// Who is public and who is private takes an analysis; moving things about changes nothing of it.
std::shared_ptr<const rendering::BlockStyles> stylesOf(const PictureSource& source,
                                                       const catalogue::Catalogue& catalogue)
{
    if (source.styles && sameMeaning(source.styledAs, source.document)) return source.styles;
    return std::make_shared<const rendering::BlockStyles>(rendering::blockStylesOf(source.document, catalogue));
}

rendering::Overlays overlaysOf(const PictureSource& source, const catalogue::Catalogue& catalogue)
{
    rendering::Overlays overlays = source.marks ? *source.marks : rendering::Overlays();
    overlays.analysis = source.analysis;
    overlays.highlighted = source.highlighted;
    overlays.dimmed = source.dimmed;
    overlays.dimmed.merge(fadedBy(source.layers, source.document, catalogue));
    return overlays;
}

}  // namespace

CanvasPicture pictureOf(const PictureSource& source, const catalogue::Catalogue& catalogue)
{
    CanvasPicture picture{source.document, source.geometry, stylesOf(source, catalogue), nullptr};
    if (!source.isDrawn)
        picture.geometry =
            std::make_shared<const layout::Geometry>(drawnAgain(source.document, catalogue, source.geometry.get()));
    const auto hidden = hiddenBy(source.layers, source.document);
    const layout::Geometry& whole = *picture.geometry;
    picture.list = std::make_shared<const rendering::DisplayList>(
        rendering::buildScene(hidden.empty() ? whole : without(hidden, whole), source.document, catalogue, source.theme,
                              *picture.styles, overlaysOf(source, catalogue)));
    return picture;
}

}  // namespace lintel::app::canvas
