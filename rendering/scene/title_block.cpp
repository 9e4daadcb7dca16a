#include "rendering/scene/title_block.h"

namespace lintel::rendering {

TitleBlock titleBlockOf(const model::Document& document, const model::text::Messages& messages,
                        model::text::Language language)
{
    const model::Settings& settings = document.settings();
    const auto text = [&](const std::string& id, std::vector<model::MessageArgument> arguments) {
        return messages.render(model::Message{id, std::move(arguments)}, language);
    };
    TitleBlock block;
    block.title = settings.title.empty() ? text("image.title-block.untitled", {}) : settings.title;
    if (!settings.region.empty())
        block.lines.push_back(text("image.title-block.region", {{"region", settings.region}}));
    if (!settings.environment.empty())
        block.lines.push_back(text("image.title-block.environment." + settings.environment, {}));
    block.lines.push_back(
        text("image.title-block.size", {{"blocks", std::to_string(document.blocks.size())},
                                        {"connections", std::to_string(document.connections.size())}}));
    return block;
}

}  // namespace lintel::rendering
