#include "model/lint/fixes/merge_load_balancers.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace lintel::model::lint::rules {

Rule albPerSubdomain();

namespace {

using Hosts = std::set<std::string>;

Hosts hostsOf(const Context& context, const BlockId& alb)
{
    Hosts hosts;
    for (const Value& listener : context.graph.value(alb, "listeners").toList())
        if (const std::string& host = listener["host"].toString(); !host.empty()) hosts.insert(host);
    return hosts;
}

std::set<BlockId> asSet(const std::vector<BlockId>& ids) { return {ids.begin(), ids.end()}; }

BlockId webAclOf(const Context& context, const BlockId& alb)
{
    if (const BlockId named = context.graph.reference(alb, "web-acl"); !named.isEmpty()) return named;
    for (const ConnectionId& link : context.graph.incoming(alb))
        if (const BlockId& from = context.graph.connection(link)->from; context.graph.isKind(from, "waf-web-acl"))
            return from;
    return {};
}

/// Only load balancers that are guarded alike may become one: VPC, security groups, firewall, environment.
using Posture = std::tuple<BlockId, std::set<BlockId>, BlockId, std::string>;

std::map<Posture, std::vector<BlockId>> alikeLoadBalancers(const Context& context)
{
    std::map<Posture, std::vector<BlockId>> alike;
    for (const BlockId& alb : context.graph.blocksOfKind("alb")) {
        if (context.graph.value(alb, "scheme").toString() != "internet-facing" || hostsOf(context, alb).empty())
            continue;
        const BlockId vpc = context.graph.vpcOf(alb);
        if (vpc.isEmpty()) continue;
        alike[{vpc, asSet(context.graph.securityGroupsOf(alb)), webAclOf(context, alb),
               context.graph.value(alb, "environment").toString()}]
            .push_back(alb);
    }
    return alike;
}

/// Those of the group whose host names none of the others answers to.
std::vector<BlockId> withOwnHosts(const Context& context, const std::vector<BlockId>& group)
{
    std::map<std::string, int> uses;
    for (const BlockId& alb : group)
        for (const std::string& host : hostsOf(context, alb)) ++uses[host];
    std::vector<BlockId> own;
    for (const BlockId& alb : group) {
        const Hosts hosts = hostsOf(context, alb);
        if (std::all_of(hosts.begin(), hosts.end(), [&](const std::string& host) { return uses[host] == 1; }))
            own.push_back(alb);
    }
    return own;
}

bool fitIntoOne(const Context& context, const std::vector<BlockId>& albs)
{
    std::size_t rules = 0;
    std::set<std::string> certificates;
    for (const BlockId& alb : albs)
        for (const Value& listener : context.graph.value(alb, "listeners").toList()) {
            ++rules;
            if (const std::string& certificate = listener["certificate"].toString(); !certificate.empty())
                certificates.insert(certificate);
        }
    const auto most = [&](const char* key) {
        return static_cast<std::size_t>(std::max<std::int64_t>(0, albPerSubdomain().parameter(context, key)));
    };
    return rules <= most("listener-rules") && certificates.size() <= most("certificates");
}

std::string joined(const Hosts& hosts)
{
    std::string text;
    for (const std::string& host : hosts) text += (text.empty() ? "" : ", ") + host;
    return text;
}

void check(const Context& context, Report& report)
{
    for (const auto& [posture, group] : alikeLoadBalancers(context)) {
        const std::vector<BlockId> albs = withOwnHosts(context, group);
        if (albs.size() < 2 || !fitIntoOne(context, albs)) continue;
        Hosts hosts;
        for (const BlockId& alb : albs) hosts.merge(hostsOf(context, alb));
        const std::string first = labelOf(context.graph, albs.front());
        const std::string count = std::to_string(hosts.size());
        report.add(texts(albs))
            .with("names", labelsOf(context.graph, albs))
            .with("hosts", joined(hosts))
            .with("count", count)
            // DNS and deployments point at the others until somebody moves them: not a thing to do unasked.
            .fix("merge", false,
                 fixes::mergeLoadBalancers(context, albs,
                                           {"rule.alb-per-subdomain.fix.merge", {{"name", first}, {"count", count}}}));
    }
}

}  // namespace

Rule albPerSubdomain()
{
    Rule rule{"alb-per-subdomain", "cost", Severity::Warning, Softening::Never, check};
    rule.parameters = {{"listener-rules", 100}, {"certificates", 25}};  // AWS's default quotas for one of them
    return rule;
}

}  // namespace lintel::model::lint::rules
