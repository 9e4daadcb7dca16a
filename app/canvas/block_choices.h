#pragma once

#include "app/canvas/canvas_controller.h"
#include "app/canvas/chooser.h"

namespace lintel::app::canvas {

/// Blocks of the design as things to choose from, by name.
struct BlockChoices {
    std::vector<model::BlockId> ids;
    std::vector<Chooser::Choice> choices;  ///< one for each of `ids`
};

/// Where a line from the block may lead: everything but itself and what is around it.
BlockChoices connectable(const model::Document& document, const model::catalogue::Catalogue& catalogue,
                         const model::BlockId& from, model::text::Language language);

/// The containers that may hold all of the blocks, but not those that hold them now.
BlockChoices containersFor(const model::Document& document, const model::catalogue::Catalogue& catalogue,
                           const std::vector<model::BlockId>& blocks, model::text::Language language);

/// The blocks moved into a container, to free places there.
model::Result<model::edit::ChangeSet> movedInto(const CanvasController& controller,
                                                const std::vector<model::BlockId>& blocks,
                                                const model::BlockId& container);

}  // namespace lintel::app::canvas
