#include "exporters/markdown/story_list.h"

#include "exporters/markdown/markdown_text.h"
#include "exporters/markdown/request_flow.h"
#include "model/layout/block_text.h"

namespace lintel::exporters::markdown {

std::string storyList(const model::Document& document, const model::catalogue::Catalogue& catalogue,
                      const std::vector<model::analysis::StoryStep>& story)
{
    const auto nameOf = [&](const model::BlockId& id) {
        const model::Block* block = document.blocks.find(id);
        return escaped(block ? model::layout::nameText(*block, document, catalogue) : id.text());
    };
    std::string text = document.settings().title.empty() ? "" : "# " + escaped(document.settings().title) + "\n\n";
    for (const model::analysis::StoryStep& step : story) {
        for (const model::ConnectionId& id : step.connections) {
            const model::Connection& connection = *document.connections.find(id);
            // Not as a numbered list: Markdown would number steps that happen at once by itself.
            text +=
                "- **" + std::to_string(step.number) + ".** " + nameOf(connection.from) + " → " + nameOf(connection.to);
            const std::string endpoint = endpointOf(connection);
            if (!connection.name.empty()) text += " · " + escaped(connection.name);
            if (!endpoint.empty()) text += " · " + escaped(endpoint);
            text += "\n";
        }
    }
    return text;
}

}  // namespace lintel::exporters::markdown
