#include "model/analysis/firewall.h"
#include "model/lint/entrances.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <map>
#include <set>

namespace lintel::model::lint::rules {

namespace {

bool hasWebAcl(const Context& context, const BlockId& entry)
{
    if (!context.graph.reference(entry, "web-acl").isEmpty()) return true;
    const std::vector<ConnectionId>& links = context.graph.incoming(entry);
    return std::any_of(links.begin(), links.end(), [&](const ConnectionId& link) {
        return context.graph.isKind(context.graph.connection(link)->from, "waf-web-acl");
    });
}

/// Application Load Balancers that the requests of the entry end at: itself, or the origins of a distribution.
std::vector<BlockId> balancersBehind(const Context& context, const BlockId& entry)
{
    if (context.graph.isKind(entry, "alb")) return {entry};
    std::set<BlockId> found;
    for (const ConnectionId& link : context.graph.outgoing(entry)) {
        const Connection& drawn = *context.graph.connection(link);
        if (drawn.isNetworkTraffic() && context.graph.isKind(drawn.to, "alb") && !hasWebAcl(context, drawn.to))
            found.insert(drawn.to);
    }
    return {found.begin(), found.end()};
}

/// Only known addresses come in: there is nobody to filter.
bool isRestricted(const Context& context, const BlockId& balancer)
{
    const std::vector<BlockId> groups = context.graph.securityGroupsOf(balancer);
    if (groups.empty() || !distributionsBefore(context.graph, balancer).empty()) return false;
    return analysis::rowsOpenToInternet(context.graph, groups, analysis::PortSet::all()).empty();
}

/// Who answers behind load balancers: their targets, and what proxies among them pass requests on to.
class Answering {
public:
    explicit Answering(const Context& context) : m_context(context) {}

    void addBehind(const BlockId& balancer)
    {
        if (!m_seen.insert(balancer).second) return;
        for (const graph::Target& target : m_context.graph.targetsOf(balancer)) addServer(target.block);
    }

    /// One of them says that it keeps sessions: there are logins to guess and cookies to steal.
    bool keepsSessions() const
    {
        return std::any_of(m_seen.begin(), m_seen.end(), [&](const BlockId& id) {
            const std::string& said = m_context.graph.value(id, "session-storage").toString();
            return !said.empty() && said != "stateless";
        });
    }

private:
    void addServer(const BlockId& server)
    {
        if (!m_seen.insert(server).second) return;
        if (const BlockId group = m_context.graph.reference(server, "auto-scaling-group"); !group.isEmpty())
            m_seen.insert(group);
        follow(server);
        for (const BlockId& inside : m_context.graph.containment().descendants(server)) {
            m_seen.insert(inside);
            follow(inside);
        }
    }

    void follow(const BlockId& from)
    {
        for (const ConnectionId& link : m_context.graph.outgoing(from)) {
            const Connection& drawn = *m_context.graph.connection(link);
            if (!drawn.isNetworkTraffic()) continue;
            const std::string& role = m_context.graph.fact(drawn.to, "role");
            if (role == "load-balancer")
                addBehind(drawn.to);
            else if (role == "compute" || role == "software")
                addServer(m_context.graph.hostOf(drawn.to));
        }
    }

    const Context& m_context;
    std::set<BlockId> m_seen;
};

/// Where requests of people come in unfiltered.
struct Entry {
    BlockId block;
    BlockId from;
    std::vector<BlockId> balancers;
};

std::vector<Entry> unfiltered(const Context& context, const char* kind)
{
    std::vector<Entry> entries;
    for (const BlockId& block : context.graph.blocksOfKind(kind)) {
        const std::vector<ConnectionId> calls = publicCallsTo(context.graph, block);
        const bool isInside = context.graph.isKind(block, "alb") && !isInternetFacing(context.graph, block);
        if (calls.empty() || isInside || hasWebAcl(context, block)) continue;
        std::vector<BlockId> balancers = balancersBehind(context, block);
        if (balancers.empty() || isRestricted(context, block)) continue;
        entries.push_back({block, context.graph.connection(calls.front())->from, std::move(balancers)});
    }
    return entries;
}

/// One word for entries that one web ACL would guard.
void tell(const Context& context, const std::vector<Entry>& entries, Report& report)
{
    std::vector<BlockId> blocks;
    Answering answering(context);
    for (const Entry& entry : entries) {
        blocks.push_back(entry.block);
        for (const BlockId& balancer : entry.balancers) answering.addBehind(balancer);
    }
    auto finding = report.add(texts(blocks));
    finding.with("from", labelOf(context.graph, entries.front().from))
        .with("names", labelsOf(context.graph, blocks))
        .witness({entries.front().from.text(), blocks.front().text()});
    // Where nobody says that people log in, a web ACL is a layer more: worth a thought, not an alarm.
    if (context.profile != Profile::Production || !answering.keepsSessions()) finding.severity(Severity::Info);
}

void check(const Context& context, Report& report)
{
    for (const Entry& entry : unfiltered(context, "cloudfront")) tell(context, {entry}, report);
    std::map<BlockId, std::vector<Entry>> byVpc;
    std::vector<Entry> balanced = unfiltered(context, "alb");
    for (Entry& entry : balanced) byVpc[context.graph.vpcOf(entry.block)].push_back(std::move(entry));
    for (const auto& [vpc, entries] : byVpc) tell(context, entries, report);
}

}  // namespace

Rule pathWithoutWaf() { return {"path-without-waf", "exposure", Severity::Warning, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
