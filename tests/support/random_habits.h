#pragma once

#include "model/edit/transaction.h"

#include <random>

namespace lintel::test {

/// Adds an account with a service whose way of scaling, delivery, identity and spending is settled at random, ids
/// starting with `h-`. Its network is sound, what is done in it is not. It keeps the containment rules.
void addRandomHabits(model::edit::Transaction& transaction, std::mt19937& random);

}  // namespace lintel::test
