#include "app/cli/command_set.h"
#include "app/cli/commands.h"
#include "app/cli/diff_report.h"
#include "app/cli/exit_code.h"
#include "app/cli/input.h"
#include "app/cli/output.h"
#include "app/cli/process.h"

#include <filesystem>
#include <fstream>
#include <istream>
#include <iterator>
#include <ostream>

namespace lintel::app::cli {

namespace {

namespace fs = std::filesystem;

constexpr const char* kAttributes = "*.lintel.yaml diff=lintel merge=lintel";

struct GitOptions {
    std::string action;
    std::vector<std::string> arguments;  ///< of `diff`: as git passes them to an external diff program
    bool undo = false;
    bool yes = false;
};

struct Setting {
    std::string key;
    std::string value;
};

std::vector<Setting> settings()
{
    const std::string program = shellQuoted(ownPath());
    return {{"merge.lintel.name", "Lintel designs, merged on meaning"},
            {"merge.lintel.driver", program + " merge %O %A %B -o %A --label %P"},
            {"diff.lintel.command", program + " git diff"}};
}

std::optional<fs::path> repository()
{
    auto top = outputOf({"git", "rev-parse", "--show-toplevel"});
    if (!top) return std::nullopt;
    while (!top->empty() && top->back() == '\n') top->pop_back();
    return fs::path(*top);
}

std::string textOf(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string withoutOurLine(const std::string& attributes)
{
    const std::string line = std::string(kAttributes) + "\n";
    std::string rest = attributes;
    if (const auto at = rest.find(line); at != std::string::npos && (at == 0 || rest[at - 1] == '\n'))
        rest.erase(at, line.size());
    return rest;
}

std::string withOurLine(std::string attributes)
{
    if (withoutOurLine(attributes) != attributes) return attributes;
    if (!attributes.empty() && attributes.back() != '\n') attributes += '\n';
    return attributes + kAttributes + "\n";
}

bool isAgreed(const Context& context, const GitOptions& options, const fs::path& top)
{
    context.streams.err << context.text(options.undo ? "cli.git.will-undo" : "cli.git.will-set-up",
                                        {{"folder", top.string()}})
                        << '\n';
    for (const Setting& setting : settings())
        context.streams.err << "  .git/config: " << setting.key << " = " << setting.value << '\n';
    context.streams.err << "  .gitattributes: " << kAttributes << '\n';
    if (options.yes) return true;
    context.streams.err << context.text("cli.git.go-on") << ' ' << std::flush;
    std::string answer;
    std::getline(context.streams.in, answer);
    return !answer.empty() && (answer[0] == 'y' || answer[0] == 'Y');
}

bool configure(bool undo)
{
    if (undo) {
        // Sections that are not there are as good as removed.
        for (const char* section : {"merge.lintel", "diff.lintel"})
            outputOf({"git", "config", "--local", "--remove-section", section});
        return true;
    }
    for (const Setting& setting : settings())
        if (!outputOf({"git", "config", "--local", setting.key, setting.value})) return false;
    return true;
}

int runSetup(const GitOptions& options, const Context& context)
{
    const auto top = repository();
    if (!top) return context.fail("cli.git.no-repository");
    if (!isAgreed(context, options, *top)) {
        context.streams.err << context.text("cli.git.nothing-done") << '\n';
        return kFine;
    }
    if (!configure(options.undo)) return context.fail("cli.git.config-failed");
    const fs::path file = *top / ".gitattributes";
    const std::string before = textOf(file);
    const std::string after = options.undo ? withoutOurLine(before) : withOurLine(before);
    std::error_code ignored;
    if (after.empty()) {
        fs::remove(file, ignored);
    } else if (after != before) {
        if (const auto written = writeOutput(context, file.string(), after); !written)
            return context.fail(written.error());
    }
    context.streams.err << context.text(options.undo ? "cli.git.undone" : "cli.git.done") << '\n';
    return kFine;
}

// A side that does not exist is an empty design.
model::Result<model::Document> sideOf(const Context& context, const std::string& file)
{
    if (file == "/dev/null") return model::Document{};
    auto source = readInput(context, file);
    if (!source) return source.error();
    return std::move(source->document);
}

// path old-file old-hex old-mode new-file new-hex new-mode. Git takes any exit code but 0 for a crash.
int runDiffDriver(const GitOptions& options, const Context& context)
{
    if (options.arguments.size() < 7) return kFine;
    const std::string& path = options.arguments[0];
    const auto before = sideOf(context, options.arguments[1]);
    const auto after = sideOf(context, options.arguments[4]);
    for (const auto* side : {&before, &after})
        if (!*side) {
            context.streams.out << path << ": " << context.messages.render(side->error(), context.language) << '\n';
            return kFine;
        }
    const DiffReport report{"a/" + path, "b/" + path, *before, *after,
                            model::review::differenceBetween(*before, *after, context.catalogue)};
    printDiffAsText(context, report);
    context.streams.out << '\n';
    return kFine;
}

int runGit(const GitOptions& options, const Context& context)
{
    return options.action == "diff" ? runDiffDriver(options, context) : runSetup(options, context);
}

}  // namespace

void addGitCommand(CommandSet& commands)
{
    auto options = std::make_shared<GitOptions>();
    CLI::App& command = commands.add("git", [options](Context& context) { return runGit(*options, context); });
    allowOnly(*command.add_option("action", options->action, commands.text("cli.git.action"))->required(),
              {"setup", "diff"});
    command.add_option("arguments", options->arguments, commands.text("cli.git.arguments"));
    command.add_flag("--undo", options->undo, commands.text("cli.git.undo"));
    command.add_flag("-y,--yes", options->yes, commands.text("cli.git.yes"));
}

}  // namespace lintel::app::cli
