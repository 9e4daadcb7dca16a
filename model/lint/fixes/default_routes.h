#pragma once

#include "model/edit/transaction.h"
#include "model/lint/context.h"

#include <string>
#include <vector>

namespace lintel::model::lint::fixes {

/// Where some subnets of one VPC shall send what is for the internet.
struct DefaultRoute {
    std::vector<BlockId> subnets;
    BlockId target;            ///< in the draft
    std::string newTable;      ///< the id that a new route table would like
    std::string nameSuffix{};  ///< behind the old table's name; empty: the new table gets no name
};

/// Gives exactly these subnets the route 0.0.0.0/0. A route table that others share stays as it is: a copy of it takes
/// its place for the subnets, with its other routes and its gateway endpoints. Every subnet is named at most once.
void setDefaultRoutes(const Context& context, const std::vector<DefaultRoute>& wishes, edit::Transaction& transaction);

/// The rows of the table that lead somewhere, one per destination: what a copy of it takes over.
Value::List workingRoutes(const Context& context, const BlockId& table);

/// A new table with the working routes of `old`, as its gateway endpoints know it as well. Without a name.
BlockId copyRouteTable(const Context& context, const BlockId& old, const std::string& wish,
                       edit::Transaction& transaction);

/// True when something answers to the route 0.0.0.0/0 of the subnet.
bool hasDefaultRoute(const Context& context, const BlockId& subnet);

/// Some of what the internet cannot reach in the snapshot would be reached in `after`, or data would stand in a subnet
/// that has become public, or somebody there would lose the hope of NAT; new addresses count as well as new routes. A
/// fix that does this is not one to make unasked.
bool exposesMore(const Context& context, const Document& after);

}  // namespace lintel::model::lint::fixes
