#include "app/cli/command_set.h"
#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/policy_schema.h"
#include "app/cli/team_policy.h"
#include "model/io/policy_reader.h"

#include <ostream>

namespace lintel::app::cli {

namespace {

struct PolicyOptions {
    std::string file;
    bool isSchema = false;
};

int runPolicy(const PolicyOptions& options, const Context& context)
{
    if (options.isSchema) {
        print(context.streams.out, policySchema(context.catalogue));
        return kFine;
    }
    // A design is named as often as the policy itself: then it is about the policy that holds for the design.
    const bool isPolicy = options.file.ends_with("policy.yaml");
    const std::string path = isPolicy ? options.file : policyPathFor(options.file);
    if (path.empty()) {
        context.streams.out << context.text("cli.policy.none") << '\n';
        return kFine;
    }
    const auto policy = model::io::readPolicyFile(path, context.catalogue);
    if (!policy) return context.fail(policy.error());
    context.streams.out << path << ": "
                        << context.text("cli.policy.counts", {{"rules", std::to_string(policy->rules.size())},
                                                              {"assertions", std::to_string(policy->assertions.size())},
                                                              {"names", std::to_string(policy->names.size())},
                                                              {"required", std::to_string(policy->required.size())}})
                        << '\n';
    return kFine;
}

}  // namespace

void addPolicyCommand(CommandSet& commands)
{
    auto options = std::make_shared<PolicyOptions>();
    CLI::App& command = commands.add("policy", [options](Context& context) { return runPolicy(*options, context); });
    command.add_option("file", options->file, commands.text("cli.policy.file"));
    command.add_flag("--schema", options->isSchema, commands.text("cli.policy.schema"));
}

}  // namespace lintel::app::cli
