#pragma once

#include "exporters/terraform/configuration.h"

namespace lintel::exporters::terraform::delivery {

void mapBuild(Configuration& configuration, const model::Block& block);
void mapDeployment(Configuration& configuration, const model::Block& block);
void mapPipeline(Configuration& configuration, const model::Block& block);

}  // namespace lintel::exporters::terraform::delivery
