#include "exporters/markdown/block_roles.h"
#include "exporters/markdown/failures.h"
#include "exporters/markdown/summary_sentences.h"

#include <algorithm>

namespace lintel::exporters::markdown {

namespace {

using model::BlockId;

constexpr std::size_t kMostSinglePoints = 8;

// Servers that lose what they use; they stay, what they do with it does not.
std::vector<BlockId> usersOf(const Source& source, const std::vector<BlockId>& stopped)
{
    std::vector<BlockId> users;
    for (const BlockId& id : stopped)
        for (const model::ConnectionId& each : source.graph.incoming(id)) {
            const model::Connection& connection = *source.graph.connection(each);
            const BlockId host = source.graph.hostOf(connection.from);
            const bool isKnown = std::find(users.begin(), users.end(), host) != users.end();
            const bool isGone = std::find(stopped.begin(), stopped.end(), host) != stopped.end();
            if (connection.isNetworkTraffic() && isCompute(source.graph, host) && !isKnown && !isGone)
                users.push_back(host);
        }
    return users;
}

std::string stopsText(const Source& source, const ZoneFailure& failure)
{
    const std::string zone = source.written(failure.zone);
    if (failure.stopped.empty() && failure.cutOff.empty()) return source.text("summary.zone-goes-on", {{"zone", zone}});
    if (failure.stopped.empty())
        return source.text("summary.zone-cuts", {{"zone", zone}, {"list", source.listedNames(failure.cutOff)}});
    std::string text = source.text("summary.zone-stops", {{"zone", zone},
                                                          {"list", source.listedNames(failure.stopped)},
                                                          {"count", std::to_string(failure.stopped.size())}});
    if (const auto users = usersOf(source, failure.stopped); !users.empty())
        text += " " + source.text("summary.zone-users", {{"list", source.listedNames(users)}});
    if (!failure.cutOff.empty())
        text += " " + source.text("summary.zone-cut-off", {{"list", source.listedNames(failure.cutOff)}});
    return text;
}

std::string zoneSentence(const Source& source, const ZoneFailure& failure)
{
    std::string text = stopsText(source, failure);
    if (!failure.takenOver.empty())
        text += " " + source.text("summary.zone-taken-over", {{"list", source.listedNames(failure.takenOver)}});
    std::vector<BlockId> reduced;
    for (const Reduced& one : failure.reduced) reduced.insert(reduced.end(), one.members.begin(), one.members.end());
    if (!reduced.empty())
        text += " " + source.text("summary.zone-reduced", {{"list", source.listedNames(reduced, 12)},
                                                           {"count", std::to_string(reduced.size())}});
    return "- " + text + "\n";
}

}  // namespace

std::string failureSentences(const Source& source)
{
    const model::analysis::Availability availability(source.graph);
    std::string text;
    for (const ZoneFailure& failure : zoneFailures(source.graph, availability)) text += zoneSentence(source, failure);
    std::size_t told = 0;
    for (const auto& point : singlePointsOf(source.graph, availability)) {
        if (told++ == kMostSinglePoints) break;
        text += "- " +
                source.text("summary.single-point",
                            {{"name", source.name(point.block)}, {"list", source.listedNames(point.cutsOff)}}) +
                "\n";
    }
    return text;
}

}  // namespace lintel::exporters::markdown
