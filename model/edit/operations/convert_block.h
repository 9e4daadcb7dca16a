#pragma once

#include "model/catalogue/catalogue.h"
#include "model/edit/change_set.h"

#include <vector>

namespace lintel::model::edit {

/// The kinds that AWS runs instead of what one runs oneself, such as RDS for MySQL: the catalogue's `managed`. Only
/// those that some container around the block may hold.
std::vector<KindId> managedTwinsOf(const Document& document, const catalogue::Catalogue& catalogue,
                                   const BlockId& block);

/// Makes the block one of its managed twins. It keeps its id, name, connections and whatever both kinds know; security
/// groups of the host become its own. It moves to the nearest container that may hold it, and a host that is left with
/// nothing to do goes. Fails when the kind is none of its twins.
Result<ChangeSet> convertBlock(const Document& document, const catalogue::Catalogue& catalogue, const BlockId& block,
                               const KindId& twin);

}  // namespace lintel::model::edit
