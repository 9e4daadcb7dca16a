#pragma once

#include "model/catalogue/catalogue.h"
#include "model/edit/change_set.h"

namespace lintel::model::edit {

/// `change` widened so that the containers around the blocks it places enclose them: a block dropped near an
/// edge makes room for itself. Containers grow to the right and down only, and nothing else moves. Gateways,
/// which straddle their container's border, ask for no room.
ChangeSet growContainers(const Document& document, const catalogue::Catalogue& catalogue, const ChangeSet& change);

}  // namespace lintel::model::edit
