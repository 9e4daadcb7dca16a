#include "app/cli/block_argument.h"
#include "app/cli/command_set.h"
#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/input.h"
#include "app/cli/json.h"
#include "model/analysis/aftermath.h"
#include "model/analysis/failure_words.h"

#include <algorithm>
#include <optional>

namespace lintel::app::cli {

namespace {

using model::BlockId;
using model::ConnectionId;
using model::analysis::Availability;
using model::analysis::Fate;
using model::analysis::FlowFate;
using model::analysis::Loss;

struct FailOptions {
    std::string file;
    std::string zone;
    std::string block;
    std::string connection;
    std::string format = "text";
};

struct Failure {
    const model::Document& document;
    Loss loss;
    std::vector<FlowFate> fates;
    std::vector<model::analysis::Lack> lacks;
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

template <class Ids>
std::string namesOf(const model::Document& document, const Ids& ids)
{
    std::string text;
    for (const BlockId& id : ids) text += (text.empty() ? "" : ", ") + nameWithId(document, id.text());
    return text;
}

std::string connectionsOf(const std::vector<ConnectionId>& ids)
{
    std::string text;
    for (const ConnectionId& id : ids) text += (text.empty() ? "" : ", ") + id.text();
    return text;
}

template <class Ids>
Json idsOf(const Ids& ids)
{
    Json list = Json::array();
    for (const auto& id : ids) list.push_back(id.text());
    return list;
}

void printText(const Context& context, const Failure& failure)
{
    std::ostream& out = context.streams.out;
    for (const FlowFate& flow : failure.fates)
        out << context.text(model::analysis::failedItself(flow) ? "cli.fail.fails-itself"
                                                                : std::string("cli.fail.") + wordOf(flow.fate),
                            {{"name", namesOf(failure.document, flow.group.members)},
                             {"left", std::to_string(flow.capacityLeft)},
                             {"before", std::to_string(flow.capacityBefore)},
                             {"because", flow.because.empty() ? connectionsOf(flow.severed)
                                                              : namesOf(failure.document, flow.because)}})
            << '\n';
    if (failure.fates.empty()) out << context.text("cli.fail.no-people") << '\n';
    for (const model::analysis::Lack& lack : failure.lacks)
        out << context.text(std::string("cli.fail.lacks.") + model::analysis::wordOf(lack.what),
                            {{"names", namesOf(failure.document, lack.blocks)},
                             {"because", namesOf(failure.document, lack.because)}})
            << '\n';
    for (const auto& point : failure.singlePoints)
        out << context.text("cli.fail.single-point", {{"name", nameWithId(failure.document, point.block.text())},
                                                      {"others", namesOf(failure.document, point.cutsOff)}})
            << '\n';
}

void printJson(const Context& context, const FailOptions& options, const Failure& failure)
{
    Json flows = Json::array();
    for (const FlowFate& flow : failure.fates)
        flows.push_back({{"to", idsOf(flow.group.members)},
                         {"fate", wordOf(flow.fate)},
                         {"left", flow.left},
                         {"before", flow.before},
                         {"capacityLeft", flow.capacityLeft},
                         {"capacityBefore", flow.capacityBefore},
                         {"because", idsOf(flow.because)},
                         {"severed", idsOf(flow.severed)}});
    Json lacks = Json::array();
    for (const model::analysis::Lack& lack : failure.lacks)
        lacks.push_back({{"what", model::analysis::wordOf(lack.what)},
                         {"blocks", idsOf(lack.blocks)},
                         {"because", idsOf(lack.because)}});
    Json points = Json::array();
    for (const auto& point : failure.singlePoints)
        points.push_back({{"block", point.block.text()}, {"cutsOff", idsOf(point.cutsOff)}});
    Json failed = Json::object();
    if (!options.zone.empty()) failed["zone"] = options.zone;
    if (!options.block.empty()) failed["block"] = options.block;
    if (!options.connection.empty()) failed["connection"] = options.connection;
    print(context.streams.out, {{"version", 1},
                                {"failed", failed},
                                {"lost", idsOf(failure.loss.blocks)},
                                {"flows", flows},
                                {"lacks", lacks},
                                {"singlePoints", points}});
}

/// What the arguments name; `options` gets the id where they give a name.
model::Result<Loss> lossOf(FailOptions& options, const model::graph::ArchitectureGraph& graph,
                           const Availability& availability)
{
    const int said = !options.zone.empty() + !options.block.empty() + !options.connection.empty();
    if (said != 1) return model::makeError("cli.fail.what");
    if (!options.zone.empty()) {
        if (!model::analysis::drawnZones(graph).contains(options.zone))
            return model::makeError("cli.fail.unknown-zone", {{"zone", options.zone}});
        return availability.lossOfZone(options.zone);
    }
    if (!options.connection.empty()) {
        const ConnectionId connection(options.connection);
        if (!graph.connection(connection))
            return model::makeError("cli.fail.unknown-connection", {{"id", options.connection}});
        return availability.lossOfConnection(connection);
    }
    const auto block = blockNamed(graph.document(), options.block);
    if (!block) return block.error();
    options.block = block->text();
    return availability.lossOfBlock(*block);
}

int runFail(FailOptions options, const Context& context)
{
    const auto source = readInput(context, options.file);
    if (!source) return context.fail(source.error());
    const model::graph::ArchitectureGraph graph(source->document, context.catalogue);
    const Availability availability(graph);
    const auto loss = lossOf(options, graph, availability);
    if (!loss) return context.fail(loss.error());
    const std::vector<FlowFate> fates = availability.without(*loss);
    const model::analysis::Routes routes(graph);
    const Failure failure{source->document, *loss, fates, model::analysis::lacksAfter(graph, routes, *loss, fates),
                          availability.singlePoints()};
    if (options.format == "json")
        printJson(context, options, failure);
    else
        printText(context, failure);
    const bool dies = std::any_of(failure.fates.begin(), failure.fates.end(),
                                  [](const FlowFate& flow) { return flow.fate == Fate::Dies; });
    return dies ? kFound : kFine;
}

}  // namespace

void addFailCommand(CommandSet& commands)
{
    auto options = std::make_shared<FailOptions>();
    CLI::App& command = commands.add("fail", [options](Context& context) { return runFail(*options, context); });
    command.add_option("file", options->file, commands.text("cli.option.file"))->required();
    CLI::Option* zone = command.add_option("--zone", options->zone, commands.text("cli.fail.zone"));
    CLI::Option* block = command.add_option("--block", options->block, commands.text("cli.fail.block"))->excludes(zone);
    command.add_option("--connection", options->connection, commands.text("cli.fail.connection"))
        ->excludes(zone)
        ->excludes(block);
    allowOnly(*command.add_option("--format", options->format, commands.text("cli.option.format")), {"text", "json"});
}

}  // namespace lintel::app::cli
