#include "exporters/terraform/root_files.h"

#include "exporters/terraform/hcl/aligned_lines.h"
#include "exporters/terraform/names.h"

#include <algorithm>

namespace lintel::exporters::terraform {

using hcl::Expression;

namespace {

constexpr std::size_t kLongestProject = 16;

ExportedFile file(const Configuration& configuration, std::string path, const std::vector<hcl::Block>& blocks)
{
    std::string bytes = "# " + configuration.design().message("comment.generated") + "\n";
    for (const hcl::Block& block : blocks) bytes += "\n" + block.render();
    return {std::move(path), std::move(bytes)};
}

/// The description without its quotes; ours never holds any.
std::string commentOf(const hcl::Block& variable)
{
    const std::string text = variable.value("description");
    return text.size() < 2 ? text : text.substr(1, text.size() - 2);
}

std::string environmentOf(const Design& design)
{
    const std::string& environment = design.document().settings().environment;
    for (const char* known : {"development", "test", "staging", "production"}) {
        if (environment == known) return environment;
    }
    return "production";
}

hcl::Block versions(const Configuration& configuration)
{
    return hcl::Block("terraform")
        .set("required_version", ">= " + leastVersion(configuration))
        .add(hcl::Block("required_providers")
                 .set("aws", Expression::object({{"source", Expression::text("hashicorp/aws")},
                                                 {"version", Expression::text("~> 6.0")}})));
}

hcl::Block provider(const std::string& alias, const std::string& region)
{
    hcl::Block block("provider", {"aws"});
    if (!alias.empty()) block.set("alias", alias);
    block.refer("region", region);
    return block.add(hcl::Block("default_tags").refer("tags", "local.tags"));
}

hcl::Block variable(const std::string& name, const std::string& description, const std::string& value,
                    const std::string& condition, const std::string& error)
{
    return hcl::Block("variable", {name})
        .set("description", description)
        .refer("type", "string")
        .set("default", value)
        .add(hcl::Block("validation").refer("condition", condition).set("error_message", error));
}

/// `local.zones`, as code below two spaces.
std::string zonesByLetter(const Configuration& configuration)
{
    const std::vector<std::string> letters(configuration.zones().begin(), configuration.zones().end());
    const std::string names = "data.aws_availability_zones.available.names";
    return "{\n    for index, letter in " + Expression::texts(letters).render(4) +
           " : letter => try(\n      [for name in " + names + " : name if endswith(name, letter)][0],\n      element(" +
           names + ", index)\n    )\n  }";
}

std::vector<hcl::Block> locals(const Configuration& configuration)
{
    hcl::Block block("locals");
    block.refer("name_prefix", "\"${var.project}-${var.environment}\"");
    if (configuration.needsShortPrefix()) {
        block.set("short_environment", Expression::raw("{ development = \"dev\", test = \"test\", staging = \"stg\", "
                                                       "production = \"prod\" }[var.environment]"));
        // AWS keeps names that begin with `internal-` for itself.
        block.refer("short_prefix",
                    "\"${trimsuffix(substr(replace(var.project, \"internal\", \"int\"), 0, 8), "
                    "\"-\")}-${local.short_environment}\"");
    }
    block.set("tags", Expression::object({{"Project", Expression::raw("var.project")},
                                          {"Environment", Expression::raw("var.environment")},
                                          {"ManagedBy", Expression::text("terraform")}}));
    if (configuration.zones().empty()) return {block};
    block.set("zones", Expression::raw(zonesByLetter(configuration)));
    hcl::Block data = hcl::Block::data("aws_availability_zones", "available");
    data.comment(configuration.design().message("comment.zones"));
    data.set("state", "available")
        .add(hcl::Block("filter")
                 .set("name", "opt-in-status")
                 .set("values", Expression::texts({"opt-in-not-required"})));
    return {data, block};
}

/// What has a default as it is, what must be given by hand as a comment to complete.
std::string example(const Configuration& configuration)
{
    std::string text = "# " + configuration.design().message("comment.tfvars") + "\n";
    hcl::AlignedLines lines(0);
    std::string wanted;
    for (const hcl::Block& variable : variables(configuration)) {
        const std::string& name = variable.labels().front();
        const std::string value = variable.value("default");
        if (!value.empty())
            lines.add(name, value);
        else if (variable.value("ephemeral").empty())
            wanted += "\n# " + commentOf(variable) + "\n# " + name + " = \"\"\n";
        else
            wanted +=
                "\n# " + configuration.design().message("comment.secret-input", {{"name", "TF_VAR_" + name}}) + "\n";
    }
    return text + lines.take() + wanted;
}

}  // namespace

std::vector<hcl::Block> variables(const Configuration& configuration)
{
    const Design& design = configuration.design();
    std::vector<hcl::Block> blocks;
    blocks.push_back(variable("region", design.message("variable.region"), design.region(),
                              "can(regex(\"^[a-z]{2}(-[a-z]+)+-[0-9]$\", var.region))",
                              design.message("variable.region-error")));
    blocks.push_back(variable("project", design.message("variable.project"), configuration.project(),
                              "can(regex(\"^[a-z][a-z0-9-]{0,15}$\", var.project))",
                              design.message("variable.project-error")));
    blocks.push_back(variable("environment", design.message("variable.environment"), environmentOf(design),
                              "contains([\"development\", \"test\", \"staging\", \"production\"], var.environment)",
                              design.message("variable.environment-error")));
    for (const auto& [name, block] : configuration.variables()) blocks.push_back(block);
    return blocks;
}

std::string projectName(const Design& design)
{
    std::string name = slug(design.document().settings().title, '-');
    for (const model::Block* zone : design.ofKind("route53-zone")) {
        const std::string domain = design.text(*zone, "domain");
        if (name.empty()) name = slug(domain.substr(0, domain.find('.')), '-');
    }
    for (const model::Block* vpc : design.ofKind("vpc")) {
        if (name.empty()) name = slug(vpc->name, '-');
    }
    if (name.ends_with("-vpc") && name.size() > 4) name.resize(name.size() - 4);
    // The environment follows in every name.
    for (const char* environment : {"prod", "production", "dev", "development", "stage", "staging", "test"}) {
        if (name == environment) name.clear();
    }
    name = name.substr(0, kLongestProject);
    while (!name.empty() && name.back() == '-') name.pop_back();
    return name.empty() || (name[0] >= '0' && name[0] <= '9') ? "app" : name;
}

const char* pathOf(Concern concern)
{
    constexpr std::array<const char*, kConcerns> kPaths{"network.tf",  "security.tf",     "compute.tf",
                                                        "data.tf",     "integration.tf",  "edge.tf",
                                                        "delivery.tf", "observability.tf"};
    return kPaths[static_cast<std::size_t>(concern)];
}

std::string leastVersion(const Configuration& configuration)
{
    const bool writesOnly = std::any_of(configuration.variables().begin(), configuration.variables().end(),
                                        [](const auto& entry) { return !entry.second.value("ephemeral").empty(); });
    return writesOnly ? "1.11" : "1.6";
}

ExportedFiles rootFiles(const Configuration& configuration)
{
    ExportedFiles files;
    files.push_back(file(configuration, "versions.tf", {versions(configuration)}));
    std::vector<hcl::Block> providers{provider("", "var.region")};
    if (configuration.needsUsEast1()) {
        providers.push_back(provider("us_east_1", "\"us-east-1\""));
        providers.back().comment(configuration.design().message("comment.us-east-1"));
    }
    files.push_back(file(configuration, "providers.tf", providers));
    files.push_back(file(configuration, "variables.tf", variables(configuration)));
    files.push_back(file(configuration, "locals.tf", locals(configuration)));
    for (std::size_t i = 0; i < kConcerns; ++i) {
        // What is looked up for many stands before what is built.
        std::vector<hcl::Block> blocks;
        std::vector<hcl::Block> built;
        for (const Configuration::Part& part : configuration.parts(static_cast<Concern>(i))) {
            const bool lookedUp = part.subject.isEmpty() && part.code.type() == "data" &&
                                  part.code.labels().front() != "aws_iam_policy_document";
            (lookedUp ? blocks : built).push_back(part.code);
        }
        blocks.insert(blocks.end(), built.begin(), built.end());
        if (!blocks.empty()) files.push_back(file(configuration, pathOf(static_cast<Concern>(i)), blocks));
    }
    std::vector<hcl::Block> outputs;
    for (const auto& [name, block] : configuration.outputs()) outputs.push_back(block);
    if (!outputs.empty()) files.push_back(file(configuration, "outputs.tf", outputs));
    files.push_back({"terraform.tfvars.example", example(configuration)});
    files.push_back({".gitignore", ".terraform/\n*.tfstate\n*.tfstate.*\n*.tfplan\n*.tfvars\n"});
    return files;
}

}  // namespace lintel::exporters::terraform
