#pragma once

#include "model/catalogue/catalogue.h"
#include "model/lint/rule.h"
#include "model/text/messages.h"
#include "rendering/display_list/display_list.h"
#include "rendering/theme/theme.h"

#include <optional>

namespace lintel::app::cli {

/// A rule told by a small design: what it says there, and the same design without the fault.
struct RuleStory {
    model::Document before;
    model::Document after;
    model::lint::Finding finding;  ///< what the rule says about `before`
    model::Message remedy;         ///< what the fix that leads to `after` does; empty when no fix alone leads there
};

/// Empty when no example of the rule is drawn yet.
std::optional<RuleStory> storyOf(const model::lint::Rule& rule, const model::catalogue::Catalogue& catalogue);

/// Before and after side by side, the finding marked. Needs a QGuiApplication.
rendering::DisplayList pictureOf(const RuleStory& story, const model::catalogue::Catalogue& catalogue,
                                 const rendering::Theme& theme, const model::text::Messages& messages,
                                 model::text::Language language);

}  // namespace lintel::app::cli
