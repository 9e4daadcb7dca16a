#pragma once

#include "model/analysis/story.h"
#include "rendering/scene/scene_builder.h"

#include <string>
#include <vector>

namespace lintel::rendering {

/// Lets everything step back that has no part in the story, and numbers its connections.
void showStory(Overlays& overlays, const model::Document& document,
               const std::vector<model::analysis::StoryStep>& story);

/// The disc with a step's number, centred on a point of its line.
void drawStep(DisplayListBuilder& list, const std::string& number, QPointF centre, const Theme& theme);

}  // namespace lintel::rendering
