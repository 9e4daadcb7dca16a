#pragma once

#include "model/analysis/blocker.h"
#include "tests/model/analysis/simulation/world.h"

#include <string>
#include <vector>

namespace lintel::simulation {

/// One thing to change: what a blocker names, for the traffic that it stopped.
struct Opening {
    std::string code;
    std::string subject;
    std::vector<std::pair<Protocol, int>> traffic;
};

/// A set of blockers as things to change, one per place. Empty where no rule, route or address can be changed: no way
/// exists at all, or one table would have to lead to two places.
std::vector<Opening> openingsOf(const World& world, const std::vector<model::analysis::Blocker>& blockers);

/// The world with these things changed: rules let the traffic pass, addresses and routes are there. Where a route is
/// missing, one world for each target that its table may name.
std::vector<World> opening(const World& world, const std::vector<Opening>& openings);

std::string textOf(const std::vector<Opening>& openings);

}  // namespace lintel::simulation
