#include "app/cli/block_argument.h"
#include "app/cli/command_set.h"
#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/input.h"
#include "app/cli/json.h"
#include "model/analysis/reachability.h"
#include "model/analysis/service_port.h"

#include <algorithm>

namespace lintel::app::cli {

namespace {

using model::BlockId;
using model::analysis::Query;
using model::analysis::Reach;

struct ReachOptions {
    std::string file;
    std::string from;
    std::string to;
    int port = -1;
    std::string protocol = "tcp";
    bool ipv6 = false;
    std::string format = "text";
};

struct Answer {
    Query query;
    Reach reach;
};

struct Question {
    const model::Document& document;
    BlockId from;  ///< empty = the internet at large
    BlockId to;
};

/// The word `internet` stands for everybody, unless a block is called that; then it means the same.
model::Result<BlockId> senderNamed(const model::Document& document, const std::string& argument)
{
    if (argument == "internet" && !document.blocks.contains(BlockId(argument))) return BlockId();
    return blockNamed(document, argument);
}

bool isRestricted(const Question& question, const Reach& reach)
{
    return question.from.isEmpty() && reach.reachable && !reach.sources.isInternetWide();
}

std::string portText(const Query& query)
{
    std::string protocol = query.protocol;
    std::transform(protocol.begin(), protocol.end(), protocol.begin(),
                   [](char c) { return static_cast<char>(c - 'a' + 'A'); });
    if (query.protocol != "icmp") protocol += " " + std::to_string(query.port);
    return query.family == model::analysis::Family::Ipv6 ? protocol + " (IPv6)" : protocol;
}

std::string rangesText(const Reach& reach)
{
    std::string text;
    for (const model::analysis::AddressRange& range : reach.sources.ranges())
        text += (text.empty() ? "" : ", ") + range.text();
    return text;
}

void printText(const Context& context, const Question& question, const std::vector<Answer>& answers)
{
    std::ostream& out = context.streams.out;
    const std::string from = question.from.isEmpty() ? context.text("cli.reach.internet")
                                                     : nameWithId(question.document, question.from.text());
    for (const Answer& answer : answers) {
        out << context.text(answer.reach.reachable ? "cli.reach.yes" : "cli.reach.no",
                            {{"from", from},
                             {"to", nameWithId(question.document, question.to.text())},
                             {"port", portText(answer.query)}})
            << '\n';
        std::string path;
        for (const std::string& id : answer.reach.path) path += (path.empty() ? "" : " \u2192 ") + id;
        if (answer.reach.reachable) out << "  " << context.text("cli.reach.path", {{"path", path}}) << '\n';
        if (isRestricted(question, answer.reach))
            out << "  " << context.text("cli.reach.only-from", {{"ranges", rangesText(answer.reach)}}) << '\n';
        const auto& ways = answer.reach.blockers;
        for (std::size_t way = 0; way < ways.size(); ++way) {
            if (ways.size() > 1)
                out << "  " << context.text("cli.reach.way", {{"number", std::to_string(way + 1)}}) << '\n';
            for (const model::analysis::Blocker& blocker : ways[way]) {
                out << "  - " << context.messages.render(blocker.message, context.language);
                if (!blocker.subject.empty()) out << " [" << blocker.subject << "]";
                out << '\n';
            }
        }
    }
}

void printJson(const Context& context, const Question& question, const std::vector<Answer>& answers)
{
    Json list = Json::array();
    for (const Answer& answer : answers) {
        Json blockers = Json::array();
        for (const auto& way : answer.reach.blockers) {
            Json reasons = Json::array();
            for (const model::analysis::Blocker& blocker : way)
                reasons.push_back({{"code", blocker.code},
                                   {"subject", blocker.subject},
                                   {"message", context.messages.render(blocker.message, context.language)}});
            blockers.push_back(std::move(reasons));
        }
        Json sources = Json::array();
        if (isRestricted(question, answer.reach))
            for (const model::analysis::AddressRange& range : answer.reach.sources.ranges())
                sources.push_back(range.text());
        const bool isSixth = answer.query.family == model::analysis::Family::Ipv6;
        list.push_back({{"protocol", answer.query.protocol},
                        {"family", isSixth ? "ipv6" : "ipv4"},
                        {"port", answer.query.port},
                        {"reachable", answer.reach.reachable},
                        {"path", answer.reach.path},
                        {"onlyFrom", sources},
                        {"blockers", blockers}});
    }
    print(context.streams.out, {{"version", 1},
                                {"from", question.from.isEmpty() ? "internet" : question.from.text()},
                                {"to", question.to.text()},
                                {"answers", list}});
}

/// The ports asked about: the one said, else each that the receiver is drawn serving.
std::vector<Query> queriesOf(const ReachOptions& options, const model::graph::ArchitectureGraph& graph,
                             const BlockId& to)
{
    if (options.protocol == "icmp") return {{"icmp", 0}};
    if (options.port >= 0) return {{options.protocol, options.port}};
    std::vector<Query> queries;
    const model::analysis::PortSet ports = model::analysis::servicePorts(graph, to);
    for (const auto& interval : ports.intervals()) {
        // A range stands for one service; its ends tell whether a rule covers it.
        queries.push_back({options.protocol, interval.first});
        if (interval.last != interval.first) queries.push_back({options.protocol, interval.last});
    }
    return queries;
}

int runReach(const ReachOptions& options, const Context& context)
{
    const auto source = readInput(context, options.file);
    if (!source) return context.fail(source.error());
    const auto from = senderNamed(source->document, options.from);
    if (!from) return context.fail(from.error());
    const auto to = blockNamed(source->document, options.to);
    if (!to) return context.fail(to.error());

    const model::graph::ArchitectureGraph graph(source->document, context.catalogue);
    const model::analysis::Routes routes(graph);
    const model::analysis::Reachability reachability(graph, routes);
    std::vector<Answer> answers;
    for (Query query : queriesOf(options, graph, *to)) {
        if (options.ipv6) query.family = model::analysis::Family::Ipv6;
        answers.push_back({query, reachability.reach(*from, *to, query)});
    }
    if (answers.empty()) return context.fail("cli.reach.which-port", {{"name", options.to}});

    const Question question{source->document, *from, *to};
    if (options.format == "json")
        printJson(context, question, answers);
    else
        printText(context, question, answers);
    const bool isReached =
        std::all_of(answers.begin(), answers.end(), [](const Answer& answer) { return answer.reach.reachable; });
    return isReached ? kFine : kFound;
}

}  // namespace

void addReachCommand(CommandSet& commands)
{
    auto options = std::make_shared<ReachOptions>();
    CLI::App& command = commands.add("reach", [options](Context& context) { return runReach(*options, context); });
    command.add_option("file", options->file, commands.text("cli.option.file"))->required();
    command.add_option("from", options->from, commands.text("cli.reach.from"))->required();
    command.add_option("to", options->to, commands.text("cli.reach.to"))->required();
    command.add_option("--port", options->port, commands.text("cli.reach.port"))->check(CLI::Range(0, 65535));
    allowOnly(*command.add_option("--protocol", options->protocol, commands.text("cli.reach.protocol")),
              {"tcp", "udp", "icmp"});
    command.add_flag("--ipv6", options->ipv6, commands.text("cli.reach.ipv6"));
    allowOnly(*command.add_option("--format", options->format, commands.text("cli.option.format")), {"text", "json"});
}

}  // namespace lintel::app::cli
