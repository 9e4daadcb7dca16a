#pragma once

#include "exporters/terraform/folder/folder_export.h"
#include "exporters/terraform/terraform_exporter.h"

namespace lintel::exporters::terraform::folder {

/// What exporting the design into the folder would do: with `moved` blocks for what an earlier export there called
/// otherwise. Touches nothing.
model::Result<Plan> planTerraform(const std::filesystem::path& folder, const model::Document& document,
                                  const model::catalogue::Catalogue& catalogue, const model::text::Messages& messages,
                                  model::text::Language language);

}  // namespace lintel::exporters::terraform::folder
