#include "exporters/terraform/terraform_exporter.h"

#include "exporters/terraform/configuration.h"
#include "exporters/terraform/coverage.h"
#include "exporters/terraform/documents.h"
#include "exporters/terraform/mappings.h"
#include "exporters/terraform/root_files.h"

#include <algorithm>

namespace lintel::exporters::terraform {

namespace {

/// In this order, so that a mapping finds exported what it refers to.
std::vector<Mapping> allMappings()
{
    std::vector<Mapping> all;
    const auto append = [&all](const std::vector<Mapping>& part) { all.insert(all.end(), part.begin(), part.end()); };
    append(networkMappings());
    append(securityMappings());
    append(computeMappings());
    append(dataMappings());
    append(edgeMappings());
    append(deliveryMappings());
    append(observabilityMappings());
    return all;
}

}  // namespace

ExportedFiles exportTerraform(const model::Document& document, const model::catalogue::Catalogue& catalogue,
                              const model::text::Messages& messages, model::text::Language language)
{
    const Design design(document, catalogue, messages, language);
    Configuration configuration(design);
    for (const char* frame : {"account", "region", "availability-zone"}) {
        for (const model::Block* block : design.ofKind(frame)) configuration.markExported(*block);
    }
    for (const Mapping& mapping : allMappings()) {
        for (const model::Block* block : design.ofKind(mapping.kind)) mapping.map(configuration, *block);
    }
    configuration.dropDangling();
    accountForTheRest(configuration);

    ExportedFiles files = rootFiles(configuration);
    for (const ExportedFile& file : configuration.files()) files.push_back(file);
    for (ExportedFile& file : documents(configuration)) files.push_back(std::move(file));
    std::sort(files.begin(), files.end(), [](const ExportedFile& a, const ExportedFile& b) { return a.path < b.path; });
    return files;
}

}  // namespace lintel::exporters::terraform
