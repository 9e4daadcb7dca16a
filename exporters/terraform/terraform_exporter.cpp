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
    append(policyMappings());
    return all;
}

/// Resource names with the ids of the blocks that they are made of, which stay when the blocks are called otherwise.
class Keys {
public:
    explicit Keys(const Design& design) : m_design(design)
    {
        for (const model::Block& block : design.document().blocks) m_blocks[design.name(block)].push_back(&block);
    }

    /// The type, and the name with blocks' names as their ids: of `web_from_alb_443`, `@sg-web_from_@sg-alb_443`.
    std::string of(const std::string& type, const std::string& name, const model::BlockId& subject) const
    {
        std::string key = type + "|";
        for (std::size_t at = 0; at < name.size();) {
            const std::size_t end = longestAt(name, at);
            if (end > at) key += idOf(type, m_blocks.at(name.substr(at, end - at)), subject);
            const std::size_t next = end > at ? end : std::min(name.find('_', at), name.size());
            if (end == at) key += name.substr(at, next - at);
            if (next < name.size()) key += '_';
            at = next + 1;
        }
        return key;
    }

private:
    /// Which of the blocks of that name is meant: the subject, or one as rules of security groups or of routes name.
    std::string idOf(const std::string& type, const std::vector<const model::Block*>& blocks,
                     const model::BlockId& subject) const
    {
        const bool rule = type.find("security_group") != std::string::npos;
        std::string ids;
        for (const model::Block* block : blocks) {
            if (block->id == subject) return "*";
            if (m_design.isKind(*block, "security-group") == rule && !m_design.factFlag(*block, "software"))
                ids += "@" + block->id.text();
        }
        return ids;
    }

    /// Where the longest name of a block ends that begins here; `at` when none does. Names end where words end.
    std::size_t longestAt(const std::string& name, std::size_t at) const
    {
        for (std::size_t end = name.size(); end != std::string::npos && end > at; end = name.rfind('_', end - 1)) {
            if (m_blocks.count(name.substr(at, end - at)) > 0) return end;
            if (end == 0) break;
        }
        return at;
    }

    const Design& m_design;
    std::map<std::string, std::vector<const model::Block*>> m_blocks;
};

std::vector<ResourceRecord> recordsOf(const Configuration& configuration)
{
    const Keys keys(configuration.design());
    std::vector<ResourceRecord> records;
    for (std::size_t i = 0; i < kConcerns; ++i) {
        for (const Configuration::Part& part : configuration.parts(static_cast<Concern>(i))) {
            for (const Configuration::Part::Instance& instance : part.instances)
                records.push_back({part.code.address() + "[\"" + instance.zone + "\"]", instance.subject.text(),
                                   keys.of(part.code.labels().front(), instance.key, instance.subject)});
            if (part.code.type() == "resource" && part.instances.empty())
                records.push_back({part.code.address(), part.subject.text(),
                                   keys.of(part.code.labels().front(), part.code.labels().back(), part.subject)});
        }
    }
    return records;
}

std::vector<Overview::Part> partsOf(const Configuration& configuration)
{
    std::vector<Overview::Part> parts;
    for (std::size_t i = 0; i < kConcerns; ++i) {
        const auto concern = static_cast<Concern>(i);
        for (const Configuration::Part& part : configuration.parts(concern)) {
            std::set<std::string> blocks;
            if (!part.subject.isEmpty()) blocks.insert(part.subject.text());
            for (const Configuration::Part::Instance& instance : part.instances) blocks.insert(instance.subject.text());
            for (const model::BlockId& merged : part.merged) blocks.insert(merged.text());
            parts.push_back({pathOf(concern), part.code.render(), std::move(blocks), part.code.type() == "resource"});
        }
    }
    return parts;
}

ExportedFiles filesOf(const Configuration& configuration, const model::Document& document)
{
    ExportedFiles files = rootFiles(configuration);
    for (const ExportedFile& file : configuration.files()) files.push_back(file);
    for (ExportedFile& file : documents(configuration, document)) files.push_back(std::move(file));
    std::sort(files.begin(), files.end(), [](const ExportedFile& a, const ExportedFile& b) { return a.path < b.path; });
    return files;
}

/// Builds the configuration of a design, which lives as long as it is used.
template <class Use>
auto fromConfiguration(const model::Document& document, const model::catalogue::Catalogue& catalogue,
                       const model::text::Messages& messages, model::text::Language language,
                       const std::string& project, Use use)
{
    const Scope scope = scopeOf(document, catalogue);
    const Design design(scope.inside, catalogue, messages, language);
    Configuration configuration(design);
    configuration.setProject(project.empty() ? projectName(design) : project);
    for (const char* frame : {"account", "region", "availability-zone"}) {
        for (const model::Block* block : design.ofKind(frame)) configuration.markExported(*block);
    }
    for (const Mapping& mapping : allMappings()) {
        for (const model::Block* block : design.ofKind(mapping.kind)) mapping.map(configuration, *block);
    }
    integration::wireEvents(configuration);
    configuration.dropDangling();
    accountForTheRest(configuration, document, scope);
    return use(std::as_const(configuration));
}

}  // namespace

Export exportWithRecords(const model::Document& document, const model::catalogue::Catalogue& catalogue,
                         const model::text::Messages& messages, model::text::Language language,
                         const std::string& project)
{
    return fromConfiguration(document, catalogue, messages, language, project, [&](const Configuration& configuration) {
        return Export{filesOf(configuration, document), recordsOf(configuration), configuration.project()};
    });
}

Overview overviewOf(const model::Document& document, const model::catalogue::Catalogue& catalogue,
                    const model::text::Messages& messages, model::text::Language language)
{
    return fromConfiguration(document, catalogue, messages, language, {}, [&](const Configuration& configuration) {
        Overview overview{filesOf(configuration, document), partsOf(configuration), {}};
        for (const Configuration::LeftOut& left : configuration.leftOut())
            overview.leftOut.push_back({left.element, left.text});
        return overview;
    });
}

ExportedFiles exportTerraform(const model::Document& document, const model::catalogue::Catalogue& catalogue,
                              const model::text::Messages& messages, model::text::Language language)
{
    return exportWithRecords(document, catalogue, messages, language).files;
}

}  // namespace lintel::exporters::terraform
