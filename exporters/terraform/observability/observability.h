#pragma once

#include "exporters/terraform/configuration.h"

namespace lintel::exporters::terraform::observability {

void mapLogGroup(Configuration& configuration, const model::Block& block);
void mapAlarm(Configuration& configuration, const model::Block& block);

}  // namespace lintel::exporters::terraform::observability
