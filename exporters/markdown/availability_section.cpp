#include "exporters/markdown/failures.h"
#include "exporters/markdown/sections.h"

namespace lintel::exporters::markdown {

namespace {

std::string goesOnText(const Source& source, const ZoneFailure& failure)
{
    std::string text;
    for (const Reduced& group : failure.reduced)
        text +=
            (text.empty() ? "" : "; ") + source.text("availability.left", {{"names", source.names(group.members)},
                                                                           {"left", std::to_string(group.left)},
                                                                           {"before", std::to_string(group.before)}});
    if (failure.takenOver.empty()) return text;
    return text + (text.empty() ? "" : "; ") +
           source.text("availability.taken-over", {{"names", source.names(failure.takenOver)}});
}

std::string orNothing(const Source& source, const std::string& text)
{
    return text.empty() ? source.text("availability.nothing") : text;
}

std::string singlePoints(const Source& source, const model::analysis::Availability& availability)
{
    MarkdownTable table({source.text("column.single-point"), source.text("column.cuts-off")});
    for (const auto& point : singlePointsOf(source.graph, availability))
        table.add({source.name(point.block), orNothing(source, source.names(point.cutsOff, 12))});
    if (table.isEmpty()) return source.text("availability.no-single") + "\n\n";
    return source.text("availability.single") + "\n\n" + table.text();
}

}  // namespace

std::string availabilitySection(const Source& source)
{
    const model::analysis::Availability availability(source.graph);
    const auto failures = zoneFailures(source.graph, availability);
    if (failures.empty()) return {};
    MarkdownTable table({source.text("column.zone-lost"), source.text("column.stops"), source.text("column.cut-off"),
                         source.text("column.reduced")});
    for (const ZoneFailure& failure : failures)
        table.add({source.written(failure.zone), orNothing(source, source.names(failure.stopped, 12)),
                   orNothing(source, source.names(failure.cutOff, 12)),
                   orNothing(source, goesOnText(source, failure))});
    return source.heading("availability.title") + table.text() + singlePoints(source, availability);
}

}  // namespace lintel::exporters::markdown
