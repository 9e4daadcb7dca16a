#pragma once

#include "model/edit/transaction.h"
#include "model/lint/context.h"

#include <string>
#include <vector>

namespace lintel::model::lint::fixes {

/// What a security group rule may name as the other end, so that it admits just this block: its security group where
/// the rule can see it (same or peered VPC), else its addresses. CloudFront is its prefix list. Empty when its
/// addresses are not drawn; 0.0.0.0/0 stands for somebody on the internet.
std::vector<std::string> otherEndsOf(const Context& context, const BlockId& peer, const BlockId& vpc);

/// The one of `groups` that guards the fewest blocks: a rule added there admits the least.
BlockId narrowestGroup(const Context& context, const std::vector<BlockId>& groups);

/// Adds one rule per other end. Rows are written as people would write them.
void addRule(const BlockId& group, analysis::Direction direction, std::string_view protocol,
             const analysis::PortSet& ports, const std::vector<std::string>& otherEnds, edit::Transaction& transaction);

/// Takes the TCP ports out of every inbound rule of the groups that is open to the internet, and lets in instead
/// who is drawn to use them, and `instead`.
void closeToInternet(const Context& context, const std::vector<BlockId>& groups, const analysis::PortSet& ports,
                     const std::vector<std::string>& instead, edit::Transaction& transaction);

/// Is somebody on the internet drawn talking on these ports to what the groups guard? Then closing them takes
/// something away that is wanted.
bool isWantedFromInternet(const Context& context, const std::vector<BlockId>& groups, const analysis::PortSet& ports);

}  // namespace lintel::model::lint::fixes
