#include "exporters/markdown/block_roles.h"
#include "exporters/markdown/summary_sentences.h"

#include <algorithm>

namespace lintel::exporters::markdown {

namespace {

using model::BlockId;

std::vector<BlockId> sendersOf(const Source& source, const BlockId& store, std::string_view relation)
{
    std::vector<BlockId> senders;
    for (const model::ConnectionId& id : source.graph.incoming(store)) {
        const model::Connection& connection = *source.graph.connection(id);
        const std::string_view is = connection.relation.empty() ? "traffic" : std::string_view(connection.relation);
        if (is == relation && std::find(senders.begin(), senders.end(), connection.from) == senders.end())
            senders.push_back(connection.from);
    }
    return senders;
}

std::string zonesText(const Source& source, const BlockId& store)
{
    std::vector<std::string> zones;
    for (const std::string& zone : source.graph.zonesOf(store)) zones.push_back(source.written(zone));
    return zones.size() < 2 ? std::string() : source.text("summary.in-zones", {{"zones", source.listed(zones)}});
}

// Its kind, and the subnet, the zones or the container outside of AWS that it lies in.
std::string aboutText(const Source& source, const BlockId& store)
{
    const std::string kind = source.kindTitle(*source.graph.block(store));
    std::vector<std::string> parts;
    if (kind != source.plainName(store)) parts.push_back(kind);
    if (const BlockId subnet = source.graph.positionSubnet(store); !subnet.isEmpty())
        parts.push_back(source.plainName(subnet));
    else if (const std::string zones = zonesText(source, store); !zones.empty())
        parts.push_back(zones);
    else
        for (const BlockId& ancestor : source.graph.containment().ancestors(store))
            if (source.graph.fact(ancestor, "role") == "external") parts.push_back(source.plainName(ancestor));
    std::string text;
    for (const std::string& each : parts) text += (text.empty() ? "" : ", ") + each;
    return text;
}

std::string usersText(const Source& source, const BlockId& store)
{
    std::string text;
    const auto tell = [&](const char* id, const std::vector<BlockId>& senders) {
        if (!senders.empty())
            text += " " + source.text(
                              id, {{"names", source.listedNames(senders)}, {"count", std::to_string(senders.size())}});
    };
    tell("summary.store-used", sendersOf(source, store, "traffic"));
    tell("summary.store-events", sendersOf(source, store, "event"));
    tell("summary.store-deploys", sendersOf(source, store, "deploy"));
    return text;
}

std::string protectionText(const Source& source, const BlockId& store)
{
    const auto& graph = source.graph;
    std::string text;
    if (graph.isKind(store, "rds-instance") && graph.value(store, "multi-az").toBool())
        text += " " + source.text("summary.store-standby");
    if (graph.value(store, "automatic-failover").toBool() && !graph.referrers(store, "source").empty())
        text += " " + source.text("summary.store-failover");
    const std::string days = graph.value(store, "backup-retention-days").scalarText();
    if (!days.empty() && days != "0")
        text += " " + source.text("summary.store-backup", {{"days", source.written(days)}});
    // What AWS does by itself is no news.
    if (graph.block(store)->property("encrypted").toBool()) text += " " + source.text("summary.store-encrypted");
    if (graph.value(store, "public-access").scalarText() == "blocked")
        text += " " + source.text("summary.store-blocked");
    return text;
}

std::string storeSentence(const Source& source, const BlockId& store)
{
    const std::string about = aboutText(source, store);
    std::string text = source.text(about.empty() ? "summary.store-plain" : "summary.store",
                                   {{"name", source.name(store)}, {"about", about}});
    std::string told = usersText(source, store);
    if (const auto members = source.graph.referrers(store, "cluster"); !members.empty())
        told += " " + source.text("summary.store-members", {{"names", source.listedNames(members)}});
    if (const auto copies = source.graph.referrers(store, "source"); !copies.empty())
        told += " " + source.text("summary.store-copied", {{"copies", source.listedNames(copies)}});
    told += protectionText(source, store);
    return "- " + text + (told.empty() ? "" : ":" + told) + "\n";
}

}  // namespace

std::string storeSentences(const Source& source)
{
    std::string text;
    for (const model::Block& block : source.document().blocks)
        if (isStore(source.graph, block.id) && !isCopy(source.graph, block.id)) text += storeSentence(source, block.id);
    return text;
}

}  // namespace lintel::exporters::markdown
