#pragma once

#include "model/document/ids.h"
#include "model/document/value.h"

#include <vector>

namespace lintel::model {

/// A decision to live with a finding: which, why, by whom, until when.
struct Waiver {
    WaiverId id;
    std::string rule;
    std::vector<std::string> subjects;
    std::string reason;
    std::string by;
    std::string until;  ///< a date, YYYY-MM-DD; empty = no review date
    Properties properties;

    bool operator==(const Waiver&) const = default;
};

}  // namespace lintel::model
