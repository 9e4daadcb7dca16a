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

/// Every application behind it says that it keeps no sessions: no cookies to steal and no forms to forge.
bool isPlainApi(const Context& context, const std::vector<BlockId>& balancers)
{
    bool isSaid = false;
    for (const BlockId& balancer : balancers)
        for (const graph::Target& target : context.graph.targetsOf(balancer)) {
            if (context.graph.value(target.block, "session-storage").toString() != "stateless") return false;
            isSaid = true;
        }
    return isSaid;
}

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
    std::vector<BlockId> balancers;
    for (const Entry& entry : entries) {
        blocks.push_back(entry.block);
        balancers.insert(balancers.end(), entry.balancers.begin(), entry.balancers.end());
    }
    auto finding = report.add(texts(blocks));
    finding.with("from", labelOf(context.graph, entries.front().from))
        .with("names", labelsOf(context.graph, blocks))
        .witness({entries.front().from.text(), blocks.front().text()});
    if (context.profile != Profile::Production || isPlainApi(context, balancers)) finding.severity(Severity::Info);
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
