#include "app/compare/comparison.h"

#include "model/layout/layout.h"
#include "rendering/scene/picture.h"
#include "rendering/typography/typography.h"

#include <algorithm>

namespace lintel::app::compare {

namespace {

Comparison::View viewOf(const model::Document& document, const model::catalogue::Catalogue& catalogue)
{
    return {document, model::layout::geometryOf(document, catalogue, rendering::FontTextMetrics())};
}

// One id may be something that is gone on one side, and something else that is new on the other.
rendering::ChangeMarks marksOf(const Comparison& comparison, Side side)
{
    using model::review::ChangeType;
    if (side == Side::Both) return rendering::changeMarksOf(comparison.combined.named(comparison.difference));
    const ChangeType other = side == Side::Before ? ChangeType::Added : ChangeType::Removed;
    model::review::DesignDifference seen;
    for (const model::review::ElementChange& change : comparison.difference.elements)
        if (change.change != other) seen.elements.push_back(change);
    return rendering::changeMarksOf(seen);
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

std::string Comparison::idOn(Side side, const std::string& id) const
{
    if (side == Side::Both) return id;
    const auto& renamed = combined.renamed;
    const auto old = std::find_if(renamed.begin(), renamed.end(), [&](const auto& one) { return one.second == id; });
    return old == renamed.end() ? id : old->first;
}

Comparison compare(const model::Document& before, const model::Document& after,
                   const model::catalogue::Catalogue& catalogue)
{
    model::review::CombinedDesign both = model::review::combined(before, after);
    return {viewOf(before, catalogue), viewOf(after, catalogue), viewOf(both.document, catalogue), std::move(both),
            model::review::differenceBetween(before, after, catalogue)};
}

rendering::DisplayList pictureOf(const Comparison& comparison, Side side, const model::catalogue::Catalogue& catalogue,
                                 const rendering::Theme& theme, const std::set<std::string>& highlighted)
{
    const Comparison::View& view = comparison.view(side);
    rendering::Overlays overlays;
    overlays.changes = marksOf(comparison, side);
    for (const std::string& id : highlighted) overlays.highlighted.insert(comparison.idOn(side, id));
    return rendering::buildScene(view.geometry, view.document, catalogue, theme,
                                 rendering::blockStylesOf(view.document, catalogue), overlays);
}

}  // namespace lintel::app::compare
