#pragma once

#include "model/catalogue/catalogue.h"
#include "model/edit/change_set.h"

namespace lintel::model::edit {

/// `change` widened so that the containers around the blocks it places enclose them: a block dropped near an
/// edge makes room for itself, on whichever side. What a container holds stays where it is on the drawing; neighbours
/// that a grown container would cover move out of its way, away from it. Gateways stay on the border.
ChangeSet growContainers(const Document& document, const catalogue::Catalogue& catalogue, const ChangeSet& change);

}  // namespace lintel::model::edit
