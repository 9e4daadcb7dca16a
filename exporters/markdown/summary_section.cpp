#include "exporters/markdown/block_roles.h"
#include "exporters/markdown/request_flow.h"
#include "exporters/markdown/sections.h"
#include "model/analysis/reachability.h"

#include <algorithm>
#include <map>
#include <set>

namespace lintel::exporters::markdown {

namespace {

using model::BlockId;
using model::analysis::SubnetClass;

std::string joined(const std::set<std::string>& parts)
{
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
    return text;
}

std::string bullet(const std::string& text) { return "- " + text + "\n"; }

std::string subnetCounts(const Source& source, const BlockId& vpc)
{
    std::map<SubnetClass, int> counts;
    for (const BlockId& subnet : source.graph.subnetsOfVpc(vpc)) ++counts[source.routes.classOf(subnet)];
    std::string text;
    const std::pair<SubnetClass, const char*> kinds[] = {{SubnetClass::Public, "public"},
                                                         {SubnetClass::Private, "private"},
                                                         {SubnetClass::Isolated, "isolated"},
                                                         {SubnetClass::Unknown, "unknown"}};
    for (const auto& [type, name] : kinds) {
        if (counts[type] == 0) continue;
        text += (text.empty() ? "" : ", ") +
                source.text(std::string("summary.subnets-") + name, {{"count", std::to_string(counts[type])}});
    }
    return text;
}

std::string networkSentences(const Source& source)
{
    std::string text;
    for (const BlockId& vpc : source.graph.blocksOfKind("vpc")) {
        const std::string counts = subnetCounts(source, vpc);
        const std::string range = source.written(source.graph.value(vpc, "cidr").scalarText());
        if (counts.empty()) continue;
        text += " " + source.text(range.empty() ? "summary.vpc-without-range" : "summary.vpc",
                                  {{"vpc", source.name(vpc)}, {"range", range}, {"subnets", counts}});
    }
    return text;
}

// What runs code, by kind: `EC2 instance (main-a, main-c)`.
std::string computeSentence(const Source& source)
{
    std::map<std::string, std::vector<BlockId>> byKind;
    for (const model::Block& block : source.document().blocks)
        if (isCompute(source.graph, block.id)) byKind[source.kindTitle(block)].push_back(block.id);
    std::string list;
    for (const auto& [kind, blocks] : byKind)
        list +=
            (list.empty() ? "" : ", ") +
            source.text("summary.kind-count",
                        {{"kind", kind}, {"count", std::to_string(blocks.size())}, {"names", source.names(blocks)}});
    return list.empty() ? std::string() : bullet(source.text("summary.compute", {{"list", list}}));
}

std::string flowSentence(const Source& source, const RequestFlow& flow)
{
    std::string text = source.text(flow.endpoint.empty() ? "summary.flow-enters-unknown" : "summary.flow-enters",
                                   {{"client", source.name(flow.client)},
                                    {"entry", source.name(flow.entry)},
                                    {"endpoint", source.written(flow.endpoint)}});
    std::string chain;
    for (const auto& stage : flow.stages) chain += (chain.empty() ? "" : " → ") + source.names(stage, 5);
    if (!chain.empty()) text += " " + source.text("summary.flow-passes", {{"chain", chain}});
    if (!flow.uses.empty()) text += " " + source.text("summary.flow-uses", {{"uses", source.names(flow.uses)}});
    return bullet(text);
}

std::string flowSentences(const Source& source)
{
    std::string text;
    for (const RequestFlow& flow : requestFlows(source.graph)) text += flowSentence(source, flow);
    return text;
}

std::vector<BlockId> usersOf(const Source& source, const BlockId& store)
{
    std::vector<BlockId> users;
    for (const model::ConnectionId& id : source.graph.incoming(store)) {
        const model::Connection& connection = *source.graph.connection(id);
        const bool isUse = connection.relation.empty() || connection.relation == "traffic";
        if (isUse && std::find(users.begin(), users.end(), connection.from) == users.end())
            users.push_back(connection.from);
    }
    return users;
}

std::vector<BlockId> copiesOf(const Source& source, const BlockId& store)
{
    std::vector<BlockId> copies = source.graph.referrers(store, "source");
    for (const BlockId& member : source.graph.referrers(store, "cluster")) copies.push_back(member);
    return copies;
}

std::string storeSentence(const Source& source, const BlockId& store)
{
    const std::string kind = source.kindTitle(*source.graph.block(store));
    std::string about = kind == source.name(store) ? std::string() : kind;
    if (const BlockId subnet = source.graph.positionSubnet(store); !subnet.isEmpty())
        about += (about.empty() ? "" : ", ") + source.name(subnet);
    std::string text = source.text(about.empty() ? "summary.store-plain" : "summary.store",
                                   {{"name", source.name(store)}, {"about", about}});
    if (const auto users = usersOf(source, store); !users.empty())
        text += " " + source.text("summary.store-used", {{"users", source.names(users)}});
    if (const auto copies = copiesOf(source, store); !copies.empty())
        text += " " + source.text("summary.store-copied", {{"copies", source.names(copies)}});
    const std::string days = source.graph.value(store, "backup-retention-days").scalarText();
    if (!days.empty() && days != "0")
        text += " " + source.text("summary.store-backup", {{"days", source.written(days)}});
    return bullet(text);
}

std::string storeSentences(const Source& source)
{
    std::string text;
    for (const model::Block& block : source.document().blocks)
        if (isStore(source.graph, block.id) && !isCopy(source.graph, block.id)) text += storeSentence(source, block.id);
    return text;
}

// Reached on its own address, not through a load balancer that is told already.
bool isExposed(const Source& source, const model::analysis::Reachability& reachability, const BlockId& host,
               const std::string& ports)
{
    const auto balancers = source.graph.loadBalancers();
    const auto known = model::analysis::PortSet::parse(ports);
    return std::any_of(known.intervals().begin(), known.intervals().end(), [&](const auto& interval) {
        const auto reach = reachability.fromInternet(host, interval.first);
        return reach.reachable && std::none_of(reach.path.begin(), reach.path.end(), [&](const std::string& id) {
                   return std::find(balancers.begin(), balancers.end(), BlockId(id)) != balancers.end();
               });
    });
}

std::vector<BlockId> exposedBlocks(const Source& source)
{
    const model::analysis::Reachability reachability(source.graph, source.routes);
    std::vector<BlockId> exposed;
    for (const BlockId& balancer : source.graph.loadBalancers())
        if (reachability.loadBalancerFromInternet(balancer).reachable) exposed.push_back(balancer);
    for (const model::Block& block : source.document().blocks) {
        const std::string ports = source.graph.value(block.id, "ports").scalarText();
        const BlockId host = source.graph.hostOf(block.id);
        const bool isKnown = std::find(exposed.begin(), exposed.end(), host) != exposed.end();
        if (!ports.empty() && !isKnown && isExposed(source, reachability, host, ports)) exposed.push_back(host);
    }
    return exposed;
}

std::string boundarySentences(const Source& source)
{
    if (source.graph.blocksOfKind("subnet").empty()) return {};
    const auto exposed = exposedBlocks(source);
    std::string text = bullet(exposed.empty() ? source.text("summary.nothing-exposed")
                                              : source.text("summary.exposed", {{"list", source.names(exposed)}}));
    std::vector<BlockId> outward;
    std::vector<BlockId> closed;
    for (const BlockId& subnet : source.graph.blocksOfKind("subnet")) {
        const SubnetClass type = source.routes.classOf(subnet);
        if (type == SubnetClass::Isolated) closed.push_back(subnet);
        if (type != SubnetClass::Private) continue;
        const auto route = source.routes.routeTo(subnet, {0, 0});
        if (route && !route->target.isEmpty() &&
            std::find(outward.begin(), outward.end(), route->target) == outward.end())
            outward.push_back(route->target);
    }
    if (!outward.empty()) text += bullet(source.text("summary.egress", {{"list", source.names(outward)}}));
    if (!closed.empty()) text += bullet(source.text("summary.closed", {{"list", source.names(closed)}}));
    return text;
}

std::string administrationSentences(const Source& source)
{
    std::map<BlockId, std::vector<BlockId>> managed;
    for (const model::Connection& connection : source.document().connections)
        if (connection.relation == "manage") managed[connection.from].push_back(connection.to);
    std::string text;
    for (const auto& [who, what] : managed)
        text += bullet(source.text("summary.manages", {{"who", source.name(who)}, {"what", source.names(what)}}));
    return text;
}

std::vector<BlockId> deployedBy(const Source& source, const BlockId& who)
{
    std::vector<BlockId> targets;
    for (const model::ConnectionId& id : source.graph.outgoing(who)) {
        const model::Connection& connection = *source.graph.connection(id);
        if (connection.relation == "deploy" && source.graph.block(connection.to)) targets.push_back(connection.to);
    }
    return targets;
}

// What is deployed may deploy further: a pipeline hands its image to a registry, that to the servers.
std::string deliveryChain(const Source& source, const BlockId& start)
{
    std::set<BlockId> seen{start};
    std::vector<BlockId> stage = deployedBy(source, start);
    std::string chain;
    while (!stage.empty()) {
        std::vector<BlockId> next;
        std::vector<BlockId> shown;
        for (const BlockId& id : stage) {
            if (!seen.insert(id).second) continue;
            shown.push_back(id);
            for (const BlockId& further : deployedBy(source, id)) next.push_back(further);
        }
        if (!shown.empty()) chain += (chain.empty() ? "" : " → ") + source.names(shown);
        stage = std::move(next);
    }
    return chain;
}

std::string deliverySentences(const Source& source)
{
    std::set<BlockId> deployed;
    for (const model::Connection& connection : source.document().connections)
        if (connection.relation == "deploy") deployed.insert(connection.to);
    std::string text;
    for (const model::Block& block : source.document().blocks) {
        const std::string chain = deployed.contains(block.id) ? std::string() : deliveryChain(source, block.id);
        if (chain.empty()) continue;
        std::string sentence = source.text("summary.deploys", {{"who", source.name(block.id)}, {"what", chain}});
        if (source.graph.value(block.id, "rollback").scalarText() == "none")
            sentence += " " + source.text("summary.no-rollback");
        text += bullet(sentence);
    }
    return text;
}

std::string part(const Source& source, const std::string& id, const std::string& sentences)
{
    return sentences.empty() ? std::string() : "**" + source.text("summary.part-" + id) + "**\n\n" + sentences + "\n";
}

}  // namespace

std::string whereText(const Source& source)
{
    std::set<std::string> zones;
    for (const BlockId& subnet : source.graph.blocksOfKind("subnet"))
        if (const std::string zone = source.graph.zoneOf(subnet); !zone.empty()) zones.insert(source.written(zone));
    const std::string region = source.written(source.document().settings().region);
    std::string text;
    if (!region.empty() && !zones.empty())
        text = source.text("summary.where",
                           {{"region", region}, {"zones", joined(zones)}, {"count", std::to_string(zones.size())}});
    else if (!region.empty())
        text = source.text("summary.where-region", {{"region", region}});
    text += networkSentences(source);
    return text.empty() || text.front() != ' ' ? text : text.substr(1);
}

std::string summarySection(const Source& source)
{
    std::string place;
    if (const std::string where = whereText(source); !where.empty()) place = bullet(where);
    place += computeSentence(source);
    const std::string text = part(source, "where", place) + part(source, "flow", flowSentences(source)) +
                             part(source, "stores", storeSentences(source)) +
                             part(source, "boundary", boundarySentences(source) + administrationSentences(source)) +
                             part(source, "delivery", deliverySentences(source));
    return source.heading("summary.title") + (text.empty() ? source.text("summary.empty") + "\n\n" : text);
}

}  // namespace lintel::exporters::markdown
