#include "model/analysis/story.h"

#include <algorithm>
#include <map>

namespace lintel::model::analysis {

namespace {

void addOnce(std::vector<BlockId>& blocks, const BlockId& id)
{
    if (std::find(blocks.begin(), blocks.end(), id) == blocks.end()) blocks.push_back(id);
}

}  // namespace

std::vector<StoryStep> storyOf(const Document& document)
{
    std::map<std::int64_t, StoryStep> steps;
    for (const Connection& connection : document.connections) {
        const std::int64_t number = connection.property("step").toInteger();
        if (number < 1 || number > 9999) continue;
        StoryStep& step = steps[number];
        step.number = static_cast<int>(number);
        step.connections.push_back(connection.id);
    }
    std::vector<StoryStep> story;
    for (auto& [number, step] : steps) {
        for (const ConnectionId& id : step.connections) addOnce(step.blocks, document.connections.find(id)->from);
        for (const ConnectionId& id : step.connections) addOnce(step.blocks, document.connections.find(id)->to);
        story.push_back(std::move(step));
    }
    return story;
}

}  // namespace lintel::model::analysis
