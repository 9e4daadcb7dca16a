#pragma once

#include "model/catalogue/catalogue.h"
#include "model/document/block.h"
#include "model/layout/text_metrics.h"

namespace lintel::model::layout {

/// How large a freshly drawn block is: containers roomy enough to draw in, all others as auto-layout would make
/// them. `parent` may be null: the top level.
Size newBlockSize(const Block& block, const Block* parent, const catalogue::Catalogue& catalogue,
                  const TextMetrics& metrics);

}  // namespace lintel::model::layout
