#pragma once

#include "model/edit/change_set.h"
#include "model/lint/context.h"

namespace lintel::model::lint::fixes {

/// Distributions with a connection to the bucket.
std::vector<BlockId> distributionsOf(const Context& context, const BlockId& bucket);

/// Blocks public access and turns the website off; the distributions that read the bucket use origin access
/// control. Where there is none yet, one is drawn and takes over the bucket's visitors.
edit::ChangeSet readThroughCloudFront(const Context& context, const BlockId& bucket, Message caption);

}  // namespace lintel::model::lint::fixes
