#pragma once

#include "model/analysis/port_set.h"
#include "model/catalogue/catalogue.h"
#include "model/document/document.h"

#include <map>

namespace lintel::model::review {

/// The blocks that packets from anywhere on the internet reach, and on which of the ports they serve.
std::map<BlockId, analysis::PortSet> exposureOf(const Document& document, const catalogue::Catalogue& catalogue);

}  // namespace lintel::model::review
