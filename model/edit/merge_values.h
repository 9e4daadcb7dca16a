#pragma once

#include "model/document/value.h"

#include <string>
#include <vector>

namespace lintel::model::edit {

/// The fields of one record after a three-way merge, and those that both sides changed differently (ours stays).
struct MergedValues {
    Properties values;
    std::vector<std::string> conflicts;
};

/// Field by field. Lists merge by item: what one side removed goes, what one side added comes.
MergedValues mergeValues(const Properties& base, const Properties& ours, const Properties& theirs);

}  // namespace lintel::model::edit
