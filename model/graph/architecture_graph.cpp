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

void note(std::size_t kindBit)
{
    if (ReadSet* reads = ReadRecorder::current()) reads->addKindBit(kindBit);
}

void noteStructure()
{
    if (ReadSet* reads = ReadRecorder::current()) reads->addStructure();
}

void noteConnections()
{
    if (ReadSet* reads = ReadRecorder::current()) reads->addConnections();
}

}  // namespace

ArchitectureGraph::ArchitectureGraph(Document document, const catalogue::Catalogue& catalogue)
    : m_document(std::move(document)), m_catalogue(&catalogue)
{
    addNodes();
    for (const Block& block : m_document.blocks) {
        if (!block.parent.isEmpty())
            if (const Node* parent = nodeOf(block.parent)) nodeOf(block.id)->parent = parent;
        for (const catalogue::Property* property : entryOf(block.kind).references) {
            const Value& own = block.property(property->key);
            const Value& named = own.isNull() ? property->defaultValue : own;
            if (!named.isList()) addReferrer(*property, named, block.id);
            for (const Value& one : named.toList()) addReferrer(*property, one, block.id);
        }
    }
    addConnections();
}

void ArchitectureGraph::addNodes()
{
    m_nodes.reserve(m_document.blocks.size());
    std::vector<std::string_view> ids;
    ids.reserve(m_document.blocks.size());
    for (const Table<Block>::Row& row : m_document.blocks.rows()) {
        KindEntry& entry = entryOf(row->kind);
        entry.blocks.push_back(row->id);
        const bool isSoftware = entry.kind && entry.kind->flag("software");
        m_nodes.push_back({row, entry.kind, entry.bit, isSoftware, nullptr, {}, {}, {}});
        ids.push_back(row->id.text());
    }
    m_places = IdIndex(std::move(ids));
    m_vpcs.resize(m_nodes.size());
    m_subnets.resize(m_nodes.size());
    m_zones.resize(m_nodes.size());
    m_securityGroups.resize(m_nodes.size());
    m_targets.resize(m_nodes.size());
}

ArchitectureGraph::KindEntry& ArchitectureGraph::entryOf(const KindId& kind)
{
    const auto [found, isNew] = m_kinds.try_emplace(kind.text());
    KindEntry& entry = found->second;
    if (!isNew) return entry;
    entry.kind = m_catalogue->find(kind);
    entry.bit = ReadSet::bitOf(kind.text());
    if (entry.kind)
        for (const catalogue::Property& property : entry.kind->properties)
            if (isReference(property)) entry.references.push_back(&property);
    return entry;
}

void ArchitectureGraph::addReferrer(const catalogue::Property& property, const Value& named, const BlockId& from)
{
    if (named.toString().empty()) return;
    const std::size_t place = m_places.find(named.toString());
    if (place == IdIndex::kNone) return;
    std::vector<Referrers>& all = m_nodes[place].referrers;
    auto known = std::find_if(all.begin(), all.end(), [&](const Referrers& one) { return one.key == property.key; });
    if (known == all.end()) known = all.insert(all.end(), Referrers{property.key, {}});
    // One that is named twice is named.
    if (known->blocks.empty() || known->blocks.back() != from) known->blocks.push_back(from);
}

void ArchitectureGraph::addConnections()
{
    m_drawn.reserve(m_document.connections.size());
    std::vector<std::string_view> ids;
    ids.reserve(m_document.connections.size());
    for (const Connection& connection : m_document.connections) {
        m_drawn.push_back(&connection);
        ids.push_back(connection.id.text());
        if (Node* from = nodeOf(connection.from)) from->outgoing.push_back(connection.id);
        if (Node* to = nodeOf(connection.to)) to->incoming.push_back(connection.id);
    }
    m_connections = IdIndex(std::move(ids));
}

const Document& ArchitectureGraph::document() const
{
    if (ReadSet* reads = ReadRecorder::current()) reads->addEverything();
    return m_document;
}

const Containment& ArchitectureGraph::containment() const
{
    noteStructure();
    return *m_containment.get(true, [&] { return std::make_shared<const Containment>(m_document); });
}

ArchitectureGraph::Node* ArchitectureGraph::nodeOf(const BlockId& id)
{
    const std::size_t place = m_places.find(id.text());
    return place == IdIndex::kNone ? nullptr : &m_nodes[place];
}

const ArchitectureGraph::Node* ArchitectureGraph::find(const BlockId& id) const
{
    const std::size_t place = m_places.find(id.text());
    if (place == IdIndex::kNone) {
        if (!id.isEmpty()) noteStructure();
        return nullptr;
    }
    note(m_nodes[place].kindBit);
    return &m_nodes[place];
}

template <class Result, class Make>
const Result& ArchitectureGraph::kept(const NodeCache<Result>& cache, const BlockId& id, Make make) const
{
    static const Result kNothing;
    const Node* node = find(id);
    return node ? cache.get(static_cast<std::size_t>(node - m_nodes.data()), make) : kNothing;
}

bool ArchitectureGraph::isKind(const BlockId& id, std::string_view kind) const
{
    const Block* found = block(id);
    return found && found->kind.text() == kind;
}

const Value& ArchitectureGraph::value(const BlockId& id, std::string_view key) const
{
    const Node* node = find(id);
    if (!node) return kNull;
    const Value& own = node->row->property(key);
    if (!own.isNull() || !node->kind) return own;
    const catalogue::Property* property = node->kind->property(key);
    return property ? property->defaultValue : own;
}

const std::string& ArchitectureGraph::fact(const BlockId& id, std::string_view key) const
{
    const catalogue::Kind* kind = kindOf(id);
    return kind ? kind->fact(key) : kNoText;
}

const std::vector<BlockId>& ArchitectureGraph::blocksOfKind(std::string_view kind) const
{
    if (ReadSet* reads = ReadRecorder::current()) reads->addKind(kind);
    const auto found = m_kinds.find(kind);
    return found == m_kinds.end() ? kNoBlocks : found->second.blocks;
}

template <class Wanted>
std::vector<BlockId> ArchitectureGraph::blocksOfKinds(Wanted wanted) const
{
    std::vector<BlockId> all;
    for (const catalogue::Kind& kind : m_catalogue->kinds()) {
        if (!wanted(kind)) continue;
        const std::vector<BlockId>& blocks = blocksOfKind(kind.id.text());
        all.insert(all.end(), blocks.begin(), blocks.end());
    }
    std::sort(all.begin(), all.end());
    return all;
}

const std::vector<BlockId>& ArchitectureGraph::blocksWithFlag(std::string_view flag) const
{
    return m_byFlag.get(std::string(flag),
                        [&] { return blocksOfKinds([&](const catalogue::Kind& kind) { return kind.flag(flag); }); });
}

const std::vector<BlockId>& ArchitectureGraph::blocksWithRole(std::string_view role) const
{
    return m_byRole.get(std::string(role), [&] {
        return blocksOfKinds([&](const catalogue::Kind& kind) { return kind.fact("role") == role; });
    });
}

const std::vector<BlockId>& ArchitectureGraph::blocksWithProperty(std::string_view key) const
{
    return m_byProperty.get(std::string(key), [&] {
        return blocksOfKinds([&](const catalogue::Kind& kind) { return kind.property(key) != nullptr; });
    });
}

std::vector<BlockId> ArchitectureGraph::references(const BlockId& id, std::string_view key) const
{
    std::vector<BlockId> named;
    const Value& value = this->value(id, key);
    const auto add = [&](const Value& one) {
        if (const BlockId other(one.toString()); !other.isEmpty() && block(other)) append(named, {other});
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

const ReadSet& ArchitectureGraph::kindsReferringBy(std::string_view key) const
{
    return m_kindsReferring.get(std::string(key), [&] {
        ReadSet kinds;
        for (const catalogue::Kind& kind : m_catalogue->kinds())
            if (const catalogue::Property* property = kind.property(key); property && isReference(*property))
                kinds.addKind(kind.id.text());
        return kinds;
    });
}

const std::vector<BlockId>& ArchitectureGraph::referrers(const BlockId& id, std::string_view key) const
{
    if (ReadSet* reads = ReadRecorder::current()) reads->merge(kindsReferringBy(key));
    if (const Node* node = find(id))
        for (const Referrers& one : node->referrers)
            if (one.key == key) return one.blocks;
    return kNoBlocks;
}

const ArchitectureGraph::Node* ArchitectureGraph::ancestor(const Node* node, std::string_view kind) const
{
    // A parent cycle is refused by the reader; the bound keeps a broken draft from hanging us.
    for (std::size_t depth = 0; node && depth <= m_nodes.size(); ++depth) {
        if (!node->parent && !node->row->parent.isEmpty()) noteStructure();
        node = node->parent;
        if (node) note(node->kindBit);
        if (node && node->row->kind.text() == kind) return node;
    }
    return nullptr;
}

BlockId ArchitectureGraph::ancestorOfKind(const BlockId& id, std::string_view kind) const
{
    const Node* found = ancestor(find(id), kind);
    return found ? found->row->id : BlockId();
}

const BlockId& ArchitectureGraph::vpcOf(const BlockId& id) const
{
    return kept(m_vpcs, id, [&] { return findVpc(id); });
}

BlockId ArchitectureGraph::findVpc(const BlockId& id) const
{
    if (isKind(id, "vpc")) return id;
    const BlockId holder = ancestorOfKind(id, "vpc");
    if (!holder.isEmpty()) return holder;
    for (const BlockId& subnet : subnetsOf(id))
        if (const BlockId vpc = ancestorOfKind(subnet, "vpc"); !vpc.isEmpty()) return vpc;
    return {};
}

BlockId ArchitectureGraph::positionSubnet(const BlockId& id) const { return ancestorOfKind(id, "subnet"); }

const std::vector<BlockId>& ArchitectureGraph::subnetsOf(const BlockId& id) const
{
    return kept(m_subnets, id, [&] { return findSubnets(id); });
}

std::vector<BlockId> ArchitectureGraph::findSubnets(const BlockId& id) const
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
    if (const BlockId source = reference(id, "source"); !source.isEmpty() && source != id)
        return references(source, "subnets");
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

const std::set<std::string>& ArchitectureGraph::zonesOf(const BlockId& id) const
{
    return kept(m_zones, id, [&] { return findZones(id); });
}

std::set<std::string> ArchitectureGraph::findZones(const BlockId& id) const
{
    std::set<std::string> zones;
    for (const BlockId& subnet : subnetsOf(id))
        if (std::string zone = zoneOf(subnet); !zone.empty()) zones.insert(std::move(zone));
    return zones;
}

const std::vector<BlockId>& ArchitectureGraph::blocksInVpc(const BlockId& vpc, std::string_view kind) const
{
    const ByVpc& byVpc = m_byVpc.get(std::string(kind), [&] {
        ByVpc all;
        for (const BlockId& id : blocksOfKind(kind)) all[vpcOf(id)].push_back(id);
        return all;
    });
    const auto found = byVpc.find(vpc);
    return found == byVpc.end() ? kNoBlocks : found->second;
}

BlockId ArchitectureGraph::hostOf(const BlockId& id) const
{
    const Node* self = find(id);
    if (!self || !self->isSoftware) return id;
    for (const char* holder : {"ec2-instance", "eks-node-group", "eks-cluster"})
        if (const BlockId host = ancestorOfKind(id, holder); !host.isEmpty()) return host;
    return id;
}

const std::vector<BlockId>& ArchitectureGraph::securityGroupsOf(const BlockId& id) const
{
    return kept(m_securityGroups, id, [&] { return findSecurityGroups(id); });
}

std::vector<BlockId> ArchitectureGraph::findSecurityGroups(const BlockId& id) const
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
    if (const catalogue::Kind* kind = kindOf(host); kind && kind->property("publicly-accessible"))
        return value(host, "publicly-accessible").toBool();
    if (isKind(host, "aurora-instance")) return value(reference(host, "cluster"), "publicly-accessible").toBool();
    if (isKind(host, "ecs-service")) return value(host, "assign-public-ip").toBool();
    if (!isKind(host, "ec2-instance") && !isKind(host, "eks-node-group")) return false;
    if (const Value& own = value(host, "public-ip"); own.isBool()) return own.toBool();
    const std::vector<BlockId>& subnets = subnetsOf(host);
    return std::any_of(subnets.begin(), subnets.end(),
                       [&](const BlockId& subnet) { return value(subnet, "auto-assign-public-ip").toBool(); });
}

const std::vector<ConnectionId>& ArchitectureGraph::outgoing(const BlockId& from) const
{
    noteConnections();
    const Node* node = find(from);
    return node ? node->outgoing : kNoConnections;
}

const std::vector<ConnectionId>& ArchitectureGraph::incoming(const BlockId& to) const
{
    noteConnections();
    const Node* node = find(to);
    return node ? node->incoming : kNoConnections;
}

const Table<Connection>& ArchitectureGraph::connections() const
{
    noteConnections();
    return m_document.connections;
}

const Connection* ArchitectureGraph::connection(const ConnectionId& id) const
{
    noteConnections();
    const std::size_t place = m_connections.find(id.text());
    return place == IdIndex::kNone ? nullptr : m_drawn[place];
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

const std::vector<Target>& ArchitectureGraph::targetsOf(const BlockId& loadBalancer) const
{
    return kept(m_targets, loadBalancer, [&] { return findTargets(loadBalancer); });
}

std::vector<Target> ArchitectureGraph::findTargets(const BlockId& loadBalancer) const
{
    std::vector<BlockId> groups;
    for (const Value& listener : value(loadBalancer, "listeners").toList())
        if (const BlockId group(listener["target"].toString()); isKind(group, "target-group")) append(groups, {group});
    std::vector<Target> targets;
    for (const ConnectionId& link : outgoing(loadBalancer)) {
        const Connection& drawn = *connection(link);
        if (isKind(drawn.to, "target-group"))
            append(groups, {drawn.to});
        else if (drawn.isNetworkTraffic())
            targets.push_back({drawn.to, {}, drawn.ports});
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
