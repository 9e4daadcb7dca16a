#include "exporters/markdown/block_roles.h"
#include "exporters/markdown/request_flow.h"
#include "exporters/markdown/summary_sentences.h"
#include "model/analysis/reachability.h"
#include "model/analysis/service_port.h"

#include <algorithm>
#include <map>

namespace lintel::exporters::markdown {

namespace {

using model::BlockId;
using model::analysis::Reachability;
using model::analysis::SubnetClass;
using Blocks = std::vector<BlockId>;

std::string bullet(const std::string& text) { return "- " + text + "\n"; }

void addOnce(Blocks& into, const BlockId& id)
{
    if (std::find(into.begin(), into.end(), id) == into.end()) into.push_back(id);
}

bool isReachedDirectly(const Source& source, const Reachability& reachability, const BlockId& id)
{
    const auto ports = model::analysis::servicePorts(source.graph, id);
    return std::any_of(ports.intervals().begin(), ports.intervals().end(), [&](const auto& interval) {
        return reachability.directFromInternet(id, interval.first).reachable;
    });
}

// Entries outside of any VPC are public by nature; what is inside needs a route, a rule and an address.
Blocks exposedBlocks(const Source& source, const Reachability& reachability)
{
    Blocks exposed;
    for (const RequestFlow& flow : requestFlows(source.graph)) {
        const auto* kind = source.graph.kindOf(flow.entry);
        if (kind && kind->flag("aws", true) && source.graph.vpcOf(flow.entry).isEmpty()) addOnce(exposed, flow.entry);
    }
    for (const BlockId& balancer : source.graph.loadBalancers())
        if (reachability.loadBalancerFromInternet(balancer).reachable) addOnce(exposed, balancer);
    for (const model::Block& block : source.document().blocks)
        if (isReachedDirectly(source, reachability, block.id)) addOnce(exposed, source.graph.hostOf(block.id));
    return exposed;
}

// Load balancers on the internet that answer to the CDN in front of them alone.
std::string behindCdnSentences(const Source& source, const Blocks& exposed)
{
    std::string text;
    for (const BlockId& balancer : source.graph.loadBalancers()) {
        if (std::find(exposed.begin(), exposed.end(), balancer) != exposed.end()) continue;
        Blocks before;
        for (const model::ConnectionId& id : source.graph.incoming(balancer))
            if (const BlockId& from = source.graph.connection(id)->from; source.graph.fact(from, "role") == "cdn")
                addOnce(before, from);
        if (!before.empty())
            text += bullet(source.text("summary.behind-cdn",
                                       {{"name", source.name(balancer)}, {"cdn", source.listedNames(before)}}));
    }
    return text;
}

std::string firewallSentences(const Source& source)
{
    std::string text;
    for (const BlockId& acl : source.graph.blocksOfKind("waf-web-acl")) {
        Blocks guarded = source.graph.referrers(acl, "web-acl");
        if (guarded.empty()) continue;
        const auto allowed = source.graph.value(acl, "allow-list").toList().size();
        text += bullet(
            source.text(allowed > 0 ? "summary.allow-list" : "summary.waf", {{"name", source.name(acl)},
                                                                             {"guarded", source.listedNames(guarded)},
                                                                             {"count", std::to_string(allowed)}}));
    }
    return text;
}

bool isTls(const std::string& endpoint) { return endpoint.starts_with("https") || endpoint.starts_with("tls"); }

// Where requests come in encrypted and go on in the clear.
std::string encryptionSentences(const Source& source)
{
    Blocks ends;
    for (const RequestFlow& flow : requestFlows(source.graph)) {
        if (!isTls(flow.endpoint)) continue;
        Blocks encrypted{flow.entry};
        for (const RequestStep& step : flow.steps)
            for (const BlockId& from : step.from) {
                if (step.isUse || std::find(encrypted.begin(), encrypted.end(), from) == encrypted.end()) continue;
                for (const Call& call : step.calls)
                    if (isTls(call.endpoint))
                        addOnce(encrypted, call.to);
                    else if (call.endpoint.starts_with("http"))
                        addOnce(ends, from);
            }
    }
    if (ends.empty()) return {};
    return bullet(source.text("summary.tls-ends", {{"names", source.listedNames(ends)}}));
}

/// Who the block's security groups let in: other groups, and what is no group.
struct LetIn {
    Blocks groups;
    std::vector<std::string> ranges;
};

LetIn letInTo(const Source& source, const BlockId& id)
{
    LetIn letIn;
    const auto& own = source.graph.securityGroupsOf(id);
    for (const BlockId& group : own)
        for (const model::Value& row : source.graph.value(group, "inbound").toList()) {
            const std::string peer = row["source"].scalarText();
            const BlockId other{peer};
            if (std::find(own.begin(), own.end(), other) != own.end() || peer.empty()) continue;
            if (source.graph.block(other))
                addOnce(letIn.groups, other);
            else if (std::find(letIn.ranges.begin(), letIn.ranges.end(), peer) == letIn.ranges.end())
                letIn.ranges.push_back(peer);
        }
    return letIn;
}

std::string sourcesText(const Source& source, const LetIn& letIn)
{
    std::vector<std::string> parts;
    if (!letIn.groups.empty())
        parts.push_back(source.text("summary.from-groups", {{"names", source.listedNames(letIn.groups)},
                                                            {"count", std::to_string(letIn.groups.size())}}));
    std::vector<std::string> ranges;
    for (const std::string& range : letIn.ranges) ranges.push_back(source.written(range));
    if (!ranges.empty()) parts.push_back(source.text("summary.from-ranges", {{"ranges", source.listed(ranges)}}));
    return source.listed(parts);
}

// Who gets to the data, by the security groups of what keeps it. What is guarded alike is told together.
std::string dataSentences(const Source& source)
{
    std::vector<std::pair<std::string, Blocks>> bySources;
    for (const model::Block& block : source.document().blocks) {
        if (!isStore(source.graph, block.id) || isCopy(source.graph, block.id)) continue;
        const std::string sources = sourcesText(source, letInTo(source, block.id));
        if (sources.empty()) continue;
        const auto same =
            std::find_if(bySources.begin(), bySources.end(), [&](const auto& one) { return one.first == sources; });
        if (same == bySources.end())
            bySources.push_back({sources, {block.id}});
        else
            same->second.push_back(block.id);
    }
    std::string text;
    for (const auto& [sources, stores] : bySources)
        text += bullet(source.text("summary.data-from", {{"names", source.listedNames(stores)}, {"sources", sources}}));
    return text;
}

std::string egressSentences(const Source& source)
{
    Blocks outward;
    Blocks closed;
    for (const BlockId& subnet : source.graph.blocksOfKind("subnet")) {
        const SubnetClass type = source.routes.classOf(subnet);
        if (type == SubnetClass::Isolated) closed.push_back(subnet);
        if (type != SubnetClass::Private) continue;
        const auto route = source.routes.routeTo(subnet, {0, 0});
        if (!route)
            closed.push_back(subnet);
        else if (!route->target.isEmpty())
            addOnce(outward, route->target);
    }
    std::string text;
    if (!outward.empty()) text += bullet(source.text("summary.egress", {{"list", source.listedNames(outward)}}));
    if (!closed.empty()) text += bullet(source.text("summary.closed", {{"list", source.listedNames(closed)}}));
    return text;
}

std::string callText(const Source& source, const Call& call)
{
    const std::string name = source.name(call.to);
    return call.endpoint.empty()
               ? name
               : source.text("summary.at-endpoint", {{"names", name}, {"endpoint", source.written(call.endpoint)}});
}

bool isDoor(const Source& source, const BlockId& id)
{
    const std::string role = roleOf(source.graph, id);
    return role == "vpn" || role == "bastion";
}

// A VPN or a jump host: people come in there, and see what it reaches.
std::string doorSentence(const Source& source, const BlockId& who, const BlockId& door)
{
    std::vector<std::string> reached;
    for (const Call& call : callsOf(source.graph, door)) reached.push_back(callText(source, call));
    if (reached.empty())
        return bullet(source.text("summary.enters", {{"who", source.name(who)}, {"door", source.name(door)}}));
    return bullet(
        source.text("summary.way-in",
                    {{"who", source.name(who)}, {"door", source.name(door)}, {"reached", source.listed(reached)}}));
}

std::string administrationSentences(const Source& source)
{
    std::map<BlockId, Blocks> managed;
    std::map<BlockId, Blocks> roles;
    std::string text;
    for (const model::Connection& connection : source.document().connections) {
        if (connection.relation != "manage" || !source.graph.block(connection.to)) continue;
        const bool isRole = source.graph.isKind(connection.to, "iam-role");
        if (isDoor(source, connection.to))
            text += doorSentence(source, connection.from, connection.to);
        else
            addOnce((isRole ? roles : managed)[connection.from], connection.to);
    }
    for (const auto& [who, what] : managed)
        text += bullet(source.text("summary.manages", {{"who", source.name(who)}, {"what", source.listedNames(what)}}));
    for (const auto& [who, what] : roles)
        text +=
            bullet(source.text("summary.assumes", {{"who", source.name(who)}, {"roles", source.listedNames(what)}}));
    return text;
}

}  // namespace

std::string boundarySentences(const Source& source)
{
    const Reachability reachability(source.graph, source.routes);
    const Blocks exposed = exposedBlocks(source, reachability);
    std::string text;
    if (!exposed.empty())
        text = bullet(source.text("summary.exposed", {{"list", source.listedNames(exposed)}}));
    else if (!source.graph.blocksOfKind("subnet").empty())
        text = bullet(source.text("summary.nothing-exposed"));
    return text + behindCdnSentences(source, exposed) + firewallSentences(source) + encryptionSentences(source) +
           dataSentences(source) + egressSentences(source) + administrationSentences(source);
}

}  // namespace lintel::exporters::markdown
