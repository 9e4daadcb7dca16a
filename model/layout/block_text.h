#pragma once

#include "model/catalogue/catalogue.h"
#include "model/document/document.h"

#include <string>

namespace lintel::model::layout {

/// What a block is called on the drawing: its name, else its kind's title in the document's language.
std::string nameText(const Block& block, const Document& document, const catalogue::Catalogue& catalogue);

/// The one fact readers want beside the name: address range, engine and size; empty when there is none.
std::string detailText(const Block& block, const catalogue::Catalogue& catalogue);

/// What a connection says: its name, protocol and ports; empty when there is nothing to say.
std::string connectionText(const Connection& connection);

}  // namespace lintel::model::layout
