#pragma once

#include "exporters/terraform/zone_groups.h"
#include "model/catalogue/catalogue.h"
#include "model/text/language.h"
#include "model/text/messages.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lintel::exporters::terraform {

/// The document as the mappings ask about it: values with AWS defaults, containers, ties, Terraform addresses.
/// Read-only; pointers are valid as long as the document lives.
class Design {
public:
    Design(const model::Document& document, const model::catalogue::Catalogue& catalogue,
           const model::text::Messages& messages, model::text::Language language);

    const model::Document& document() const { return m_document; }
    const model::Block* block(std::string_view id) const;
    std::vector<const model::Block*> ofKind(std::string_view kind) const;
    bool isKind(const model::Block& block, std::string_view kind) const { return block.kind.text() == kind; }

    const model::Value& value(const model::Block& block, std::string_view key) const
    {
        return m_catalogue.value(block, key);
    }
    std::string text(const model::Block& block, std::string_view key, std::string_view fallback = {}) const;
    std::int64_t integer(const model::Block& block, std::string_view key, std::int64_t fallback) const;
    bool flag(const model::Block& block, std::string_view key, bool fallback = false) const;
    std::vector<std::string> texts(const model::Block& block, std::string_view key) const;
    /// Blocks that a reference or references property names; unknown ones are left away.
    std::vector<const model::Block*> references(const model::Block& block, std::string_view key) const;
    const model::Block* reference(const model::Block& block, std::string_view key) const;
    const std::string& fact(const model::Block& block, std::string_view key) const
    {
        return m_catalogue.fact(block, key);
    }
    bool factFlag(const model::Block& block, std::string_view key) const { return m_catalogue.flag(block, key); }
    const model::catalogue::Kind* kindOf(const model::Block& block) const { return m_catalogue.kindOf(block); }

    const model::Block* parent(const model::Block& block) const;
    /// The nearest container of the kind; the block itself does not count.
    const model::Block* container(const model::Block& block, std::string_view kind) const;
    std::vector<const model::Block*> within(const model::Block& container, std::string_view kind) const;
    /// Blocks of the kind that a connection joins to this one, either way; an empty kind means any.
    std::vector<const model::Block*> connected(const model::Block& block, std::string_view kind) const;
    /// Connections from the block, from the software on it, or from what an Auto Scaling group runs.
    std::vector<const model::Connection*> connectionsFrom(const model::Block& block) const;
    std::vector<const model::Connection*> connectionsTo(const model::Block& block) const;
    /// The VPC a block is in, or that its subnets are in.
    const model::Block* vpcOf(const model::Block& block) const;
    bool inDefaultVpc(const model::Block& block) const;
    /// Named subnets, or the one it is drawn in.
    std::vector<const model::Block*> subnetsOf(const model::Block& block) const;
    std::string zoneLetter(const model::Block& subnet) const;
    /// The VPC's own security group, which AWS makes and Terraform takes over: one of a VPC at most.
    bool isDefaultGroup(const model::Block& block) const { return m_defaultGroups.count(block.id) > 0; }
    /// The block itself, or the machine or cluster that a piece of software runs on.
    const model::Block& host(const model::Block& block) const;

    const std::string& name(const model::Block& block) const { return m_names.at(block.id); }
    /// `"${local.name_prefix}-api"` as code, `longest` characters at most after the prefix.
    std::string scopedName(const model::Block& block, std::size_t longest) const
    {
        return "\"${local.name_prefix}-" + awsName(block, longest) + "\"";
    }
    /// For names that AWS shows, `longest` characters at most. From the id: another display name must not replace
    /// what is built.
    std::string awsName(const model::Block& block, std::size_t longest) const;
    /// The blocks that become one resource with this one; null when it becomes one of its own.
    const ZoneGroup* zoneGroup(const model::Block& block) const;
    /// The members' blocks in the order of the zones.
    std::vector<const model::Block*> membersOf(const ZoneGroup& group) const;
    /// Does the resource of the group come with this block? With its first one.
    bool leads(const model::Block& block) const;
    /// `aws_subnet.public_a`, `aws_subnet.public["a"]` of a group, or the data source of what already exists.
    std::string address(const model::Block& block) const;
    std::string attribute(const model::Block& block, std::string_view name) const
    {
        return address(block) + "." + std::string(name);
    }

    bool isProduction() const;
    std::string region() const;
    std::string kindTitle(const model::Block& block) const;
    /// Kind, name and id on one harmless line: `Subnet: 퍼블릭 A (public-a)`.
    std::string titleOf(const model::Block& block) const;
    std::string message(std::string_view id, std::vector<model::MessageArgument> arguments = {}) const;

private:
    using ConnectionIndex = std::map<model::BlockId, std::vector<const model::Connection*>>;

    void findDefaultGroups();
    void indexEnd(ConnectionIndex& index, const model::BlockId& end, const model::Connection& connection);

    const model::Document& m_document;
    const model::catalogue::Catalogue& m_catalogue;
    const model::text::Messages& m_messages;
    model::text::Language m_language;
    std::map<model::BlockId, std::string> m_names;
    std::map<model::KindId, std::vector<const model::Block*>> m_byKind;
    std::map<model::BlockId, std::vector<const model::Block*>> m_within;
    std::multimap<model::BlockId, model::BlockId> m_neighbours;
    std::vector<ZoneGroup> m_zoneGroups;
    std::map<model::BlockId, std::size_t> m_groupOf;
    std::set<model::BlockId> m_defaultGroups;
    ConnectionIndex m_from;
    ConnectionIndex m_to;
};

}  // namespace lintel::exporters::terraform
