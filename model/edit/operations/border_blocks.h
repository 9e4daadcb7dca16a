#pragma once

#include "model/catalogue/catalogue.h"
#include "model/edit/change_set.h"

namespace lintel::model::edit {

/// `rect` (relative to a container of `size`) moved so that its icon straddles the nearest edge.
Rect onBorder(Size size, Rect rect);

/// `change` widened so that gateways stay on their container's border: those it places go to the nearest edge,
/// those of a container it resizes follow the edge they were on.
ChangeSet keepOnBorders(const Document& document, const catalogue::Catalogue& catalogue, const ChangeSet& change);

}  // namespace lintel::model::edit
