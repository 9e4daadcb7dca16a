#pragma once

#include "model/analysis/story.h"
#include "model/catalogue/catalogue.h"

#include <string>
#include <vector>

namespace lintel::exporters::markdown {

/// The steps of a story as a list: who talks to whom, why and how. Its numbers are those of the picture.
std::string storyList(const model::Document& document, const model::catalogue::Catalogue& catalogue,
                      const std::vector<model::analysis::StoryStep>& story);

}  // namespace lintel::exporters::markdown
