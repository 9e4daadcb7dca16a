#include "exporters/markdown/sections.h"
#include "model/analysis/cost_estimate.h"

#include <algorithm>

namespace lintel::exporters::markdown {

namespace {

using model::analysis::CostBasis;
using model::analysis::CostEstimate;
using model::analysis::CostLine;

std::string partsText(const Source& source, const CostLine& line)
{
    std::string text;
    for (const auto& part : line.parts) text += (text.empty() ? "" : ", ") + source.written(part.item);
    return text;
}

std::string unknownText(const Source& source, const CostEstimate& estimate)
{
    std::vector<std::string> names;
    for (const CostLine& line : estimate.lines())
        if (!line.isComplete()) names.push_back(source.name(line.block));
    return names.empty() ? std::string() : "- " + source.text("cost.unknown", {{"names", source.listed(names)}}) + "\n";
}

std::string usageText(const Source& source, const CostEstimate& estimate)
{
    std::vector<std::string> names;
    for (const CostLine& line : estimate.lines())
        if (line.hasUsage) names.push_back(source.name(line.block));
    return names.empty() ? std::string()
                         : "- " + source.text("cost.by-usage", {{"names", source.listed(names)}}) + "\n";
}

}  // namespace

std::string costSection(const Source& source)
{
    const CostEstimate estimate(source.graph, source.routes, model::analysis::PriceTable::published());
    std::vector<CostLine> lines;
    std::copy_if(estimate.lines().begin(), estimate.lines().end(), std::back_inserter(lines),
                 [](const CostLine& line) { return !line.parts.empty() && line.monthly.microDollars > 0; });
    if (lines.empty()) return {};
    std::stable_sort(lines.begin(), lines.end(),
                     [](const CostLine& a, const CostLine& b) { return a.monthly > b.monthly; });
    MarkdownTable table({source.text("column.name"), source.text("column.monthly"), source.text("column.items")});
    for (const CostLine& line : lines)
        table.add({source.name(line.block), line.monthly.text(), partsText(source, line)});
    return source.heading("cost.title") +
           source.text(estimate.isComplete() ? "cost.total" : "cost.at-least", {{"price", estimate.total().text()}}) +
           "\n\n" + table.text() + unknownText(source, estimate) + usageText(source, estimate) + "- " +
           source.text("cost.assumptions", {{"oldest", estimate.oldestPrice()}, {"newest", estimate.newestPrice()}}) +
           "\n\n";
}

}  // namespace lintel::exporters::markdown
