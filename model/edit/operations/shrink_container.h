#pragma once

#include "model/catalogue/catalogue.h"
#include "model/edit/change_set.h"

namespace lintel::model::edit {

/// Fits a container closely around what it holds, which stays where it is on the drawing. An empty container stays
/// as it is.
ChangeSet shrinkContainer(const Document& document, const catalogue::Catalogue& catalogue, const BlockId& container);

}  // namespace lintel::model::edit
