#include "model/lint/assertion_check.h"

#include "model/analysis/ipv6_endpoint.h"
#include "model/analysis/service_port.h"
#include "model/edit/operations/remove_elements.h"
#include "model/lint/labels.h"
#include "model/lint/selection.h"

#include <algorithm>
#include <set>

namespace lintel::model::lint {

namespace {

using analysis::AddressSet;
using analysis::Query;

bool hasInterface(const Context& context, const BlockId& id)
{
    const catalogue::Kind* kind = context.graph.kindOf(id);
    return kind && (kind->flag("has-interface") || kind->flag("software"));
}

/// One port of every range that the assertion, or what the target serves, is about.
std::vector<Query> portsFor(const Context& context, const Assertion& assertion, const BlockId& target)
{
    if (assertion.protocol == "icmp") return {{"icmp", 0}};
    if (assertion.port > 0) return {{assertion.protocol, assertion.port}};
    std::vector<Query> queries;
    const analysis::PortSet served = analysis::servicePorts(context.graph, target);
    for (const auto& interval : served.intervals()) queries.push_back({assertion.protocol, interval.first});
    return queries;
}

/// By the addresses of both families, where the design knows both.
std::vector<Query> queriesFor(const Context& context, const Assertion& assertion, const BlockId& target)
{
    std::vector<Query> queries = portsFor(context, assertion, target);
    if (!analysis::usesIpv6(context.graph)) return queries;
    for (std::size_t i = 0, count = queries.size(); i < count; ++i)
        queries.push_back({queries[i].protocol, queries[i].port, analysis::Family::Ipv6});
    return queries;
}

std::vector<BlockId> targetsOf(const Context& context, const Assertion& assertion)
{
    std::vector<BlockId> targets = selectedBlocks(context.graph, assertion.to);
    std::erase_if(targets, [&](const BlockId& id) { return !hasInterface(context, id); });
    return targets;
}

/// Everything that can send, one of each kind of access: what stands in the same subnets behind the same security
/// groups gets as far as its neighbour.
std::vector<BlockId> sendersOf(const Context& context)
{
    using Access = std::tuple<BlockId, std::vector<BlockId>, std::vector<BlockId>, BlockId>;
    std::set<Access> seen;
    std::vector<BlockId> senders;
    std::vector<BlockId> all = context.graph.blocksWithFlag("has-interface");
    const std::vector<BlockId>& offices = context.graph.blocksOfKind("external-network");
    all.insert(all.end(), offices.begin(), offices.end());
    for (const BlockId& id : all) {
        if (context.graph.hostOf(id) != id) continue;
        const std::vector<BlockId>& subnets = context.graph.subnetsOf(id);
        const BlockId self = subnets.empty() ? id : BlockId();
        if (seen.insert({context.graph.vpcOf(id), subnets, context.graph.securityGroupsOf(id), self}).second)
            senders.push_back(id);
    }
    return senders;
}

/// Addresses of the networks that are allowed: who comes from there is no stranger.
AddressSet allowedAddresses(const Context& context, const Selector& from)
{
    AddressSet allowed;
    for (const BlockId& id : selectedBlocks(context.graph, from))
        for (const char* key : {"cidr", "ipv6-cidr"})
            if (const auto range = analysis::parseAddressRange(context.graph.value(id, key).toString()))
                allowed = allowed.with(*range);
    return allowed;
}

/// Straight from one end to the other, without anything in between that answers in its own name. The ids of the way, or
/// nothing when no packet of a stranger arrives.
std::vector<std::string> directWay(const Context& context, const BlockId& from, const BlockId& to, const Query& query,
                                   const AddressSet& allowed)
{
    const analysis::Endpoint sender = analysis::endpointOf(context.graph, from, query.family);
    const analysis::Endpoint receiver = analysis::endpointOf(context.graph, to, query.family);
    for (const analysis::Leg& leg : analysis::legsBetween(context.graph, context.routes, sender, receiver, query)) {
        if (!leg.passes() || (from.isEmpty() && leg.sources.without(allowed).isEmpty())) continue;
        std::vector<std::string> path = leg.path;
        if (!from.isEmpty()) path.insert(path.begin(), from.text());
        return path;
    }
    return {};
}

std::vector<Violation> strangersAt(const Context& context, const Assertion& assertion)
{
    std::vector<BlockId> senders;
    if (!selectsInternet(assertion.from)) senders.emplace_back();
    for (const BlockId& id : sendersOf(context))
        if (!isSelected(context.graph, assertion.from, id)) senders.push_back(id);
    const AddressSet allowed = allowedAddresses(context, assertion.from);
    std::vector<Violation> all;
    for (const BlockId& target : targetsOf(context, assertion)) {
        Violation violation{target, {}, {}};
        const BlockId host = context.graph.hostOf(target);
        for (const BlockId& sender : senders)
            for (const Query& query : queriesFor(context, assertion, target)) {
                if (sender == host || isSelected(context.graph, assertion.to, sender)) break;
                std::vector<std::string> way = directWay(context, sender, target, query, allowed);
                if (way.empty()) continue;
                if (violation.sources.empty()) violation.path = std::move(way);
                violation.sources.push_back(sender);
                break;
            }
        if (!violation.sources.empty()) all.push_back(std::move(violation));
    }
    return all;
}

/// Who of `from` reaches `to` in this snapshot, by whatever way.
std::vector<Violation> pathsBetween(const Context& context, const Assertion& assertion)
{
    std::vector<BlockId> senders;
    if (selectsInternet(assertion.from)) senders.emplace_back();
    for (const BlockId& id : selectedBlocks(context.graph, assertion.from))
        if (context.graph.isKind(id, "external-network") || hasInterface(context, id)) senders.push_back(id);
    std::vector<Violation> all;
    for (const BlockId& target : targetsOf(context, assertion)) {
        Violation violation{target, {}, {}};
        for (const BlockId& sender : senders)
            for (const Query& query : queriesFor(context, assertion, target)) {
                if (context.graph.hostOf(sender) == context.graph.hostOf(target)) break;
                const analysis::Reach reach = context.reachability.reach(sender, target, query);
                if (!reach.reachable) continue;
                if (violation.sources.empty()) violation.path = reach.path;
                violation.sources.push_back(sender);
                break;
            }
        if (!violation.sources.empty()) all.push_back(std::move(violation));
    }
    return all;
}

/// What is to be passed, and what it stands guard over: a web ACL is passed by going through what it is attached to.
std::set<std::string> passedBlocks(const Context& context, const Selector& through)
{
    std::set<std::string> passed;
    for (const BlockId& id : selectedBlocks(context.graph, through)) {
        passed.insert(id.text());
        for (const BlockId& guarded : context.graph.referrers(id, "web-acl")) passed.insert(guarded.text());
        for (const ConnectionId& link : context.graph.outgoing(id))
            if (context.graph.connection(link)->relation == "attach")
                passed.insert(context.graph.connection(link)->to.text());
    }
    return passed;
}

/// Whoever still arrives when it is not there does not pass it.
std::vector<Violation> waysAround(const Context& context, const Assertion& assertion)
{
    const Document& document = context.document;
    const auto without =
        edit::apply(document, edit::removeElements(document, passedBlocks(context, assertion.through)));
    if (!without) return {};
    const analysis::Analyses analyses(*without, context.catalogue);
    return pathsBetween(Context(analyses, context.profile, context.policy, context.today), assertion);
}

}  // namespace

std::vector<Violation> violationsOf(const Context& context, const Assertion& assertion)
{
    switch (assertion.kind) {
        case Assertion::Kind::OnlyFrom: return strangersAt(context, assertion);
        case Assertion::Kind::NoPath: return pathsBetween(context, assertion);
        case Assertion::Kind::MustTraverse: return waysAround(context, assertion);
    }
    return {};
}

}  // namespace lintel::model::lint
