#include "exporters/terraform/security/security.h"

#include "exporters/terraform/names.h"
#include "exporters/terraform/network/ipv6.h"
#include "exporters/terraform/network/ranges.h"
#include "exporters/terraform/security/own_group.h"
#include "exporters/terraform/security/ports.h"

#include <algorithm>
#include <map>

namespace lintel::exporters::terraform::security {

using hcl::Expression;
using model::Block;

namespace {

constexpr std::string_view kCloudFront = "cloudfront";

/// The other side of a rule: argument, value, and a word for the rule's name. Empty argument: not expressible.
struct Peer {
    std::string argument;
    Expression value = Expression::raw("");
    std::string word;
};

Peer peerFrom(Configuration& out, const Block& group, const std::string& text)
{
    const Design& design = out.design();
    if (text.starts_with(kOwnGroup)) {
        const std::string own = text.substr(kOwnGroup.size());
        return {"referenced_security_group_id", Expression::raw("aws_security_group." + own + ".id"), own};
    }
    if (const Block* other = design.block(text); other && design.isKind(*other, "security-group")) {
        const std::string word = other == &group ? "itself" : design.name(*other);
        return {"referenced_security_group_id", Expression::raw(design.attribute(*other, "id")), word};
    }
    if (text == kCloudFront) {
        hcl::Block list = hcl::Block::data("aws_ec2_managed_prefix_list", "cloudfront");
        list.set("name", "com.amazonaws.global.cloudfront.origin-facing");
        out.addShared(Concern::Security, list);
        return {"prefix_list_id", Expression::raw("data.aws_ec2_managed_prefix_list.cloudfront.id"),
                std::string(kCloudFront)};
    }
    if (text.find(':') != std::string::npos)
        return {"cidr_ipv6", network::ipv6Range(design, text), text == "::/0" ? "anywhere_ipv6" : slug(text, '_')};
    const auto range = network::rangeFrom(text);
    if (!range) return {};
    for (const Block* subnet : design.ofKind("subnet")) {
        if (design.text(*subnet, "cidr") == range->text() && design.vpcOf(*subnet) == design.vpcOf(group) &&
            out.isExported(*subnet))
            return {"cidr_ipv4", Expression::raw(design.attribute(*subnet, "cidr_block")), design.name(*subnet)};
    }
    const bool everything = range->prefix == 0;
    return {"cidr_ipv4", Expression::text(range->text()), everything ? "anywhere" : slug(range->text(), '_')};
}

struct Direction {
    const char* table;
    const char* peer;
    std::string type;
    const char* word;
};

const Direction kInbound{"inbound", "source", "aws_vpc_security_group_ingress_rule", "_from_"};
const Direction kOutbound{"outbound", "destination", "aws_vpc_security_group_egress_rule", "_to_"};

std::string portWord(const std::string& protocol, const PortRange& ports)
{
    if (protocol == "-1") return "";
    if (protocol == "icmp") return "_icmp";
    const std::string prefix = protocol == "udp" ? "_udp_" : "_";
    if (ports == PortRange{}) return prefix + "all";
    return prefix + std::to_string(ports.from) + (ports.to == ports.from ? "" : "_" + std::to_string(ports.to));
}

}  // namespace

void mapRuleRow(Configuration& out, const Block& subject, const std::string& group, const model::Value& row,
                bool inbound)
{
    const Direction& direction = inbound ? kInbound : kOutbound;
    const std::string protocol = protocolFor(row);
    const std::string said = row["description"].scalarText();
    const Peer peer = peerFrom(out, subject, row[direction.peer].scalarText());
    if (peer.argument.empty()) {
        out.leaveOut(subject.id.text(), "rule-peer", {{"peer", row[direction.peer].scalarText()}});
        return;
    }
    for (const PortRange& ports : portRanges(row["ports"].scalarText())) {
        const std::string name =
            out.claim(direction.type, group + direction.word + peer.word + portWord(protocol, ports));
        hcl::Block rule = hcl::Block::resource(direction.type, name);
        rule.refer("security_group_id", "aws_security_group." + group + ".id")
            .set("description", asciiText(said, name))
            .set(peer.argument, peer.value)
            .set("ip_protocol", protocol);
        if (!std::all_of(said.begin(), said.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
            rule.note(said);
        if (protocol == "icmp")
            rule.set("from_port", -1).set("to_port", -1);
        else if (protocol != "-1")
            rule.set("from_port", ports.from).set("to_port", ports.to);
        out.add(Concern::Security, subject, std::move(rule));
    }
}

void allowAllOut(Configuration& out, const Block& subject, const std::string& group)
{
    out.add(Concern::Security, subject,
            hcl::Block::resource(kOutbound.type, out.claim(kOutbound.type, group + "_to_anywhere"))
                .refer("security_group_id", "aws_security_group." + group + ".id")
                .set("description", "All outbound traffic")
                .set("cidr_ipv4", "0.0.0.0/0")
                .set("ip_protocol", "-1"));
}

namespace {

std::vector<const Block*> membersOf(const Design& design, const Block& group)
{
    std::vector<const Block*> members;
    for (const Block& member : design.document().blocks) {
        const auto groups = drawnGroups(design, member);
        if (std::find(groups.begin(), groups.end(), &group) != groups.end()) members.push_back(&member);
    }
    return members;
}

/// A row as blocks inside the group: Terraform keeps no other rules of a default group.
void addInline(Configuration& out, const Block& group, const model::Value& row, bool inbound, hcl::Block& code)
{
    const Direction& direction = inbound ? kInbound : kOutbound;
    const std::string text = row[direction.peer].scalarText();
    const Block* other = out.design().block(text);
    const bool itself = other == &group;
    // Two default groups that name each other could not be told which comes first.
    const bool circular = other && !itself && out.design().isDefaultGroup(*other);
    const Peer peer = circular ? Peer() : peerFrom(out, group, text);
    if (peer.argument.empty()) return out.leaveOut(group.id.text(), "rule-peer", {{"peer", text}});
    static const std::map<std::string, std::string> kArguments{{"cidr_ipv4", "cidr_blocks"},
                                                               {"cidr_ipv6", "ipv6_cidr_blocks"},
                                                               {"prefix_list_id", "prefix_list_ids"},
                                                               {"referenced_security_group_id", "security_groups"}};
    const std::string protocol = protocolFor(row);
    for (const PortRange& ports : portRanges(row["ports"].scalarText())) {
        hcl::Block rule(inbound ? "ingress" : "egress");
        const std::string said = asciiText(row["description"].scalarText(), "");
        if (!said.empty()) rule.set("description", said);
        if (itself)
            rule.set("self", true);
        else
            rule.set(kArguments.at(peer.argument), Expression::list({peer.value}));
        const bool all = protocol == "-1";
        rule.set("protocol", protocol)
            .set("from_port", all                  ? 0
                              : protocol == "icmp" ? -1
                                                   : ports.from)
            .set("to_port", all                  ? 0
                            : protocol == "icmp" ? -1
                                                 : ports.to);
        code.add(std::move(rule));
    }
}

/// The group that AWS made with the VPC, with the drawn rules and no others.
void mapDefaultGroup(Configuration& out, const Block& block, const Block& vpc)
{
    const Design& design = out.design();
    hcl::Block group = hcl::Block::resource("aws_default_security_group", design.name(block));
    group.refer("vpc_id", design.attribute(vpc, "id")).set("tags", nameTag(block));
    const model::Value& inbound = design.value(block, "inbound");
    for (const model::Value& row : inbound.isList() ? inbound.toList() : drawnRules(out, membersOf(design, block)))
        addInline(out, block, row, true, group);
    const model::Value everywhere(model::Value::Map{{"protocol", "all"}, {"destination", "0.0.0.0/0"}});
    const model::Value& outbound = design.value(block, "outbound");
    for (const model::Value& row : outbound.isList() ? outbound.toList() : model::Value::List{everywhere})
        addInline(out, block, row, false, group);
    out.add(Concern::Security, block, std::move(group));
    out.leaveOut(block.id.text(), "default-group");
}

}  // namespace

void mapSecurityGroup(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const Block* vpc = design.vpcOf(block);
    if (!vpc) return out.leaveOut(block.id.text(), "no-vpc");
    if (design.isDefaultGroup(block)) return mapDefaultGroup(out, block, *vpc);
    const std::string name = design.awsName(block, 60);
    out.add(Concern::Security, block,
            hcl::Block::resource("aws_security_group", design.name(block))
                .set("name", Expression::raw("\"${local.name_prefix}-" + name + "\""))
                .set("description", asciiText(design.text(block, "description"), "Managed by Terraform: " + name))
                .refer("vpc_id", design.attribute(*vpc, "id"))
                .set("tags", nameTag(block)));
    const std::string group = design.name(block);
    for (const model::Value& row : design.value(block, "inbound").toList()) mapRuleRow(out, block, group, row, true);
    if (!design.value(block, "inbound").isList()) {
        for (const model::Value& row : drawnRules(out, membersOf(design, block)))
            mapRuleRow(out, block, group, row, true);
    }
    if (!design.value(block, "outbound").isList()) return allowAllOut(out, block, group);
    for (const model::Value& row : design.value(block, "outbound").toList()) mapRuleRow(out, block, group, row, false);
}

}  // namespace lintel::exporters::terraform::security
