#pragma once

#include "model/lint/context.h"
#include "model/lint/policy.h"

#include <vector>

namespace lintel::model::lint {

/// Somebody reaches what the team says he must not.
struct Violation {
    BlockId target;
    std::vector<BlockId> sources;   ///< one of each kind of access; the empty id is the internet
    std::vector<std::string> path;  ///< of the first source
};

/// What breaks one assertion, by target. Answers from routes, gateways and firewalls like every rule.
std::vector<Violation> violationsOf(const Context& context, const Assertion& assertion);

}  // namespace lintel::model::lint
