#pragma once

#include "model/review/design_difference.h"
#include "rendering/display_list/display_list.h"
#include "rendering/theme/theme.h"

#include <map>
#include <string>

namespace lintel::rendering {

/// By element id.
using ChangeMarks = std::map<std::string, model::review::ChangeType, std::less<>>;

/// Every element that a difference names.
ChangeMarks changeMarksOf(const model::review::DesignDifference& difference);

/// Told by sign, dashes and colour, so that no one of them is needed: a plus in green and a solid outline for what is
/// new, a minus in red and a dashed one for what is gone, a delta in amber and a dash-dotted one for what changed.
void outlineChange(DisplayListBuilder& list, model::review::ChangeType change, const QRectF& around,
                   const Theme& theme);
/// The disc with the sign, centred on a point.
void markChange(DisplayListBuilder& list, model::review::ChangeType change, QPointF centre, const Theme& theme);
/// Where on a connection the disc hides least: in the middle of its longest part that the label leaves free.
QPointF markPlaceOn(const std::vector<QPointF>& points, const QRectF& label);
/// Below a connection.
void haloChange(DisplayListBuilder& list, model::review::ChangeType change, const Polyline& line, const Theme& theme);

}  // namespace lintel::rendering
