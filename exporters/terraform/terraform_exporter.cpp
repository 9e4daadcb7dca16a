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

/// The type, and the name with a star for the block's own.
std::string keyOf(const Design& design, const Configuration::Part& part)
{
    std::string name = part.code.labels().back();
    const model::Block* subject = design.block(part.subject.text());
    const std::size_t at = subject ? name.find(design.name(*subject)) : std::string::npos;
    if (at != std::string::npos) name.replace(at, design.name(*subject).size(), "*");
    return part.code.labels().front() + "|" + name;
}

std::vector<ResourceRecord> recordsOf(const Configuration& configuration)
{
    std::vector<ResourceRecord> records;
    for (std::size_t i = 0; i < kConcerns; ++i) {
        for (const Configuration::Part& part : configuration.parts(static_cast<Concern>(i))) {
            if (part.code.type() == "resource") records.push_back({part.code.address(), part.subject.text(), keyOf(configuration.design(), part)});
        }
    }
    return records;
}

}  // namespace

Export exportWithRecords(const model::Document& document, const model::catalogue::Catalogue& catalogue,
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

    Export result{rootFiles(configuration), recordsOf(configuration)};
    ExportedFiles& files = result.files;
    for (const ExportedFile& file : configuration.files()) files.push_back(file);
    for (ExportedFile& file : documents(configuration, document)) files.push_back(std::move(file));
    std::sort(files.begin(), files.end(), [](const ExportedFile& a, const ExportedFile& b) { return a.path < b.path; });
    return result;
}

ExportedFiles exportTerraform(const model::Document& document, const model::catalogue::Catalogue& catalogue,
                              const model::text::Messages& messages, model::text::Language language)
{
    return exportWithRecords(document, catalogue, messages, language).files;
}

}  // namespace lintel::exporters::terraform
