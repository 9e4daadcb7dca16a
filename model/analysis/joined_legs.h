#pragma once

#include "model/analysis/leg.h"

#include <vector>

namespace lintel::model::analysis {

void append(std::vector<Leg>& legs, std::vector<Leg> more);

/// Ways that are worth knowing: those that work, else those with the fewest blockers in the sense of sets.
std::vector<Leg> worthKnowing(std::vector<Leg> ways);

/// The first leg and then the second, through what stands between them.
Leg joined(const Leg& first, const std::vector<BlockId>& between, const Leg& second);

/// A network load balancer may leave its clients' addresses in place: where only those get on, the others do not count.
void keepClients(Leg& both, const Leg& first, const Leg& second, const AddressSet& own);

}  // namespace lintel::model::analysis
