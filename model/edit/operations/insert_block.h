#pragma once

#include "model/catalogue/catalogue.h"
#include "model/edit/change_set.h"

namespace lintel::model::edit {

/// Puts a block into a connection: what went from a to b goes from a to the block and from there to b. The first half
/// keeps the connection's id and gets the port the block listens on, the second half keeps protocol and ports. Empty
/// when the block is one of the ends, or holds or lies in one.
ChangeSet insertBlock(const Document& document, const catalogue::Catalogue& catalogue, const BlockId& block,
                      const ConnectionId& connection);

/// The port at which a block of this kind usually listens when `from` calls it; empty when nobody knows.
std::string usualPort(const Document& document, const catalogue::Catalogue& catalogue, const BlockId& from,
                      const BlockId& to);

}  // namespace lintel::model::edit
