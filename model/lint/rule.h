#pragma once

#include "model/lint/context.h"
#include "model/lint/report.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace lintel::model::lint {

/// Whether the design's profile softens the rule: one step in `small`, two in `learning`, never below info;
/// `InLearning` two steps there and none in `small`.
enum class Softening { Never, ByProfile, InLearning };

/// A defect is mended. A trade-off is a legitimate choice with a price: it asks for a decision that is written down.
enum class Nature { Defect, TradeOff };

/// A number that a team's policy may set, such as how many days of backups are enough. What it means is the message
/// `rule.<id>.parameter.<key>`.
struct Parameter {
    std::string_view key;
    std::int64_t usual = 0;
};

/// One rule. Its file `rules/<group>/<rule_id>.cpp` defines one function, `Rule <ruleId>()`, listed in rules.cmake;
/// its texts are `rule.<id>.title|message|why|advice|doc` (resources/rules/<id>.yaml).
struct Rule {
    std::string_view id;
    std::string_view group;  ///< network, exposure, resilience, operations, cost, identity...
    Severity severity = Severity::Warning;
    Softening softening = Softening::Never;
    void (*check)(const Context&, Report&) = nullptr;  ///< pure, knows nothing of other rules
    Nature nature = Nature::Defect;
    /// Instead of `check`, for a rule about the findings themselves: sees what all others found.
    void (*review)(const Context&, const std::vector<Finding>&, Report&) = nullptr;
    std::vector<Parameter> parameters = {};

    /// The policy's value, or the usual one.
    std::int64_t parameter(const Context& context, std::string_view key) const;
};

}  // namespace lintel::model::lint
