#pragma once

#include "model/edit/transaction.h"

#include <random>

namespace lintel::test {

/// Adds a web service in a VPC of its own, ids starting with `w-`: an edge, load balancers, servers, data stores, a
/// cluster, endpoints and the office, sound in its frame and with settings good and bad at random. It keeps the
/// containment rules.
void addRandomService(model::edit::Transaction& transaction, std::mt19937& random);

}  // namespace lintel::test
