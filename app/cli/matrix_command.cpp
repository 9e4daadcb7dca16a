#include "app/cli/block_argument.h"
#include "app/cli/command_set.h"
#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/input.h"
#include "app/cli/json.h"
#include "model/analysis/analyses.h"

#include <algorithm>

namespace lintel::app::cli {

namespace {

using model::analysis::MatrixCell;
using model::analysis::ReachMatrix;
using model::analysis::Talk;

struct MatrixOptions {
    std::string file;
    std::string format = "text";
};

const char* wordOf(Talk talk)
{
    switch (talk) {
        case Talk::Works: return "works";
        case Talk::Blocked: return "blocked";
        case Talk::Undrawn: break;
    }
    return "undrawn";
}

std::string upper(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

/// `TCP 443`; every port is said in words.
std::string portsText(const Context& context, const MatrixCell& cell)
{
    return upper(cell.protocol) + " " +
           (cell.ports.isAll() ? context.text("cli.matrix.every-port") : cell.ports.text());
}

std::string senderText(const Context& context, const model::Document& document, const MatrixCell& cell)
{
    std::string text =
        cell.from.isEmpty() ? context.text("cli.reach.internet") : nameWithId(document, cell.from.text());
    if (cell.onlyFrom.empty()) return text;
    std::string ranges;
    for (const auto& range : cell.onlyFrom) ranges += (ranges.empty() ? "" : ", ") + range.text();
    return text + " (" + ranges + ")";
}

std::string reasonText(const Context& context, const MatrixCell& cell)
{
    std::string text;
    for (const auto& blocker : cell.blockers)
        text += (text.empty() ? "" : " ") + context.messages.render(blocker.message, context.language);
    return text;
}

void printText(const Context& context, const model::Document& document, const ReachMatrix& matrix)
{
    std::ostream& out = context.streams.out;
    for (const Talk talk : {Talk::Blocked, Talk::Undrawn, Talk::Works}) {
        bool isFirst = true;
        for (const MatrixCell& cell : matrix.cells()) {
            if (cell.talk != talk) continue;
            if (isFirst) out << context.text(std::string("cli.matrix.") + wordOf(talk)) << '\n';
            isFirst = false;
            out << "  " << senderText(context, document, cell) << " \u2192 " << nameWithId(document, cell.to.text())
                << "  " << portsText(context, cell) << '\n';
            for (const auto& blocker : cell.blockers)
                out << "    - " << context.messages.render(blocker.message, context.language) << '\n';
        }
    }
    if (matrix.cells().empty()) out << context.text("cli.matrix.empty") << '\n';
}

/// A bar would end the cell, a line end the table.
std::string markdownCell(const std::string& text)
{
    std::string cell;
    for (const char c : text) {
        if (c == '|' || c == '\\') cell += '\\';
        cell += c == '\n' || c == '\r' ? ' ' : c;
    }
    return cell;
}

void printMarkdown(const Context& context, const model::Document& document, const ReachMatrix& matrix)
{
    std::ostream& out = context.streams.out;
    std::string head = "|";
    std::string rule = "|";
    for (const char* column : {"from", "to", "ports", "state", "why"}) {
        head += " " + markdownCell(context.text(std::string("cli.matrix.column.") + column)) + " |";
        rule += " --- |";
    }
    out << head << '\n' << rule << '\n';
    for (const MatrixCell& cell : matrix.cells())
        out << "| " << markdownCell(senderText(context, document, cell)) << " | "
            << markdownCell(nameWithId(document, cell.to.text())) << " | " << markdownCell(portsText(context, cell))
            << " | " << markdownCell(context.text(std::string("cli.matrix.state.") + wordOf(cell.talk))) << " | "
            << markdownCell(reasonText(context, cell)) << " |\n";
}

/// As RFC 4180 has it. A cell that a spreadsheet would take for a formula gets an apostrophe in front.
std::string csvCell(const std::string& text)
{
    std::string cell = "\"";
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) cell += '\'';
    for (const char c : text) cell += c == '"' ? "\"\"" : std::string(1, c);
    return cell + '"';
}

void printCsv(const Context& context, const model::Document& document, const ReachMatrix& matrix)
{
    std::ostream& out = context.streams.out;
    out << "from,from_name,to,to_name,protocol,ports,only_from,state,connections,why\r\n";
    const auto nameOf = [&](const model::BlockId& id) {
        const model::Block* block = document.blocks.find(id);
        return block ? block->label() : std::string();
    };
    for (const MatrixCell& cell : matrix.cells()) {
        std::string ranges;
        for (const auto& range : cell.onlyFrom) ranges += (ranges.empty() ? "" : " ") + range.text();
        std::string connections;
        for (const auto& id : cell.connections) connections += (connections.empty() ? "" : " ") + id.text();
        const std::string from = cell.from.isEmpty() ? "internet" : cell.from.text();
        const std::string columns[] = {from,          nameOf(cell.from),        cell.to.text(), nameOf(cell.to),
                                       cell.protocol, cell.ports.text(),        ranges,         wordOf(cell.talk),
                                       connections,   reasonText(context, cell)};
        std::string line;
        for (const std::string& column : columns) line += (line.empty() ? "" : ",") + csvCell(column);
        out << line << "\r\n";
    }
}

void printJson(const Context& context, const ReachMatrix& matrix)
{
    Json list = Json::array();
    for (const MatrixCell& cell : matrix.cells()) {
        Json connections = Json::array();
        for (const auto& id : cell.connections) connections.push_back(id.text());
        Json ranges = Json::array();
        for (const auto& range : cell.onlyFrom) ranges.push_back(range.text());
        Json blockers = Json::array();
        for (const auto& one : cell.blockers)
            blockers.push_back({{"code", one.code},
                                {"subject", one.subject},
                                {"message", context.messages.render(one.message, context.language)}});
        list.push_back({{"from", cell.from.isEmpty() ? "internet" : cell.from.text()},
                        {"to", cell.to.text()},
                        {"protocol", cell.protocol},
                        {"ports", cell.ports.text()},
                        {"state", wordOf(cell.talk)},
                        {"onlyFrom", ranges},
                        {"connections", connections},
                        {"blockers", blockers}});
    }
    print(context.streams.out, {{"version", 1}, {"cells", list}});
}

int runMatrix(const MatrixOptions& options, const Context& context)
{
    const auto source = readInput(context, options.file);
    if (!source) return context.fail(source.error());
    const model::analysis::Analyses analyses(source->document, context.catalogue);
    const ReachMatrix& matrix = analyses.matrix();
    if (options.format == "json")
        printJson(context, matrix);
    else if (options.format == "markdown")
        printMarkdown(context, source->document, matrix);
    else if (options.format == "csv")
        printCsv(context, source->document, matrix);
    else
        printText(context, source->document, matrix);
    const auto& cells = matrix.cells();
    return std::any_of(cells.begin(), cells.end(), [](const MatrixCell& cell) { return cell.talk == Talk::Blocked; })
               ? kFound
               : kFine;
}

}  // namespace

void addMatrixCommand(CommandSet& commands)
{
    auto options = std::make_shared<MatrixOptions>();
    CLI::App& command = commands.add("matrix", [options](Context& context) { return runMatrix(*options, context); });
    command.add_option("file", options->file, commands.text("cli.option.file"))->required();
    allowOnly(*command.add_option("--format", options->format, commands.text("cli.option.format")),
              {"text", "json", "markdown", "csv"});
}

}  // namespace lintel::app::cli
