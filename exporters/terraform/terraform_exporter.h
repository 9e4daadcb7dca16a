#pragma once

#include "exporters/exported_file.h"
#include "exporters/terraform/folder/manifest.h"
#include "model/catalogue/catalogue.h"
#include "model/document/document.h"
#include "model/text/language.h"
#include "model/text/messages.h"

namespace lintel::exporters::terraform {

/// The design as a Terraform root configuration: files by concern, formatted as `terraform fmt` does, and
/// NOT-EXPORTED.md, which names every block and connection that the code does not build. Deterministic.
struct Export {
    ExportedFiles files;
    std::vector<ResourceRecord> resources;  ///< in the order of the code
};

Export exportWithRecords(const model::Document& document, const model::catalogue::Catalogue& catalogue,
                         const model::text::Messages& messages, model::text::Language language);

/// The files alone.
ExportedFiles exportTerraform(const model::Document& document, const model::catalogue::Catalogue& catalogue,
                              const model::text::Messages& messages, model::text::Language language);

}  // namespace lintel::exporters::terraform
