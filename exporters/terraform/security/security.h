#pragma once

#include "exporters/terraform/configuration.h"

namespace lintel::exporters::terraform::security {

void mapSecurityGroup(Configuration& configuration, const model::Block& block);
void mapIamRole(Configuration& configuration, const model::Block& block);

/// `[aws_security_group.a.id]` of the block's groups; the VPC's default group applies when it names none.
hcl::Expression groupIds(const Design& design, const model::Block& block);

/// The instance profile for a machine: of its own role, or of one that only allows Session Manager.
std::string instanceProfile(Configuration& configuration, const model::Block& machine);

/// Do the rules let this connection through, so that nothing is left to build for it?
bool isAllowed(const Design& design, const model::Connection& connection);

}  // namespace lintel::exporters::terraform::security
