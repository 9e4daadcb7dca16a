#pragma once

#include "exporters/terraform/configuration.h"

namespace lintel::exporters::terraform::compute {

void mapInstance(Configuration& configuration, const model::Block& block);

/// The current Amazon Linux image for the processor of an instance type, as an expression.
std::string machineImage(Configuration& configuration, const std::string& instanceType);

/// Adds the user data script of a machine, with a marked place for the software inside; gives the expression that
/// reads it.
std::string userData(Configuration& configuration, const model::Block& machine);

}  // namespace lintel::exporters::terraform::compute
