#include "app/cli/block_argument.h"
#include "app/cli/command_set.h"
#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/input.h"
#include "app/cli/json.h"
#include "model/analysis/availability.h"

#include <algorithm>
#include <optional>

namespace lintel::app::cli {

namespace {

using model::BlockId;
using model::analysis::Availability;
using model::analysis::Fate;
using model::analysis::FlowFate;

struct FailOptions {
    std::string file;
    std::string zone;
    std::string block;
    std::string format = "text";
};

struct Failure {
    const model::Document& document;
    std::set<BlockId> lost;
    std::vector<FlowFate> fates;
    std::vector<model::analysis::SinglePoint> singlePoints;
};

const char* wordOf(Fate fate)
{
    switch (fate) {
    case Fate::Dies: return "dies";
    case Fate::Degrades: return "degrades";
    case Fate::Survives: break;
    }
    return "survives";
}

/// It failed; nothing cut it off.
bool isItsOwnFault(const FlowFate& flow)
{
    const auto& members = flow.group.members;
    return flow.fate == Fate::Dies && std::includes(members.begin(), members.end(), flow.because.begin(), flow.because.end());
}

template <class Ids>
std::string namesOf(const model::Document& document, const Ids& ids)
{
    std::string text;
    for (const BlockId& id : ids) text += (text.empty() ? "" : ", ") + nameWithId(document, id.text());
    return text;
}

template <class Ids>
Json idsOf(const Ids& ids)
{
    Json list = Json::array();
    for (const BlockId& id : ids) list.push_back(id.text());
    return list;
}

void printText(const Context& context, const Failure& failure)
{
    std::ostream& out = context.streams.out;
    for (const FlowFate& flow : failure.fates)
        out << context.text(isItsOwnFault(flow) ? "cli.fail.fails-itself" : std::string("cli.fail.") + wordOf(flow.fate),
                            {{"name", namesOf(failure.document, flow.group.members)},
                             {"left", std::to_string(flow.left)},
                             {"before", std::to_string(flow.before)},
                             {"because", namesOf(failure.document, flow.because)}})
            << '\n';
    if (failure.fates.empty()) out << context.text("cli.fail.no-people") << '\n';
    for (const auto& point : failure.singlePoints)
        out << context.text("cli.fail.single-point", {{"name", nameWithId(failure.document, point.block.text())},
                                                      {"others", namesOf(failure.document, point.cutsOff)}})
            << '\n';
}

void printJson(const Context& context, const FailOptions& options, const Failure& failure)
{
    Json flows = Json::array();
    for (const FlowFate& flow : failure.fates)
        flows.push_back({{"to", idsOf(flow.group.members)}, {"fate", wordOf(flow.fate)}, {"left", flow.left},
                         {"before", flow.before}, {"because", idsOf(flow.because)}});
    Json points = Json::array();
    for (const auto& point : failure.singlePoints) points.push_back({{"block", point.block.text()}, {"cutsOff", idsOf(point.cutsOff)}});
    const Json failed = options.zone.empty() ? Json{{"block", options.block}} : Json{{"zone", options.zone}};
    print(context.streams.out, {{"version", 1}, {"failed", failed}, {"lost", idsOf(failure.lost)}, {"flows", flows}, {"singlePoints", points}});
}

/// Where something is drawn at all; empty otherwise.
std::set<std::string> zonesOf(const model::graph::ArchitectureGraph& graph)
{
    std::set<std::string> zones;
    for (const BlockId& subnet : graph.blocksOfKind("subnet"))
        if (std::string zone = graph.zoneOf(subnet); !zone.empty()) zones.insert(std::move(zone));
    return zones;
}

int runFail(FailOptions options, const Context& context)
{
    if (options.zone.empty() == options.block.empty()) return context.fail("cli.fail.what");
    const auto source = readInput(context, options.file);
    if (!source) return context.fail(source.error());
    const model::graph::ArchitectureGraph graph(source->document, context.catalogue);
    const Availability availability(graph);
    Failure failure{source->document, {}, {}, availability.singlePoints()};
    if (!options.zone.empty()) {
        if (!zonesOf(graph).contains(options.zone)) return context.fail("cli.fail.unknown-zone", {{"zone", options.zone}});
        failure.lost = availability.lostWithZone(options.zone);
    } else {
        const auto block = blockNamed(source->document, options.block);
        if (!block) return context.fail(block.error());
        options.block = block->text();
        failure.lost = availability.lostWithBlock(*block);
    }
    failure.fates = availability.without(failure.lost);
    if (options.format == "json") printJson(context, options, failure);
    else printText(context, failure);
    const bool dies = std::any_of(failure.fates.begin(), failure.fates.end(), [](const FlowFate& flow) { return flow.fate == Fate::Dies; });
    return dies ? kFound : kFine;
}

}  // namespace

void addFailCommand(CommandSet& commands)
{
    auto options = std::make_shared<FailOptions>();
    CLI::App& command = commands.add("fail", [options](Context& context) { return runFail(*options, context); });
    command.add_option("file", options->file, commands.text("cli.option.file"))->required();
    CLI::Option* zone = command.add_option("--zone", options->zone, commands.text("cli.fail.zone"));
    command.add_option("--block", options->block, commands.text("cli.fail.block"))->excludes(zone);
    allowOnly(*command.add_option("--format", options->format, commands.text("cli.option.format")), {"text", "json"});
}

}  // namespace lintel::app::cli
