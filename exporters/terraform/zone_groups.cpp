#include "exporters/terraform/zone_groups.h"

#include "exporters/terraform/names.h"
#include "exporters/terraform/network/ranges.h"

#include <iterator>
#include <set>

namespace lintel::exporters::terraform {

using model::Block;
using model::BlockId;
using model::Value;

namespace {

/// "Public A", "public-a": the text without the letter of the zone at its end; empty when it does not end so.
std::string stemOf(const std::string& text, const std::string& letter)
{
    if (letter.size() != 1 || text.size() < 3) return {};
    const char last =
        text.back() >= 'A' && text.back() <= 'Z' ? static_cast<char>(text.back() - 'A' + 'a') : text.back();
    const char before = text[text.size() - 2];
    if (last != letter[0] || (before != ' ' && before != '-' && before != '_')) return {};
    return text.substr(0, text.size() - 2);
}

std::string textOf(const Value& value)
{
    std::string text = value.scalarText();
    for (const Value& item : value.toList()) text += "[" + textOf(item) + "]";
    for (const model::ValueEntry& entry : value.toMap()) text += "{" + entry.key + " " + textOf(entry.value) + "}";
    return text;
}

class Groups {
public:
    Groups(const model::Document& document, const model::catalogue::Catalogue& catalogue,
           const std::map<BlockId, std::string>& names)
        : m_document(document), m_catalogue(catalogue)
    {
        for (const auto& [id, name] : names) m_names[typeOf(*document.blocks.find(id))].insert(name);
        for (const Block& block : document.blocks) {
            const std::string address = block.property("elastic-ip").scalarText();
            if (!address.empty()) m_holders.emplace(address, &block);
        }
    }

    /// Each step builds on the groups of the one before.
    std::vector<ZoneGroup> take()
    {
        collect("subnet", [this](const Block& block) { return zoneOf(block); }, {"cidr", "zone", "route-table"});
        collect("elastic-ip", [this](const Block& block) { return letterOfGateway(block); }, {});
        collect("nat-gateway", [this](const Block& block) { return letterOfSubnet(block); }, {"elastic-ip"});
        collect("route-table", [this](const Block& block) { return letterOfRoutes(block); }, {"routes"});
        collectEndpoints();
        return std::move(m_groups);
    }

private:
    using Bucket = std::map<std::string, const Block*>;

    std::string typeOf(const Block& block) const
    {
        const model::catalogue::Kind* kind = m_catalogue.kindOf(block);
        return kind ? kind->terraform : std::string();
    }
    const Block* container(const Block& block, std::string_view kind) const
    {
        for (const Block* at = m_document.blocks.find(block.parent); at; at = m_document.blocks.find(at->parent)) {
            if (at->kind.text() == kind) return at;
        }
        return nullptr;
    }
    std::string zoneOf(const Block& subnet) const
    {
        const Block* zone = container(subnet, "availability-zone");
        const bool built = network::rangeFrom(subnet.property("cidr").scalarText()).has_value();
        if (!built) return {};
        const std::string letter = slug((zone ? zone->property("zone") : subnet.property("zone")).scalarText(), '-');
        return letter.size() > 1 ? letter.substr(letter.size() - 1) : letter;  // People also write the whole name.
    }
    std::string letterOfSubnet(const Block& block) const
    {
        const Block* subnet = container(block, "subnet");
        return subnet && groupOf(subnet->id) ? letterIn(subnet->id) : std::string();
    }
    /// The zone of the only NAT gateway that has the address.
    std::string letterOfGateway(const Block& address) const
    {
        const auto [first, last] = m_holders.equal_range(address.id.text());
        const bool only = first != last && std::next(first) == last && first->second->kind.text() == "nat-gateway";
        return only ? letterOfSubnet(*first->second) : std::string();
    }
    /// The zone of the NAT gateway of a group that the table leads to.
    std::string letterOfRoutes(const Block& table) const
    {
        std::string letter;
        for (const Value& row : table.property("routes").toList()) {
            const BlockId target(row["target"].scalarText());
            if (!groupOf(target)) continue;
            if (!letter.empty()) return {};
            letter = letterIn(target);
        }
        return letter;
    }

    const ZoneGroup* groupOf(const BlockId& id) const
    {
        const auto at = m_of.find(id);
        return at == m_of.end() ? nullptr : &m_groups[at->second];
    }
    std::string letterIn(const BlockId& id) const
    {
        for (const auto& [letter, member] : groupOf(id)->members) {
            if (member == id) return letter;
        }
        return {};
    }
    /// What a reference says, the same for members of one group.
    std::string word(const std::string& id) const
    {
        const ZoneGroup* group = groupOf(BlockId(id));
        return group ? "group " + group->name : id;
    }
    /// Equal for blocks that differ in nothing but name, zone and what belongs to the zone.
    std::string likeness(const Block& block, const std::set<std::string>& free) const
    {
        std::string text;
        const Block* subnet = container(block, "subnet");
        const Block* vpc = container(block, "vpc");
        text += vpc ? vpc->id.text() : std::string();
        if (block.kind.text() != "subnet" && subnet) text += " in " + word(subnet->id.text());
        for (const auto& [key, value] : block.properties) {
            if (free.count(key) == 0 && key != "description" && key != "decision" && key != "environment")
                text += " " + key + "=" + textOf(value);
        }
        if (free.count("elastic-ip") > 0) text += " ip " + word(block.property("elastic-ip").scalarText());
        for (const Value& row : block.kind.text() == "route-table" ? block.property("routes").toList() : Value::List{})
            text += " " + row["destination"].scalarText() + " to " + word(row["target"].scalarText());
        return text;
    }

    template <class LetterOf>
    void collect(std::string_view kind, LetterOf letterOf, const std::set<std::string>& free)
    {
        std::map<std::pair<std::string, std::string>, Bucket> buckets;
        std::set<std::pair<std::string, std::string>> spoilt;
        for (const Block& block : m_document.blocks) {
            if (block.kind.text() != kind || isDefault(block)) continue;
            const std::string letter = letterOf(block);
            std::string stem = slug(stemOf(block.name, letter), '_');
            if (stem.empty()) stem = slug(stemOf(block.id.text(), letter), '_');
            if (stem.empty()) continue;
            const std::pair key{stem, likeness(block, free)};
            if (!buckets[key].emplace(letter, &block).second) spoilt.insert(key);
        }
        for (const auto& [key, bucket] : buckets) {
            if (bucket.size() < 2 || spoilt.count(key) > 0) continue;
            addGroup(key.first, bucket);
        }
    }

    /// Endpoints of one VPC that differ in nothing but the service.
    void collectEndpoints()
    {
        std::map<std::string, Bucket> buckets;
        std::set<std::string> spoilt;
        for (const Block& block : m_document.blocks) {
            if (block.kind.text() != "vpc-endpoint-interface" || isDefault(block)) continue;
            const std::string service = block.property("service").scalarText();
            const bool plain = !service.empty() && service.size() < 60 && !service.starts_with("com.") &&
                               service.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-") == std::string::npos;
            // Each without a drawn group gets one of its own.
            if (!plain || block.property("security-groups").toList().empty()) continue;
            const std::string key = likeness(block, {"service"});
            if (!buckets[key].emplace(service, &block).second) spoilt.insert(key);
        }
        for (const auto& [key, bucket] : buckets) {
            if (bucket.size() < 2 || spoilt.count(key) > 0) continue;
            const Block* vpc = container(*bucket.begin()->second, "vpc");
            if (!addGroup("interface", bucket)) addGroup("interface_" + slug(vpc->id.text(), '_'), bucket);
        }
    }

    /// False when somebody else is called so.
    bool addGroup(std::string name, const Bucket& bucket)
    {
        if (name[0] >= '0' && name[0] <= '9') name = "n" + name;
        if (!m_names[typeOf(*bucket.begin()->second)].insert(name).second) return false;
        ZoneGroup group{name, {}};
        for (const auto& [letter, block] : bucket) {
            group.members.emplace(letter, block->id);
            m_of[block->id] = m_groups.size();
        }
        m_groups.push_back(std::move(group));
        return true;
    }

    bool isDefault(const Block& block) const
    {
        const Block* vpc = container(block, "vpc");
        return !vpc || vpc->property("default-vpc").toBool();
    }

    const model::Document& m_document;
    const model::catalogue::Catalogue& m_catalogue;
    std::map<std::string, std::set<std::string>> m_names;
    std::multimap<std::string, const Block*> m_holders;  ///< of elastic IPs
    std::vector<ZoneGroup> m_groups;
    std::map<BlockId, std::size_t> m_of;
};

}  // namespace

std::vector<ZoneGroup> zoneGroups(const model::Document& document, const model::catalogue::Catalogue& catalogue,
                                  const std::map<BlockId, std::string>& names)
{
    return Groups(document, catalogue, names).take();
}

}  // namespace lintel::exporters::terraform
