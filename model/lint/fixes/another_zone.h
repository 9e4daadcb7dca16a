#pragma once

#include "model/edit/transaction.h"
#include "model/lint/context.h"

#include <optional>
#include <string>
#include <vector>

namespace lintel::model::lint::fixes {

/// A subnet and the zone it is in; `isNew` when the fix has to make it.
struct ZoneSubnet {
    BlockId subnet;
    std::string zone;
    bool isNew = false;
};

enum class Side { Public, Private };

/// A subnet of the same VPC on the wanted side, in a zone where none of `have` is. An existing one where there is
/// one; else a new one is drawn in `transaction`: in a zone block of the drawing or a new one, as large as the one
/// it stands in for and with its route table. Nothing when a zone of `have` is unknown or the VPC has no room.
std::optional<ZoneSubnet> subnetInAnotherZone(const Context& context, const std::vector<BlockId>& have, Side side,
                                              edit::Transaction& transaction);

}  // namespace lintel::model::lint::fixes
