#include "app/cli/command_set.h"
#include "app/cli/commands.h"
#include "app/cli/decision_records.h"
#include "app/cli/exit_code.h"
#include "app/cli/input.h"
#include "app/cli/output.h"
#include "app/cli/team_policy.h"
#include "model/io/writer.h"
#include "model/lint/decisions.h"
#include "model/lint/linter.h"

#include <cstdlib>
#include <ostream>

namespace lintel::app::cli {

namespace {

using model::lint::Finding;

struct WaiveOptions {
    std::string file;
    std::string fingerprint;
    model::lint::Decision decision;
    bool remove = false;
};

std::string userName()
{
    for (const char* variable : {"GIT_AUTHOR_NAME", "USER", "USERNAME"})
        if (const char* name = std::getenv(variable); name && *name) return name;
    return {};
}

/// The finding whose fingerprint begins so: enough of it that there is only one.
model::Result<Finding> findingOf(const std::vector<Finding>& findings, const std::string& beginning)
{
    const Finding* found = nullptr;
    for (const Finding& finding : findings) {
        if (!finding.fingerprint.starts_with(beginning)) continue;
        if (found) return model::makeError("cli.waive.several", {{"fingerprint", beginning}});
        found = &finding;
    }
    if (!found) return model::makeError("cli.waive.no-finding", {{"fingerprint", beginning}});
    return *found;
}

model::Result<model::edit::ChangeSet> changeFor(const WaiveOptions& options, const model::Document& document,
                                                const std::vector<Finding>& findings)
{
    if (options.remove && document.waivers.contains(model::WaiverId(options.fingerprint)))
        return model::lint::withdraw(document, model::WaiverId(options.fingerprint));
    const auto finding = findingOf(findings, options.fingerprint);
    if (!finding) return finding.error();
    if (!options.remove) return model::lint::decide(document, *finding, options.decision);
    if (finding->decision.isEmpty())
        return model::makeError("cli.waive.no-decision", {{"fingerprint", options.fingerprint}});
    return model::lint::withdraw(document, finding->decision);
}

int runWaive(WaiveOptions options, const Context& context)
{
    if (!options.remove && options.decision.reason.empty()) return context.fail("cli.waive.no-reason");
    if (!options.decision.until.empty() && !model::lint::isDate(options.decision.until))
        return context.fail("cli.waive.bad-date", {{"date", options.decision.until}});
    if (options.decision.by.empty()) options.decision.by = userName();
    const auto source = readInput(context, options.file);
    if (!source) return context.fail(source.error());
    auto circumstances = circumstancesFor(options.file, context.catalogue);
    if (!circumstances) return context.fail(circumstances.error());
    addRecords(*circumstances, source->document, options.file);
    const auto change = changeFor(options, source->document,
                                  model::lint::Linter::run(source->document, context.catalogue, *circumstances));
    if (!change) return context.fail(change.error());
    const auto after = model::edit::apply(source->document, *change);
    if (!after) return context.fail(after.error());
    const std::string text = model::io::write(*after, *source, context.catalogue);
    if (const auto written = writeOutput(context, options.file, text); !written) return context.fail(written.error());
    context.streams.err << context.messages.render(change->caption, context.language) << '\n';
    return kFine;
}

}  // namespace

void addWaiveCommand(CommandSet& commands)
{
    auto options = std::make_shared<WaiveOptions>();
    CLI::App& command = commands.add("waive", [options](Context& context) { return runWaive(*options, context); });
    command.add_option("file", options->file, commands.text("cli.waive.file"))->required();
    command.add_option("fingerprint", options->fingerprint, commands.text("cli.waive.fingerprint"))->required();
    command.add_option("--reason", options->decision.reason, commands.text("cli.waive.reason"));
    command.add_option("--by", options->decision.by, commands.text("cli.waive.by"));
    command.add_option("--until", options->decision.until, commands.text("cli.waive.until"));
    command.add_flag("--remove", options->remove, commands.text("cli.waive.remove"));
}

}  // namespace lintel::app::cli
