#pragma once

#include "exporters/terraform/configuration.h"
#include "exporters/terraform/scope.h"

namespace lintel::exporters::terraform {

/// After all mappings: what neither the code builds nor a mapping has excused yet goes to NOT-EXPORTED.md.
/// `document` is the whole design, with what lies outside the scope.
void accountForTheRest(Configuration& configuration, const model::Document& document, const Scope& scope);

}  // namespace lintel::exporters::terraform
