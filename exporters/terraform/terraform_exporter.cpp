#include "exporters/terraform/terraform_exporter.h"

#include "exporters/terraform/configuration.h"
#include "exporters/terraform/coverage.h"
#include "exporters/terraform/documents.h"
#include "exporters/terraform/integration/integration.h"
#include "exporters/terraform/mappings.h"
#include "exporters/terraform/root_files.h"
#include "exporters/terraform/scope.h"

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
    append(integrationMappings());
    append(deliveryMappings());
    append(observabilityMappings());
    return all;
}

}  // namespace

ExportedFiles exportTerraform(const model::Document& document, const model::catalogue::Catalogue& catalogue,
                              const model::text::Messages& messages, model::text::Language language)
{
    const Scope scope = scopeOf(document, catalogue);
    const Design design(scope.inside, catalogue, messages, language);
    Configuration configuration(design);
    for (const char* frame : {"account", "region", "availability-zone"}) {
        for (const model::Block* block : design.ofKind(frame)) configuration.markExported(*block);
    }
    for (const Mapping& mapping : allMappings()) {
        for (const model::Block* block : design.ofKind(mapping.kind)) mapping.map(configuration, *block);
    }
    integration::wireEvents(configuration);
    configuration.dropDangling();
    accountForTheRest(configuration, document, scope);

    ExportedFiles files = rootFiles(configuration);
    for (const ExportedFile& file : configuration.files()) files.push_back(file);
    for (ExportedFile& file : documents(configuration, document)) files.push_back(std::move(file));
    std::sort(files.begin(), files.end(), [](const ExportedFile& a, const ExportedFile& b) { return a.path < b.path; });
    return files;
}

}  // namespace lintel::exporters::terraform
