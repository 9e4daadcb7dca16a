#pragma once

#include "app/settings/words.h"
#include "exporters/terraform/terraform_exporter.h"

namespace lintel::app::terraform {

/// How many files and resources, and how much is left to do by hand, in one line.
QString summaryOf(const exporters::terraform::Overview& overview, const settings::Words& words);

}  // namespace lintel::app::terraform
