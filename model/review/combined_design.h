#pragma once

#include "model/document/document.h"

namespace lintel::model::review {

/// Both designs in one, to be looked at: everything of the new one in its place, and what is gone from the old one
/// without a place, so that layout finds room for it. Blocks that moved are where they are now.
Document combined(const Document& before, const Document& after);

}  // namespace lintel::model::review
