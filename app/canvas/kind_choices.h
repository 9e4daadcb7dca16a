#pragma once

#include "app/canvas/chooser.h"
#include "model/catalogue/catalogue.h"
#include "model/text/language.h"
#include "rendering/canvas/tools/kind_mime.h"

#include <vector>

namespace lintel::app::canvas {

/// Kinds and their presets as things to choose from, found by either language, id, initials and keywords.
struct KindChoices {
    std::vector<rendering::canvas::DraggedKind> kinds;
    std::vector<Chooser::Choice> choices;  ///< one for each of `kinds`

    void add(const model::catalogue::Kind& kind, model::text::Language language, bool isOffered,
             const QString& detail = {});
};

/// Everything that may be drawn.
KindChoices allKinds(const model::catalogue::Catalogue& catalogue, model::text::Language language);

}  // namespace lintel::app::canvas
