#include "app/cli/command_set.h"
#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/input.h"
#include "app/cli/output.h"
#include "app/cli/process.h"
#include "model/edit/merge.h"
#include "model/edit/open_conflicts.h"
#include "model/io/reader.h"
#include "model/io/value_text.h"
#include "model/io/writer.h"

#include <filesystem>
#include <ostream>

namespace lintel::app::cli {

namespace {

using model::edit::ConflictType;
using model::edit::MergeConflict;
using model::io::SourceDocument;

struct MergeOptions {
    std::string base;
    std::string ours;
    std::string theirs;
    std::string output = "-";
    std::string label;  ///< how messages call the design, whose files may be temporary ones
};

const char* messageOf(ConflictType type)
{
    switch (type) {
        case ConflictType::BothChanged: return "cli.merge.both-changed";
        case ConflictType::DeletedHere: return "cli.merge.deleted-here";
        case ConflictType::DeletedThere: return "cli.merge.deleted-there";
        case ConflictType::BroughtBack: return "cli.merge.brought-back";
        case ConflictType::ContainerRefused: return "cli.merge.container-refused";
        case ConflictType::Everything: break;
    }
    return "cli.merge.everything";
}

void report(const Context& context, const std::string& file, const std::vector<MergeConflict>& conflicts)
{
    for (const MergeConflict& conflict : conflicts)
        context.streams.err << file << ": "
                            << context.text(messageOf(conflict.type),
                                            {{"id", conflict.id},
                                             {"field", conflict.field},
                                             {"ours", model::io::valueText(conflict.ours)},
                                             {"theirs", model::io::valueText(conflict.theirs)}})
                            << '\n';
}

// What git passes when both sides added the file.
bool isEmptyFile(const std::string& path)
{
    std::error_code problem;
    return path != "-" && std::filesystem::file_size(path, problem) == 0 && !problem;
}

// The lines of both sides, comments included, when merging them by lines says the same as merging by meaning.
std::optional<std::string> mergedByLines(const MergeOptions& options, const model::Document& merged,
                                         const Context& context)
{
    auto lines = outputOf({"git", "merge-file", "-p", "--quiet", options.ours, options.base, options.theirs});
    if (!lines) return std::nullopt;
    const auto read = model::io::read(*lines, options.ours, context.catalogue);
    if (!read || !(read->document == merged)) return std::nullopt;
    return lines;
}

std::string textOf(const model::Document& merged, const MergeOptions& options, const SourceDocument& ours,
                   const SourceDocument& theirs, const Context& context)
{
    if (merged == theirs.document && !(merged == ours.document)) return theirs.text;
    if (auto lines = mergedByLines(options, merged, context)) return *lines;
    return model::io::write(merged, ours, context.catalogue);
}

int runMerge(const MergeOptions& options, const Context& context)
{
    model::Result<SourceDocument> base = SourceDocument();
    if (!isEmptyFile(options.base)) base = readInput(context, options.base);
    if (!base) return context.fail(base.error());
    const auto ours = readInput(context, options.ours);
    if (!ours) return context.fail(ours.error());
    const auto theirs = readInput(context, options.theirs);
    if (!theirs) return context.fail(theirs.error());

    const auto result = model::edit::merge(base->document, ours->document, theirs->document, context.catalogue);
    // What is undecided stays in the file, where the editor offers the choice.
    const model::Document merged = model::edit::withConflicts(result.document, result.conflicts);
    const auto written = writeOutput(context, options.output, textOf(merged, options, *ours, *theirs, context));
    if (!written) return context.fail(written.error());
    report(context, options.label.empty() ? options.ours : options.label, result.conflicts);
    return result.conflicts.empty() ? kFine : kFound;
}

}  // namespace

void addMergeCommand(CommandSet& commands)
{
    auto options = std::make_shared<MergeOptions>();
    CLI::App& command = commands.add("merge", [options](Context& context) { return runMerge(*options, context); });
    command.add_option("base", options->base, commands.text("cli.merge.base"))->required();
    command.add_option("ours", options->ours, commands.text("cli.merge.ours"))->required();
    command.add_option("theirs", options->theirs, commands.text("cli.merge.theirs"))->required();
    command.add_option("-o,--output", options->output, commands.text("cli.merge.output"));
    command.add_option("--label", options->label, commands.text("cli.merge.label"));
}

}  // namespace lintel::app::cli
