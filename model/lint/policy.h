#pragma once

#include "model/base/error.h"
#include "model/document/value.h"
#include "model/lint/finding.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lintel::model::lint {

/// What a team says about one rule.
struct RulePolicy {
    bool isOff = false;
    std::optional<Severity> severity;  ///< instead of the rule's own; profiles do not soften it
    std::map<std::string, std::int64_t, std::less<>> parameters;
};

/// Blocks by words of the policy, any of which is enough: an id or `name:` with `*` for any text, `kind:`, `role:` (of
/// the kind or the host), `tag:key=value`, `internet`. What a chosen container holds is chosen as well.
struct Selector {
    std::vector<std::string> words;
};

/// Something that must hold for the design whatever else is drawn.
struct Assertion {
    enum class Kind {
        OnlyFrom,      ///< nobody but `from` reaches `to`
        NoPath,        ///< `from` does not reach `to`
        MustTraverse,  ///< whoever comes from `from` to `to` passes `through`
    };
    std::string id;
    Kind kind = Kind::NoPath;
    Selector from;
    Selector to;
    Selector through;
    int port = 0;  ///< 0 = the ports that the target serves
    std::string protocol = "tcp";
    std::string reason;
    Severity severity = Severity::Error;
};

/// Names of blocks of some kinds follow a pattern.
struct NamePattern {
    std::string id;
    std::vector<std::string> kinds;
    std::string pattern;  ///< an ECMAScript regular expression that the whole name matches
    std::string reason;
    Severity severity = Severity::Warning;
};

/// Blocks of some kinds have properties, or tags as `tags.owner`.
struct RequiredProperties {
    std::string id;
    std::vector<std::string> kinds;
    std::vector<std::string> properties;
    std::string reason;
    Severity severity = Severity::Warning;
};

/// The file in which a decision was written down, as the caller found it: rules read no files.
enum class RecordState { InForce, Missing, Superseded };

/// What a team has decided, in files beside the design: `.lintel/policy.yaml` (doc/policy.md), read by io::readPolicy,
/// which has checked it, and the decision records that the design links to. A value.
struct Policy {
    std::string file;
    std::map<std::string, RulePolicy, std::less<>> rules;
    std::vector<std::string> regions;  ///< allowed ones; empty = all
    std::vector<Assertion> assertions;
    std::vector<NamePattern> names;
    std::vector<RequiredProperties> required;
    std::map<std::string, RecordState, std::less<>> records;  ///< by the path in the design; unknown ones are absent
};

}  // namespace lintel::model::lint
