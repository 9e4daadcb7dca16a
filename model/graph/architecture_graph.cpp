#include "model/graph/architecture_graph.h"

#include <algorithm>

namespace lintel::model::graph {

namespace {

const Value kNull;
const std::string kNoText;
const std::vector<BlockId> kNoBlocks;
const std::vector<ConnectionId> kNoConnections;

void append(std::vector<BlockId>& list, const std::vector<BlockId>& more)
{
    for (const BlockId& id : more)
        if (std::find(list.begin(), list.end(), id) == list.end()) list.push_back(id);
}

bool isReference(const catalogue::Property& property)
{
    return property.type == catalogue::PropertyType::Reference || property.type == catalogue::PropertyType::References;
}

}  // namespace

ArchitectureGraph::ArchitectureGraph(Document document, const catalogue::Catalogue& catalogue)
    : m_document(std::move(document)), m_catalogue(&catalogue), m_containment(m_document)
{
    m_rows.reserve(m_document.blocks.size());
    for (const Table<Block>::Row& row : m_document.blocks.rows()) m_rows.emplace(row->id, row);
    for (const Block& block : m_document.blocks) {
        m_byKind[block.kind.text()].push_back(block.id);
        const catalogue::Kind* kind = m_catalogue->kindOf(block);
        if (!kind) continue;
        for (const catalogue::Property& property : kind->properties) {
            if (!isReference(property)) continue;
            for (const BlockId& named : references(block.id, property.key))
                m_referrers[{named, property.key}].push_back(block.id);
        }
    }
    for (const Connection& connection : m_document.connections) {
        m_outgoing[connection.from].push_back(connection.id);
        m_incoming[connection.to].push_back(connection.id);
    }
}

bool ArchitectureGraph::isKind(const BlockId& id, std::string_view kind) const
{
    const Block* found = block(id);
    return found && found->kind.text() == kind;
}

const Value& ArchitectureGraph::value(const BlockId& id, std::string_view key) const
{
    const Block* found = block(id);
    return found ? m_catalogue->value(*found, key) : kNull;
}

const std::string& ArchitectureGraph::fact(const BlockId& id, std::string_view key) const
{
    const Block* found = block(id);
    return found ? m_catalogue->fact(*found, key) : kNoText;
}

const std::vector<BlockId>& ArchitectureGraph::blocksOfKind(std::string_view kind) const
{
    const auto found = m_byKind.find(kind);
    return found == m_byKind.end() ? kNoBlocks : found->second;
}

std::vector<BlockId> ArchitectureGraph::references(const BlockId& id, std::string_view key) const
{
    std::vector<BlockId> named;
    const Value& value = this->value(id, key);
    const auto add = [&](const Value& one) {
        if (const BlockId other(one.toString()); !other.isEmpty() && block(other))
            append(named, {other});
    };
    if (value.isList())
        for (const Value& one : value.toList()) add(one);
    else
        add(value);
    return named;
}

BlockId ArchitectureGraph::reference(const BlockId& id, std::string_view key) const
{
    const std::vector<BlockId> named = references(id, key);
    return named.empty() ? BlockId() : named.front();
}

std::vector<BlockId> ArchitectureGraph::referrers(const BlockId& id, std::string_view key) const
{
    const auto found = m_referrers.find({id, std::string(key)});
    return found == m_referrers.end() ? kNoBlocks : found->second;
}

BlockId ArchitectureGraph::ancestorOfKind(const BlockId& id, std::string_view kind) const
{
    const Block* at = block(id);
    // A parent cycle is refused by the reader; the bound keeps a broken draft from hanging us.
    for (std::size_t depth = 0; at && depth <= m_document.blocks.size(); ++depth) {
        at = block(at->parent);
        if (at && at->kind.text() == kind) return at->id;
    }
    return {};
}

BlockId ArchitectureGraph::vpcOf(const BlockId& id) const
{
    if (isKind(id, "vpc")) return id;
    const BlockId holder = ancestorOfKind(id, "vpc");
    if (!holder.isEmpty()) return holder;
    for (const BlockId& subnet : subnetsOf(id))
        if (const BlockId vpc = ancestorOfKind(subnet, "vpc"); !vpc.isEmpty()) return vpc;
    return {};
}

BlockId ArchitectureGraph::positionSubnet(const BlockId& id) const { return ancestorOfKind(id, "subnet"); }

std::vector<BlockId> ArchitectureGraph::subnetsOf(const BlockId& id) const
{
    std::vector<BlockId> subnets;
    if (isKind(id, "subnet")) return {id};
    if (const BlockId own = positionSubnet(id); !own.isEmpty()) subnets.push_back(own);
    append(subnets, references(id, "subnets"));
    if (isKind(id, "aurora-cluster"))
        for (const BlockId& instance : referrers(id, "cluster")) append(subnets, subnetsOf(instance));
    if (isKind(id, "auto-scaling-group") && subnets.empty())
        for (const BlockId& member : membersOf(id)) append(subnets, subnetsOf(member));
    if (!subnets.empty()) return subnets;

    // Nothing of its own: what holds it says where it runs; a replica without a place runs where its source may.
    if (const BlockId source = reference(id, "source"); !source.isEmpty() && source != id) return references(source, "subnets");
    const Block* self = block(id);
    if (!self || self->parent.isEmpty()) return subnets;
    for (const char* holder : {"ec2-instance", "eks-node-group", "eks-cluster"})
        if (const BlockId host = ancestorOfKind(id, holder); !host.isEmpty())
            if (append(subnets, subnetsOf(host)); !subnets.empty()) return subnets;
    return subnets;
}

std::string ArchitectureGraph::zoneOf(const BlockId& subnet) const
{
    if (const BlockId zone = ancestorOfKind(subnet, "availability-zone"); !zone.isEmpty()) {
        const std::string letter = value(zone, "zone").scalarText();
        return letter.empty() ? zone.text() : letter;
    }
    return value(subnet, "zone").scalarText();
}

std::set<std::string> ArchitectureGraph::zonesOf(const BlockId& id) const
{
    std::set<std::string> zones;
    for (const BlockId& subnet : subnetsOf(id))
        if (std::string zone = zoneOf(subnet); !zone.empty()) zones.insert(std::move(zone));
    return zones;
}

std::vector<BlockId> ArchitectureGraph::subnetsOfVpc(const BlockId& vpc) const
{
    std::vector<BlockId> subnets;
    for (const BlockId& subnet : blocksOfKind("subnet"))
        if (ancestorOfKind(subnet, "vpc") == vpc) subnets.push_back(subnet);
    return subnets;
}

BlockId ArchitectureGraph::hostOf(const BlockId& id) const
{
    const Block* self = block(id);
    if (!self || !m_catalogue->flag(*self, "software")) return id;
    for (const char* holder : {"ec2-instance", "eks-node-group", "eks-cluster"})
        if (const BlockId host = ancestorOfKind(id, holder); !host.isEmpty()) return host;
    return id;
}

std::vector<BlockId> ArchitectureGraph::securityGroupsOf(const BlockId& id) const
{
    std::vector<BlockId> groups = references(id, "security-groups");
    if (!groups.empty()) return groups;
    const BlockId host = hostOf(id);
    if (host != id) return securityGroupsOf(host);
    for (const char* key : {"cluster", "source"}) {
        const BlockId owner = reference(id, key);
        if (!owner.isEmpty() && owner != id) return references(owner, "security-groups");
    }
    for (const char* holder : {"eks-node-group", "eks-cluster"})
        if (const BlockId owner = ancestorOfKind(id, holder); !owner.isEmpty())
            if (groups = securityGroupsOf(owner); !groups.empty()) return groups;
    const BlockId scaling = isKind(id, "auto-scaling-group") ? id : reference(id, "auto-scaling-group");
    if (const BlockId launch = reference(scaling, "launch-template"); !launch.isEmpty())
        groups = references(launch, "security-groups");
    return groups;
}

bool ArchitectureGraph::hasPublicAddress(const BlockId& id) const
{
    const BlockId host = hostOf(id);
    if (!reference(host, "elastic-ip").isEmpty()) return true;
    for (const ConnectionId& link : incoming(host))
        if (isKind(connection(link)->from, "elastic-ip") && connection(link)->relation == "attach") return true;
    const Block* self = block(host);
    if (!self) return false;
    if (m_catalogue->kindOf(*self) && m_catalogue->kindOf(*self)->property("publicly-accessible"))
        return value(host, "publicly-accessible").toBool();
    if (isKind(host, "aurora-instance")) return value(reference(host, "cluster"), "publicly-accessible").toBool();
    if (isKind(host, "ecs-service")) return value(host, "assign-public-ip").toBool();
    if (!isKind(host, "ec2-instance") && !isKind(host, "eks-node-group")) return false;
    if (const Value& own = value(host, "public-ip"); own.isBool()) return own.toBool();
    const std::vector<BlockId> subnets = subnetsOf(host);
    return std::any_of(subnets.begin(), subnets.end(),
                       [&](const BlockId& subnet) { return value(subnet, "auto-assign-public-ip").toBool(); });
}

const std::vector<ConnectionId>& ArchitectureGraph::outgoing(const BlockId& from) const
{
    const auto found = m_outgoing.find(from);
    return found == m_outgoing.end() ? kNoConnections : found->second;
}

const std::vector<ConnectionId>& ArchitectureGraph::incoming(const BlockId& to) const
{
    const auto found = m_incoming.find(to);
    return found == m_incoming.end() ? kNoConnections : found->second;
}

std::vector<BlockId> ArchitectureGraph::loadBalancers() const
{
    std::vector<BlockId> all = blocksOfKind("alb");
    append(all, blocksOfKind("nlb"));
    return all;
}

void ArchitectureGraph::addTargets(const BlockId& group, const std::string& ports, std::vector<Target>& into) const
{
    const std::string own = value(group, "port").scalarText();
    std::vector<BlockId> blocks = references(group, "targets");
    append(blocks, referrers(group, "target-groups"));
    for (const ConnectionId& link : outgoing(group)) append(blocks, {connection(link)->to});
    for (const BlockId& target : blocks) into.push_back({target, group, own.empty() ? ports : own});
}

std::vector<Target> ArchitectureGraph::targetsOf(const BlockId& loadBalancer) const
{
    std::vector<BlockId> groups;
    for (const Value& listener : value(loadBalancer, "listeners").toList())
        if (const BlockId group(listener["target"].toString()); isKind(group, "target-group")) append(groups, {group});
    std::vector<Target> targets;
    for (const ConnectionId& link : outgoing(loadBalancer)) {
        const Connection& drawn = *connection(link);
        if (isKind(drawn.to, "target-group")) append(groups, {drawn.to});
        else if (drawn.isNetworkTraffic()) targets.push_back({drawn.to, {}, drawn.ports});
    }
    std::vector<Target> all;
    for (const BlockId& group : groups) addTargets(group, {}, all);
    // What is drawn directly as well says the same thing again.
    for (const Target& drawn : targets)
        if (std::none_of(all.begin(), all.end(), [&](const Target& known) { return known.block == drawn.block; }))
            all.push_back(drawn);
    return all;
}

}  // namespace lintel::model::graph
