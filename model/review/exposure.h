#pragma once

#include "model/analysis/port_set.h"
#include "model/catalogue/catalogue.h"
#include "model/document/document.h"

#include <map>

namespace lintel::model::review {

/// The blocks whose own public address packets from anywhere on the internet reach, and on which of the ports they
/// serve. What stands behind a load balancer is not exposed itself: the load balancer is.
std::map<BlockId, analysis::PortSet> exposureOf(const Document& document, const catalogue::Catalogue& catalogue);

}  // namespace lintel::model::review
