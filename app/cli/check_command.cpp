#include "app/cli/automatic_fixes.h"
#include "app/cli/check_report.h"
#include "app/cli/command_set.h"
#include "app/cli/commands.h"
#include "app/cli/decision_records.h"
#include "app/cli/exit_code.h"
#include "app/cli/input.h"
#include "app/cli/output.h"
#include "app/cli/team_policy.h"
#include "model/io/reader.h"
#include "model/io/writer.h"
#include "model/lint/linter.h"

namespace lintel::app::cli {

namespace {

struct CheckOptions {
    std::vector<std::string> files;
    std::string format = "text";
    std::string failOn = "error";
    std::string profile;
    bool fix = false;
};

// Writes the fixed design and reads it back, so that the lines of what is left are those of the new text.
model::Result<model::io::SourceDocument> fixed(const Context& context, const std::string& path,
                                               model::io::SourceDocument source,
                                               const model::lint::Circumstances& circumstances)
{
    const FixedDocument result = applyAutomaticFixes(source.document, context.catalogue, circumstances);
    if (result.applied == 0) return source;
    std::string text = model::io::write(result.document, source, context.catalogue);
    if (const auto written = writeOutput(context, path, text); !written) return written.error();
    context.streams.err << context.text("cli.check.fixed", {{"file", path}, {"count", std::to_string(result.applied)}})
                        << '\n';
    return model::io::read(std::move(text), path, context.catalogue);
}

bool fails(const model::lint::FindingCounts& counts, const std::string& failOn)
{
    if (failOn == "never") return false;
    if (counts.errors > 0) return true;
    if (failOn == "error") return false;
    return counts.warnings > 0 || (failOn == "info" && counts.infos > 0);
}

int runCheck(const CheckOptions& options, const Context& context)
{
    std::vector<CheckedFile> checked;
    bool isUnusable = false;
    bool isFound = false;
    for (const std::string& path : options.files) {
        if (options.fix && path == "-") return context.fail("cli.check.fix-standard-input");
        auto source = readInput(context, path);
        auto circumstances = circumstancesFor(path, context.catalogue);
        if (circumstances && !options.profile.empty())
            circumstances->profile = model::lint::profileFrom(options.profile);
        if (source && circumstances) addRecords(*circumstances, source->document, path);
        if (source && circumstances && options.fix)
            source = fixed(context, path, std::move(source).value(), *circumstances);
        if (!source || !circumstances) {
            // The other files are still worth checking.
            context.fail(source ? circumstances.error() : source.error());
            isUnusable = true;
            continue;
        }
        CheckedFile file{path, std::move(source).value(), {}};
        file.findings = model::lint::Linter::run(file.source.document, context.catalogue, *circumstances);
        isFound = isFound || fails(countsOf(file.findings), options.failOn);
        checked.push_back(std::move(file));
    }
    if (options.format == "json")
        printAsJson(context, checked);
    else if (options.format == "sarif")
        printAsSarif(context, checked);
    else if (options.format == "github")
        printForGithub(context, checked);
    else
        printAsText(context, checked);
    if (isUnusable) return kUnusable;
    return isFound ? kFound : kFine;
}

}  // namespace

void addCheckCommand(CommandSet& commands)
{
    auto options = std::make_shared<CheckOptions>();
    CLI::App& command = commands.add("check", [options](Context& context) { return runCheck(*options, context); });
    command.add_option("files", options->files, commands.text("cli.check.files"))->required();
    allowOnly(*command.add_option("--format", options->format, commands.text("cli.option.format")),
              {"text", "json", "sarif", "github"});
    allowOnly(*command.add_option("--fail-on", options->failOn, commands.text("cli.check.fail-on")),
              {"error", "warning", "info", "never"});
    allowOnly(*command.add_option("--profile", options->profile, commands.text("cli.check.profile")),
              {"learning", "small", "production"});
    command.add_flag("--fix", options->fix, commands.text("cli.check.fix"));
}

}  // namespace lintel::app::cli
