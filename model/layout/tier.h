#pragma once

#include "model/catalogue/catalogue.h"
#include "model/document/document.h"

namespace lintel::model::layout {

/// Where a block stands in the flow from the people to the data: the order of rows and columns.
enum class Tier {
    Client,
    Dns,
    Edge,
    Entry,
    Public,
    Application,
    Data,
    Endpoint,
    Regional,
    Integration,
    Delivery,
    Observability,
    Security,
    Network,
    External,
};

/// The catalogue's tier of the block's kind; Regional when it says none.
Tier tierOf(const Block& block, const catalogue::Catalogue& catalogue);

/// The row a subnet belongs to: what its author says (`tier`), else what its routes and its contents say.
Tier subnetTier(const Block& subnet, const Document& document, const catalogue::Catalogue& catalogue);

/// Blocks that configure others (route tables, rules, roles, certificates): drawn small, apart from the flow.
bool isQuiet(const Block& block, const catalogue::Catalogue& catalogue);

}  // namespace lintel::model::layout
