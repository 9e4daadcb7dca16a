#include "app/compare/comparison.h"

#include "model/layout/layout.h"
#include "model/review/combined_design.h"
#include "rendering/scene/picture.h"
#include "rendering/typography/typography.h"

namespace lintel::app::compare {

namespace {

Comparison::View viewOf(const model::Document& document, const model::catalogue::Catalogue& catalogue)
{
    return {document, model::layout::geometryOf(document, catalogue, rendering::FontTextMetrics())};
}

}  // namespace

const Comparison::View& Comparison::view(Side side) const
{
    switch (side) {
        case Side::Before: return before;
        case Side::After: return after;
        case Side::Both: break;
    }
    return both;
}

Comparison compare(const model::Document& before, const model::Document& after,
                   const model::catalogue::Catalogue& catalogue)
{
    return {viewOf(before, catalogue), viewOf(after, catalogue),
            viewOf(model::review::combined(before, after), catalogue),
            model::review::differenceBetween(before, after, catalogue)};
}

rendering::DisplayList pictureOf(const Comparison& comparison, Side side, const model::catalogue::Catalogue& catalogue,
                                 const rendering::Theme& theme, const std::set<std::string>& highlighted)
{
    const Comparison::View& view = comparison.view(side);
    rendering::Overlays overlays;
    overlays.changes = rendering::changeMarksOf(comparison.difference);
    overlays.highlighted = {highlighted.begin(), highlighted.end()};
    return rendering::buildScene(view.geometry, view.document, catalogue, theme,
                                 rendering::blockStylesOf(view.document, catalogue), overlays);
}

}  // namespace lintel::app::compare
