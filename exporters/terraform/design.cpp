#include "exporters/terraform/design.h"

#include "exporters/terraform/hcl/block.h"
#include "exporters/terraform/names.h"

#include <algorithm>
#include <cstdint>

namespace lintel::exporters::terraform {

using model::Block;

Design::Design(const model::Document& document, const model::catalogue::Catalogue& catalogue,
               const model::text::Messages& messages, model::text::Language language)
    : m_document(document),
      m_catalogue(catalogue),
      m_messages(messages),
      m_language(language),
      m_names(resourceNames(document, catalogue)),
      m_zoneGroups(zoneGroups(document, catalogue, m_names))
{
    for (std::size_t i = 0; i < m_zoneGroups.size(); ++i) {
        for (const auto& [letter, id] : m_zoneGroups[i].members) m_groupOf[id] = i;
    }
    for (const Block& block : document.blocks) {
        m_byKind[block.kind].push_back(&block);
        for (const Block* at = parent(block); at; at = parent(*at)) m_within[at->id].push_back(&block);
    }
    for (const model::Connection& connection : document.connections) {
        m_neighbours.emplace(connection.from, connection.to);
        m_neighbours.emplace(connection.to, connection.from);
        indexEnd(m_from, connection.from, connection);
        indexEnd(m_to, connection.to, connection);
    }
    findDefaultGroups();
}

/// Said so, or called as AWS calls it: nobody else may use the name.
void Design::findDefaultGroups()
{
    std::set<const Block*> vpcs;
    for (const Block* group : ofKind("security-group")) {
        const model::Value& said = value(*group, "default-group");
        const Block* vpc = vpcOf(*group);
        if ((said.isBool() ? said.toBool() : group->name == "default") && vpc && vpcs.insert(vpc).second)
            m_defaultGroups.insert(group->id);
    }
}

/// Under the block itself, its machine, and the group that runs the machine.
void Design::indexEnd(ConnectionIndex& index, const model::BlockId& end, const model::Connection& connection)
{
    const Block* at = m_document.blocks.find(end);
    if (!at) return;
    std::vector<const Block*> holders{at};
    const Block& machine = host(*at);
    if (&machine != at) holders.push_back(&machine);
    if (const Block* group = reference(machine, "auto-scaling-group")) holders.push_back(group);
    for (const Block* holder : holders) index[holder->id].push_back(&connection);
}

const Block* Design::block(std::string_view id) const
{
    return id.empty() ? nullptr : m_document.blocks.find(model::BlockId(std::string(id)));
}

std::vector<const Block*> Design::ofKind(std::string_view kind) const
{
    const auto found = m_byKind.find(model::KindId(std::string(kind)));
    return found == m_byKind.end() ? std::vector<const Block*>() : found->second;
}

std::string Design::text(const Block& block, std::string_view key, std::string_view fallback) const
{
    std::string text = value(block, key).scalarText();
    return text.empty() ? std::string(fallback) : text;
}

std::int64_t Design::integer(const Block& block, std::string_view key, std::int64_t fallback) const
{
    return value(block, key).toInteger(fallback);
}

bool Design::flag(const Block& block, std::string_view key, bool fallback) const
{
    return value(block, key).toBool(fallback);
}

std::vector<std::string> Design::texts(const Block& block, std::string_view key) const
{
    const model::Value& held = value(block, key);
    std::vector<std::string> texts;
    if (!held.isList() && !held.scalarText().empty()) texts.push_back(held.scalarText());
    for (const model::Value& item : held.toList()) {
        if (!item.scalarText().empty()) texts.push_back(item.scalarText());
    }
    return texts;
}

std::vector<const Block*> Design::references(const Block& holder, std::string_view key) const
{
    std::vector<const Block*> found;
    for (const std::string& id : texts(holder, key)) {
        const Block* target = block(id);
        if (target && std::find(found.begin(), found.end(), target) == found.end()) found.push_back(target);
    }
    return found;
}

const Block* Design::reference(const Block& holder, std::string_view key) const { return block(text(holder, key)); }

const Block* Design::parent(const Block& block) const { return m_document.blocks.find(block.parent); }

const Block* Design::container(const Block& block, std::string_view kind) const
{
    for (const Block* at = parent(block); at; at = parent(*at)) {
        if (isKind(*at, kind)) return at;
    }
    return nullptr;
}

std::vector<const Block*> Design::within(const Block& holder, std::string_view kind) const
{
    const auto all = m_within.find(holder.id);
    if (all == m_within.end()) return {};
    std::vector<const Block*> found = all->second;
    if (!kind.empty()) std::erase_if(found, [&](const Block* block) { return !isKind(*block, kind); });
    return found;
}

std::vector<const Block*> Design::connected(const Block& from, std::string_view kind) const
{
    std::vector<const Block*> found;
    const auto [first, last] = m_neighbours.equal_range(from.id);
    for (auto at = first; at != last; ++at) {
        const Block* other = m_document.blocks.find(at->second);
        if (other && (kind.empty() || isKind(*other, kind)) &&
            std::find(found.begin(), found.end(), other) == found.end())
            found.push_back(other);
    }
    std::sort(found.begin(), found.end(), [](const Block* a, const Block* b) { return a->id < b->id; });
    return found;
}

std::vector<const model::Connection*> Design::connectionsFrom(const Block& block) const
{
    const auto found = m_from.find(block.id);
    return found == m_from.end() ? std::vector<const model::Connection*>() : found->second;
}

std::vector<const model::Connection*> Design::connectionsTo(const Block& block) const
{
    const auto found = m_to.find(block.id);
    return found == m_to.end() ? std::vector<const model::Connection*>() : found->second;
}

const Block* Design::vpcOf(const Block& block) const
{
    if (isKind(block, "vpc")) return &block;
    if (const Block* vpc = container(block, "vpc")) return vpc;
    for (const Block* subnet : references(block, "subnets")) {
        if (const Block* vpc = container(*subnet, "vpc")) return vpc;
    }
    for (const Block* group : references(block, "security-groups")) {
        if (const Block* vpc = container(*group, "vpc")) return vpc;
    }
    return nullptr;
}

bool Design::inDefaultVpc(const Block& block) const
{
    const Block* vpc = vpcOf(block);
    return vpc && flag(*vpc, "default-vpc");
}

std::vector<const Block*> Design::subnetsOf(const Block& block) const
{
    std::vector<const Block*> subnets = references(block, "subnets");
    std::erase_if(subnets, [this](const Block* subnet) { return !isKind(*subnet, "subnet") || !vpcOf(*subnet); });
    if (const Block* subnet = container(block, "subnet"); subnets.empty() && subnet) subnets.push_back(subnet);
    return subnets;
}

std::string Design::zoneLetter(const Block& subnet) const
{
    const Block* zone = container(subnet, "availability-zone");
    std::string letter = slug(zone ? text(*zone, "zone") : text(subnet, "zone"), '-');
    // People also write the whole name of the zone.
    if (letter.size() > 1) letter = letter.substr(letter.size() - 1);
    return letter.empty() || letter[0] < 'a' ? "a" : letter;
}

const Block& Design::host(const Block& block) const
{
    const Block* at = &block;
    while (factFlag(*at, "software") && parent(*at)) at = parent(*at);
    return *at;
}

std::string Design::awsName(const Block& block, std::size_t longest) const
{
    std::string text = slug(block.id.text(), '-');
    if (text.size() > longest) {
        // Ids that begin alike stay apart: four digits of the whole one (FNV-1a).
        std::uint32_t digest = 2166136261U;
        for (const char c : text) digest = (digest ^ static_cast<unsigned char>(c)) * 16777619U;
        std::string digits;
        for (int shift = 12; shift >= 0; shift -= 4) digits.push_back("0123456789abcdef"[(digest >> shift) & 0xfU]);
        text = text.substr(0, longest - 5) + "-" + digits;
    }
    if (text.empty() || (text[0] >= '0' && text[0] <= '9')) text = ("n" + text).substr(0, longest);
    while (!text.empty() && text.back() == '-') text.pop_back();
    return text;
}

std::string Design::address(const Block& block) const
{
    if (isKind(block, "vpc") && flag(block, "default-vpc")) return "data.aws_vpc.default";
    if (isKind(block, "subnet") && inDefaultVpc(block)) return "data.aws_subnet." + name(block);
    if (isDefaultGroup(block)) return "aws_default_security_group." + name(block);
    const model::catalogue::Kind* kind = kindOf(block);
    const std::string type = (kind ? kind->terraform : std::string()) + ".";
    const ZoneGroup* group = zoneGroup(block);
    if (!group) return type + name(block);
    const auto own = std::find_if(group->members.begin(), group->members.end(),
                                  [&](const auto& member) { return member.second == block.id; });
    return type + group->name + "[\"" + own->first + "\"]";
}

const ZoneGroup* Design::zoneGroup(const Block& block) const
{
    const auto at = m_groupOf.find(block.id);
    return at == m_groupOf.end() ? nullptr : &m_zoneGroups[at->second];
}

std::vector<const Block*> Design::membersOf(const ZoneGroup& group) const
{
    std::vector<const Block*> members;
    for (const auto& [letter, id] : group.members) members.push_back(block(id.text()));
    return members;
}

bool Design::leads(const Block& block) const
{
    const ZoneGroup* group = zoneGroup(block);
    return !group || group->members.begin()->second == block.id;
}

bool Design::isProduction() const
{
    return m_document.settings().profile.empty() || m_document.settings().profile == "production";
}

std::string Design::region() const
{
    const auto isRegion = [](const std::string& id) {
        return id.size() > 6 && id.size() < 20 && id.find('-') != std::string::npos &&
               id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos && id.back() >= '0' &&
               id.back() <= '9';
    };
    if (isRegion(m_document.settings().region)) return m_document.settings().region;
    for (const Block* region : ofKind("region")) {
        if (const std::string id = text(*region, "region"); isRegion(id)) return id;
    }
    return "ap-northeast-2";
}

std::string Design::kindTitle(const Block& block) const
{
    const model::catalogue::Kind* kind = kindOf(block);
    return kind ? kind->title.in(model::text::codeOf(m_language)) : block.kind.text();
}

std::string Design::titleOf(const Block& block) const
{
    const std::string title = kindTitle(block) + ": " + hcl::oneLine(block.label());
    return block.label() == block.id.text() ? title : title + " (" + block.id.text() + ")";
}

std::string Design::message(std::string_view id, std::vector<model::MessageArgument> arguments) const
{
    return m_messages.render(model::Message("terraform." + std::string(id), std::move(arguments)), m_language);
}

}  // namespace lintel::exporters::terraform
