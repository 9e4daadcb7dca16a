#include "model/lint/fixes/internal_load_balancer.h"

#include "model/analysis/service_port.h"
#include "model/lint/fixes/firewall_rows.h"

#include <algorithm>
#include <map>
#include <set>

namespace lintel::model::lint::fixes {

namespace {

using Renamed = std::map<BlockId, BlockId>;  ///< old target group -> new one

Value asValue(const std::vector<BlockId>& ids)
{
    Value::List list;
    for (const BlockId& id : ids) list.emplace_back(id.text());
    return Value(std::move(list));
}

/// A private subnet in each zone of the old one, where there is one in every zone; else its own subnets, which do.
std::vector<BlockId> placesFor(const Context& context, const BlockId& publicOne)
{
    const std::vector<BlockId> old = context.graph.subnetsOf(publicOne);
    std::vector<BlockId> places;
    for (const BlockId& subnet : old)
        for (const BlockId& other : context.graph.subnetsOfVpc(context.graph.vpcOf(publicOne)))
            if (context.graph.zoneOf(other) == context.graph.zoneOf(subnet) && !context.routes.isPublic(other)) {
                places.push_back(other);
                break;
            }
    return places.size() == old.size() ? places : old;
}

Renamed copyTargetGroups(const Context& context, const BlockId& publicOne, edit::Transaction& transaction)
{
    std::set<BlockId> groups;
    for (const graph::Target& target : context.graph.targetsOf(publicOne))
        if (!target.group.isEmpty()) groups.insert(target.group);
    Renamed renamed;
    for (const BlockId& group : groups) {
        Block copy = *context.graph.block(group);
        copy.id = BlockId(transaction.freeId(group.text() + "-internal", "tg-internal"));
        if (!copy.name.empty()) copy.name += "-internal";
        renamed[group] = copy.id;
        for (const BlockId& member : context.graph.referrers(group, "target-groups")) {
            Value::List list = transaction.block(member)->property("target-groups").toList();
            list.emplace_back(copy.id.text());
            transaction.setProperty(member, "target-groups", Value(std::move(list)));
        }
        transaction.put(std::move(copy));
    }
    return renamed;
}

Value forwardingListeners(const Context& context, const BlockId& publicOne, const Renamed& groups)
{
    Value::List listeners;
    for (const Value& listener : context.graph.value(publicOne, "listeners").toList()) {
        if (listener["action"].toString() == "redirect") continue;
        Value::Map cells = listener.toMap();
        for (ValueEntry& cell : cells)
            if (const auto group = groups.find(BlockId(cell.value.toString()));
                cell.key == "target" && group != groups.end())
                cell.value = Value(group->second.text());
        listeners.emplace_back(std::move(cells));
    }
    return Value(std::move(listeners));
}

/// What the old one may do at the targets, the new one may do as well.
void repeatRules(const Context& context, const BlockId& publicOne, const BlockId& group, edit::Transaction& transaction)
{
    const std::vector<BlockId> old = context.graph.securityGroupsOf(publicOne);
    for (const BlockId& table : context.graph.blocksOfKind("security-group")) {
        Value::List rows = context.graph.value(table, "inbound").toList();
        const std::size_t count = rows.size();
        for (std::size_t at = 0; at < count; ++at) {
            if (std::find(old.begin(), old.end(), BlockId(rows[at]["source"].toString())) == old.end()) continue;
            Value::Map cells = rows[at].toMap();
            for (ValueEntry& cell : cells)
                if (cell.key == "source") cell.value = Value(group.text());
            rows.emplace_back(std::move(cells));
        }
        if (rows.size() != count) transaction.setProperty(table, "inbound", Value(std::move(rows)));
    }
}

BlockId groupFor(const Context& context, const BlockId& publicOne, const std::vector<ConnectionId>& callers,
                 edit::Transaction& transaction)
{
    Block group;
    group.id = BlockId(transaction.freeId("sg-" + publicOne.text() + "-internal", "sg-internal"));
    group.kind = KindId("security-group");
    group.parent = context.graph.vpcOf(publicOne);
    const BlockId id = group.id;
    transaction.put(std::move(group));
    const analysis::PortSet served = analysis::servicePorts(context.graph, publicOne);
    for (const ConnectionId& link : callers) {
        const Connection& drawn = *context.graph.connection(link);
        const analysis::PortSet ports = drawn.ports.empty() ? served : analysis::PortSet::parse(drawn.ports);
        addRule(id, analysis::Direction::Inbound, "tcp", ports,
                otherEndsOf(context, drawn.from, context.graph.vpcOf(publicOne)), transaction);
    }
    return id;
}

/// To its target groups as before; to targets that are drawn directly, the same arrows.
void copyArrows(const Context& context, const BlockId& publicOne, const BlockId& internal, const Renamed& groups,
                edit::Transaction& transaction)
{
    for (const ConnectionId& link : context.graph.outgoing(publicOne)) {
        Connection copy = *context.graph.connection(link);
        if (const auto group = groups.find(copy.to); group != groups.end())
            copy.to = group->second;
        else if (!copy.isNetworkTraffic())
            continue;
        copy.id = ConnectionId(transaction.freeId(internal.text() + "-" + copy.to.text(), "internal"));
        copy.from = internal;
        transaction.put(std::move(copy));
    }
}

}  // namespace

void addInternalLoadBalancer(const Context& context, const BlockId& publicOne, const std::vector<ConnectionId>& callers,
                             edit::Transaction& transaction)
{
    const Block& old = *context.graph.block(publicOne);
    const Renamed groups = copyTargetGroups(context, publicOne, transaction);
    Block balancer;
    balancer.id = BlockId(transaction.freeId(publicOne.text() + "-internal", "internal"));
    balancer.kind = old.kind;
    balancer.parent = old.parent;
    if (!old.name.empty()) balancer.name = old.name + "-internal";
    balancer.properties["scheme"] = Value("internal");
    if (const std::vector<BlockId> places = placesFor(context, publicOne); !places.empty())
        balancer.properties["subnets"] = asValue(places);
    if (const Value listeners = forwardingListeners(context, publicOne, groups); !listeners.toList().empty())
        balancer.properties["listeners"] = listeners;
    if (!context.graph.securityGroupsOf(publicOne).empty()) {
        const BlockId group = groupFor(context, publicOne, callers, transaction);
        repeatRules(context, publicOne, group, transaction);
        balancer.properties["security-groups"] = asValue({group});
    }
    const BlockId id = balancer.id;
    transaction.put(std::move(balancer));
    copyArrows(context, publicOne, id, groups, transaction);
    for (const ConnectionId& link : callers) {
        Connection turned = *context.graph.connection(link);
        turned.to = id;
        transaction.put(std::move(turned));
    }
}

}  // namespace lintel::model::lint::fixes
