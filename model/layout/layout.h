#pragma once

#include "model/catalogue/catalogue.h"
#include "model/edit/change_set.h"
#include "model/layout/geometry.h"
#include "model/layout/text_metrics.h"

namespace lintel::model::layout {

enum class Scope {
    All,      ///< everything that is not pinned is placed anew
    NewOnly,  ///< only blocks without a placement; all else stays to the pixel, except that containers grow
};

/// Nested auto-layout: placements for the document as a change set (layout only). Deterministic.
/// Zones become equal columns, tiers rows aligned across zones, gateways sit on borders, regional services
/// beside the VPC; people and edge services stand above in flow order, other networks at the right.
edit::ChangeSet arrange(const Document& document, const catalogue::Catalogue& catalogue, const TextMetrics& metrics,
                        Scope scope);

/// The drawing of a document: placements made absolute, labels set, connections routed around blocks.
/// Blocks without a placement are arranged on the way (the document is not changed).
Geometry geometryOf(const Document& document, const catalogue::Catalogue& catalogue, const TextMetrics& metrics);

/// The same for a document that has changed a little since `before` was drawn: only connections that the change
/// touches are routed anew, around all others, and labels set anew only near it. For pictures while something is being
/// dragged; the drawing that depends on nothing but the document is the one above.
Geometry geometryOf(const Document& document, const catalogue::Catalogue& catalogue, const TextMetrics& metrics,
                    const Geometry& before);

}  // namespace lintel::model::layout
