#pragma once

#include "model/lint/profile.h"

#include <memory>
#include <optional>
#include <string>

namespace lintel::model::lint {

struct Policy;

/// What a run is judged by, beside the design itself. Rules have no clock: the day is told.
struct Circumstances {
    std::optional<Profile> profile;        ///< instead of the design's own
    std::shared_ptr<const Policy> policy;  ///< of the team; null = none
    std::string today;                     ///< YYYY-MM-DD; empty = decisions do not expire

    bool operator==(const Circumstances&) const = default;
};

}  // namespace lintel::model::lint
