#include "app/cli/block_argument.h"

namespace lintel::app::cli {

model::Result<model::BlockId> blockNamed(const model::Document& document, const std::string& argument)
{
    if (document.blocks.contains(model::BlockId(argument))) return model::BlockId(argument);
    model::BlockId found;
    for (const model::Block& block : document.blocks) {
        if (block.name != argument) continue;
        if (!found.isEmpty())
            return model::makeError("cli.block.ambiguous",
                                    {{"name", argument}, {"one", found.text()}, {"other", block.id.text()}});
        found = block.id;
    }
    if (found.isEmpty()) return model::makeError("cli.block.unknown", {{"name", argument}});
    return found;
}

std::string nameWithId(const model::Document& document, const std::string& id)
{
    const model::Block* block = document.blocks.find(model::BlockId(id));
    return !block || block->name.empty() ? id : block->name + " [" + id + "]";
}

}  // namespace lintel::app::cli
