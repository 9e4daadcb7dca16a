#include "exporters/markdown/request_flow.h"

#include "exporters/markdown/block_roles.h"

#include <algorithm>
#include <set>
#include <utility>

namespace lintel::exporters::markdown {

namespace {

using model::BlockId;
using model::graph::ArchitectureGraph;
using Hosts = std::vector<std::string>;

constexpr std::size_t kMostStages = 8;

bool isTraffic(const model::Connection& connection)
{
    return connection.relation.empty() || connection.relation == "traffic";
}

bool isClient(const ArchitectureGraph& graph, const BlockId& id)
{
    const std::string& role = graph.fact(id, "role");
    return role == "client" || role == "internet";
}

void addOnce(std::vector<BlockId>& into, const BlockId& id)
{
    if (std::find(into.begin(), into.end(), id) == into.end()) into.push_back(id);
}

bool isMatch(const std::string& pattern, const std::string& host)
{
    if (!pattern.starts_with("*.")) return pattern == host;
    return host.ends_with(pattern.substr(1)) && host.find('.') == host.size() - pattern.size() + 1;
}

/// Does a listener rule hand requests for one of the hosts to the group? Rules without a host answer to all.
bool answersTo(const ArchitectureGraph& graph, const BlockId& balancer, const BlockId& group, const Hosts& hosts)
{
    bool isNamed = false;
    for (const model::Value& listener : graph.value(balancer, "listeners").toList()) {
        if (listener["target"].scalarText() != group.text()) continue;
        isNamed = true;
        const std::string pattern = listener["host"].scalarText();
        if (pattern.empty() || hosts.empty() ||
            std::any_of(hosts.begin(), hosts.end(), [&](const std::string& host) { return isMatch(pattern, host); }))
            return true;
    }
    return !isNamed;
}

std::string endpointOfTarget(const ArchitectureGraph& graph, const model::graph::Target& target)
{
    std::string endpoint;
    for (const char c : graph.value(target.group, "protocol").scalarText())
        endpoint += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (!target.ports.empty()) endpoint += (endpoint.empty() ? "" : " ") + target.ports;
    return endpoint;
}

/// A target whose groups all answer to other hosts.
bool isForOthers(const ArchitectureGraph& graph, const BlockId& balancer, const BlockId& block, const Hosts& hosts)
{
    bool isTarget = false;
    const BlockId scaling = graph.reference(graph.hostOf(block), "auto-scaling-group");
    for (const model::graph::Target& target : graph.targetsOf(balancer)) {
        const bool isSame = target.block == block || target.block == graph.hostOf(block) ||
                            (!scaling.isEmpty() && target.block == scaling);
        if (target.group.isEmpty() || !isSame) continue;
        if (answersTo(graph, balancer, target.group, hosts)) return false;
        isTarget = true;
    }
    return isTarget;
}

/// Where requests go on to from a block: from itself, its software, and by the target groups of a load balancer.
std::vector<Call> nextOf(const ArchitectureGraph& graph, const BlockId& id, const Hosts& hosts)
{
    std::vector<Call> next;
    const bool isBalancer = graph.fact(id, "role") == "load-balancer";
    const auto add = [&](const BlockId& to, std::string endpoint) {
        const bool isKnown = std::any_of(next.begin(), next.end(), [&](const Call& call) { return call.to == to; });
        if (!isKnown && !(isBalancer && isForOthers(graph, id, to, hosts))) next.push_back({to, std::move(endpoint)});
    };
    const auto addFrom = [&](const BlockId& from) {
        for (const model::ConnectionId& each : graph.outgoing(from))
            if (const model::Connection& connection = *graph.connection(each); isTraffic(connection))
                add(connection.to, endpointOf(connection));
    };
    addFrom(id);
    for (const BlockId& inside : graph.containment().descendants(id)) addFrom(inside);
    if (const BlockId host = graph.hostOf(id); host != id) addFrom(host);
    if (isBalancer)
        for (const model::graph::Target& target : graph.targetsOf(id))
            add(target.block, endpointOfTarget(graph, target));
    return next;
}

/// Called on the way, but not what handles the request.
bool isUsed(const ArchitectureGraph& graph, const BlockId& id)
{
    return isStore(graph, id) || graph.fact(id, "role") == "external" || graph.fact(id, "tier") == "integration" ||
           graph.fact(id, "role") == "internet";
}

/// Its members are told instead.
bool isFullGroup(const ArchitectureGraph& graph, const BlockId& id)
{
    return graph.isKind(id, "auto-scaling-group") && !graph.membersOf(id).empty();
}

/// Goes through the design stage by stage.
class Walk {
public:
    Walk(const ArchitectureGraph& graph, RequestFlow& flow)
        : m_graph(graph), m_flow(flow), m_seen{flow.client, flow.entry}
    {
    }

    void follow()
    {
        std::vector<BlockId> stage{m_flow.entry};
        while (!stage.empty() && m_flow.stages.size() < kMostStages) {
            const std::set<BlockId> before = m_seen;
            std::vector<BlockId> following;
            std::vector<RequestStep> forwards;
            std::vector<RequestStep> uses;
            for (const BlockId& from : stage) {
                RequestStep forward{{from}, {}, false};
                RequestStep use{{from}, {}, true};
                for (const Call& call : nextOf(m_graph, from, m_flow.hosts)) {
                    if (!isNext(call.to, before)) continue;
                    (isUsed(m_graph, call.to) ? use : forward).calls.push_back(call);
                    visit(call.to, following);
                }
                addStep(forwards, std::move(forward));
                addStep(uses, std::move(use));
            }
            for (auto* steps : {&uses, &forwards})
                m_flow.steps.insert(m_flow.steps.end(), steps->begin(), steps->end());
            if (!following.empty()) m_flow.stages.push_back(following);
            stage = std::move(following);
        }
    }

private:
    /// Not handled by an earlier stage; what this stage found already may be called by several.
    bool isNext(const BlockId& to, const std::set<BlockId>& before) const
    {
        const BlockId host = m_graph.hostOf(to);
        // Software and its host are one stop on the way.
        if (host != to && m_seen.contains(host)) return false;
        if (m_graph.fact(to, "role") == "client" || to == m_flow.client || isFullGroup(m_graph, to)) return false;
        return !before.contains(to) || isUsed(m_graph, to);
    }

    void visit(const BlockId& to, std::vector<BlockId>& following)
    {
        if (!m_seen.insert(to).second) return;
        if (isUsed(m_graph, to))
            addOnce(m_flow.uses, to);
        else
            following.push_back(to);
    }

    static void addStep(std::vector<RequestStep>& steps, RequestStep step)
    {
        if (step.calls.empty()) return;
        const auto same =
            std::find_if(steps.begin(), steps.end(), [&](const RequestStep& one) { return one.calls == step.calls; });
        if (same == steps.end())
            steps.push_back(std::move(step));
        else
            same->from.push_back(step.from.front());
    }

    const ArchitectureGraph& m_graph;
    RequestFlow& m_flow;
    std::set<BlockId> m_seen;
};

/// Alternate names of the entry, and records that point to it.
Hosts hostsOf(const ArchitectureGraph& graph, const BlockId& entry)
{
    std::set<std::string> hosts;
    for (const model::Value& alias : graph.value(entry, "aliases").toList())
        if (!alias.scalarText().empty()) hosts.insert(alias.scalarText());
    for (const BlockId& record : graph.blocksOfKind("route53-record")) {
        const bool isDrawn =
            std::any_of(graph.outgoing(record).begin(), graph.outgoing(record).end(),
                        [&](const model::ConnectionId& id) { return graph.connection(id)->to == entry; });
        if (!isDrawn && graph.reference(record, "target") != entry) continue;
        const std::string name = graph.value(record, "record").scalarText();
        hosts.insert(name.empty() ? graph.block(record)->label() : name);
    }
    return {hosts.begin(), hosts.end()};
}

}  // namespace

std::string endpointOf(const model::Connection& connection)
{
    std::string endpoint = connection.protocol;
    if (!connection.ports.empty()) endpoint += (endpoint.empty() ? "" : " ") + connection.ports;
    return endpoint;
}

std::vector<Call> callsOf(const ArchitectureGraph& graph, const BlockId& id) { return nextOf(graph, id, {}); }

std::vector<RequestFlow> requestFlows(const ArchitectureGraph& graph)
{
    std::vector<RequestFlow> flows;
    std::set<std::pair<BlockId, BlockId>> known;
    for (const model::Connection& connection : graph.document().connections) {
        if (!isTraffic(connection) || !isClient(graph, connection.from) || !graph.block(connection.to)) continue;
        if (!known.emplace(connection.from, connection.to).second) continue;
        RequestFlow flow{
            connection.from, connection.to, endpointOf(connection), hostsOf(graph, connection.to), {}, {}, {}};
        Walk(graph, flow).follow();
        flows.push_back(std::move(flow));
    }
    return flows;
}

}  // namespace lintel::exporters::markdown
