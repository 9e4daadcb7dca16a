#pragma once

#include "exporters/terraform/configuration.h"

namespace lintel::exporters::terraform {

/// README.md, and NOT-EXPORTED.md when anything is left to do by hand.
ExportedFiles documents(const Configuration& configuration, const model::Document& document);

}  // namespace lintel::exporters::terraform
