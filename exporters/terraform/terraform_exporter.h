#pragma once

#include "exporters/exported_file.h"
#include "model/catalogue/catalogue.h"
#include "model/document/document.h"
#include "model/text/language.h"
#include "model/text/messages.h"

namespace lintel::exporters::terraform {

/// The design as a Terraform root configuration: files by concern, formatted as `terraform fmt` does, and
/// NOT-EXPORTED.md, which names every block and connection that the code does not build. Deterministic.
ExportedFiles exportTerraform(const model::Document& document, const model::catalogue::Catalogue& catalogue,
                              const model::text::Messages& messages, model::text::Language language);

}  // namespace lintel::exporters::terraform
