#pragma once

#include "exporters/terraform/configuration.h"

#include <span>

namespace lintel::exporters::terraform::security {

void mapSecurityGroup(Configuration& configuration, const model::Block& block);
void mapIamRole(Configuration& configuration, const model::Block& block);

/// The drawn groups of a block, or those of what it belongs to: an Aurora instance has its cluster's.
std::vector<const model::Block*> drawnGroups(const Design& design, const model::Block& block);

/// `[aws_security_group.a.id]` of the block's groups. A block that has network interfaces and no group gets one of
/// its own, open for the connections drawn to it.
hcl::Expression groupIds(Configuration& configuration, const model::Block& block);

/// Writes the rules of one table row; rules from connections go the same way, so that all look alike.
void mapRuleRow(Configuration& configuration, const model::Block& subject, const std::string& group,
                const model::Value& row, bool inbound);
/// What lets everything out: Terraform takes away the rule that AWS gives a new group.
void allowAllOut(Configuration& configuration, const model::Block& subject, const std::string& group);
/// Inbound rows for the connections drawn to a member of a group that has no table.
model::Value::List drawnRules(Configuration& configuration, std::span<const model::Block* const> members);

/// Do the rules let this connection through, so that nothing is left to build for it?
bool isAllowed(const Design& design, const model::Connection& connection);

}  // namespace lintel::exporters::terraform::security
