#include "exporters/markdown/sections.h"

#include <set>

namespace lintel::exporters::markdown {

namespace {

std::size_t countRole(const Source& source, std::string_view role)
{
    std::size_t count = 0;
    for (const model::Block& block : source.document().blocks)
        count += source.graph.catalogue().fact(block, "role") == role ? 1 : 0;
    return count;
}

std::string networkSentence(const Source& source)
{
    const auto& subnets = source.graph.blocksOfKind("subnet");
    if (subnets.empty()) return source.text("summary.no-network");
    std::set<std::string> zones;
    std::size_t publicSubnets = 0;
    for (const model::BlockId& subnet : subnets) {
        if (const std::string zone = source.graph.zoneOf(subnet); !zone.empty()) zones.insert(zone);
        publicSubnets += source.routes.isPublic(subnet) ? 1 : 0;
    }
    return source.text("summary.network", {{"vpcs", std::to_string(source.graph.blocksOfKind("vpc").size())},
                                           {"zones", std::to_string(zones.size())},
                                           {"subnets", std::to_string(subnets.size())},
                                           {"public", std::to_string(publicSubnets)}});
}

// Who comes in from outside, and what they talk to first.
std::string entrySentence(const Source& source)
{
    std::set<std::string> entries;
    for (const model::Connection& connection : source.document().connections) {
        const std::string& role = source.graph.fact(connection.from, "role");
        if (connection.isNetworkTraffic() && (role == "client" || role == "internet"))
            entries.insert(source.name(connection.to));
    }
    if (entries.empty()) return {};
    std::string list;
    for (const std::string& entry : entries) list += (list.empty() ? "" : ", ") + entry;
    return " " + source.text("summary.entries", {{"entries", list}});
}

}  // namespace

std::string summarySection(const Source& source)
{
    const model::Settings& settings = source.document().settings();
    std::string text = source.heading("summary.title");
    text += source.text("summary.size", {{"blocks", std::to_string(source.document().blocks.size())},
                                         {"connections", std::to_string(source.document().connections.size())}});
    if (!settings.region.empty()) text += " " + source.text("summary.region", {{"region", escaped(settings.region)}});
    text += " " + networkSentence(source);
    text += " " + source.text("summary.parts", {{"servers", std::to_string(countRole(source, "compute"))},
                                                {"databases", std::to_string(countRole(source, "database"))},
                                                {"balancers", std::to_string(countRole(source, "load-balancer"))}});
    text += entrySentence(source);
    return text + "\n\n";
}

}  // namespace lintel::exporters::markdown
