#pragma once

#include "model/lint/context.h"
#include "model/lint/report.h"

#include <string_view>

namespace lintel::model::lint {

/// Whether the design's profile softens the rule: one step in `small`, two in `learning`, never below info;
/// `InLearning` two steps there and none in `small`.
enum class Softening { Never, ByProfile, InLearning };

/// One rule. Its file `rules/<group>/<rule_id>.cpp` defines one function, `Rule <ruleId>()`, listed in rules.cmake;
/// its texts are `rule.<id>.title|message|why|advice|doc` (resources/rules/<id>.yaml).
struct Rule {
    std::string_view id;
    std::string_view group;  ///< network, exposure, resilience, operations, cost, identity...
    Severity severity = Severity::Warning;
    Softening softening = Softening::Never;
    void (*check)(const Context&, Report&) = nullptr;  ///< pure, knows nothing of other rules
};

}  // namespace lintel::model::lint
