#pragma once

#include "exporters/terraform/configuration.h"

namespace lintel::exporters::terraform {

/// After all mappings: what neither the code builds nor a mapping has excused yet goes to NOT-EXPORTED.md.
void accountForTheRest(Configuration& configuration);

}  // namespace lintel::exporters::terraform
