#include "app/cli/block_argument.h"
#include "app/cli/command_set.h"
#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/input.h"
#include "app/cli/json.h"
#include "model/analysis/analyses.h"
#include "model/analysis/quantity_text.h"

#include <algorithm>

namespace lintel::app::cli {

namespace {

using model::analysis::CostBasis;
using model::analysis::CostEstimate;
using model::analysis::CostLine;
using model::analysis::CostPart;
using model::analysis::PriceTable;
using model::analysis::TradeOff;

struct CostOptions {
    std::string file;
    std::string region;
    std::string format = "text";
};

const char* wordOf(CostBasis basis)
{
    switch (basis) {
        case CostBasis::Priced: return "priced";
        case CostBasis::Free: return "free";
        case CostBasis::ByUsage: return "by-usage";
        case CostBasis::Outside: return "outside";
        case CostBasis::Unknown: break;
    }
    return "unknown";
}

std::string partsText(const CostLine& line)
{
    std::string text;
    for (const CostPart& part : line.parts) {
        if (!text.empty()) text += ", ";
        if (part.quantity != 1) text += model::analysis::quantityText(part.quantity) + " x ";
        text += part.item;
    }
    return text;
}

std::string listText(const std::vector<std::string>& items)
{
    std::string text;
    for (const std::string& item : items) text += (text.empty() ? "" : ", ") + item;
    return text;
}

void printLine(const Context& context, const model::Document& document, const CostLine& line)
{
    std::ostream& out = context.streams.out;
    const std::string name = nameWithId(document, line.block.text());
    if (!line.parts.empty()) {
        const std::string price = line.monthly.text();
        out << std::string(price.size() < 10 ? 10 - price.size() : 0, ' ') << price << "  " << name << "  ("
            << partsText(line) << ")\n";
    }
    if (!line.missing.empty())
        out << "         ?  " << context.text("cli.cost.missing", {{"name", name}, {"items", listText(line.missing)}})
            << '\n';
    else if (line.basis == CostBasis::Unknown)
        out << "         ?  " << context.text("cli.cost.unknown", {{"name", name}}) << '\n';
}

void printText(const Context& context, const model::Document& document, const CostEstimate& estimate)
{
    std::ostream& out = context.streams.out;
    std::vector<CostLine> lines = estimate.lines();
    std::stable_sort(lines.begin(), lines.end(),
                     [](const CostLine& a, const CostLine& b) { return a.monthly > b.monthly; });
    for (const CostLine& line : lines) printLine(context, document, line);
    out << context.text(estimate.isComplete() ? "cli.cost.total" : "cli.cost.at-least",
                        {{"price", estimate.total().text()}})
        << '\n';
    std::string used;
    for (const CostLine& line : estimate.lines())
        if (line.hasUsage) used += (used.empty() ? "" : ", ") + nameWithId(document, line.block.text());
    if (!used.empty()) out << context.text("cli.cost.by-usage", {{"names", used}}) << '\n';
    for (const TradeOff& other : estimate.tradeOffs())
        out << context.messages.render(other.message, context.language) << '\n';
    out << context.text("cli.cost.assumptions") << '\n';
    if (!estimate.newestPrice().empty())
        out << context.text("cli.cost.dates", {{"oldest", estimate.oldestPrice()}, {"newest", estimate.newestPrice()}})
            << '\n';
}

Json jsonOf(const CostLine& line)
{
    Json parts = Json::array();
    for (const CostPart& part : line.parts)
        parts.push_back({{"item", part.item},
                         {"quantity", part.quantity},
                         {"monthly", part.monthly.dollars()},
                         {"date", part.date},
                         {"source", part.source}});
    return {{"block", line.block.text()},
            {"region", line.region},
            {"basis", wordOf(line.basis)},
            {"monthly", line.monthly.dollars()},
            {"parts", parts},
            {"missing", line.missing},
            {"usage", line.hasUsage}};
}

void printJson(const Context& context, const CostEstimate& estimate)
{
    Json lines = Json::array();
    for (const CostLine& line : estimate.lines()) lines.push_back(jsonOf(line));
    Json others = Json::array();
    for (const TradeOff& other : estimate.tradeOffs())
        others.push_back({{"block", other.subject.text()},
                          {"id", other.message.id},
                          {"monthly", other.monthly.dollars()},
                          {"message", context.messages.render(other.message, context.language)}});
    print(context.streams.out, {{"version", 1},
                                {"currency", "USD"},
                                {"hoursPerMonth", model::analysis::kHoursPerMonth},
                                {"total", estimate.total().dollars()},
                                {"complete", estimate.isComplete()},
                                {"missing", estimate.missing()},
                                {"prices", {{"oldest", estimate.oldestPrice()}, {"newest", estimate.newestPrice()}}},
                                {"lines", lines},
                                {"tradeOffs", others}});
}

int runCost(const CostOptions& options, const Context& context)
{
    const auto source = readInput(context, options.file);
    if (!source) return context.fail(source.error());
    const PriceTable& prices = PriceTable::published();
    const auto& regions = prices.regions();
    if (!options.region.empty() && std::find(regions.begin(), regions.end(), options.region) == regions.end())
        return context.fail("cli.cost.unknown-region", {{"region", options.region}, {"known", listText(regions)}});
    const model::analysis::Analyses analyses(source->document, context.catalogue);
    const CostEstimate estimate(analyses.graph(), analyses.routes(), prices, options.region);
    if (options.format == "json")
        printJson(context, estimate);
    else
        printText(context, source->document, estimate);
    return kFine;
}

}  // namespace

void addCostCommand(CommandSet& commands)
{
    auto options = std::make_shared<CostOptions>();
    CLI::App& command = commands.add("cost", [options](Context& context) { return runCost(*options, context); });
    command.add_option("file", options->file, commands.text("cli.option.file"))->required();
    command.add_option("--region", options->region, commands.text("cli.cost.region"));
    allowOnly(*command.add_option("--format", options->format, commands.text("cli.option.format")), {"text", "json"});
}

}  // namespace lintel::app::cli
