#include "exporters/terraform/network/ipv6.h"
#include "exporters/terraform/network/network.h"
#include "exporters/terraform/network/ranges.h"
#include "exporters/terraform/security/ports.h"

namespace lintel::exporters::terraform::network {

using model::Block;

namespace {

void mapRules(Configuration& out, const Block& acl, std::string_view table, const char* peer, bool egress)
{
    const Design& design = out.design();
    int number = 100;
    for (const model::Value& row : design.value(acl, table).toList()) {
        number = static_cast<int>(row["rule"].toInteger(number));
        const std::string protocol = security::protocolFor(row);
        const std::string range = row[peer].scalarText();
        for (const security::PortRange& ports : security::portRanges(row["ports"].scalarText())) {
            const std::string name = out.claim("aws_network_acl_rule",
                                               design.name(acl) + (egress ? "_out_" : "_in_") + std::to_string(number));
            hcl::Block rule = hcl::Block::resource("aws_network_acl_rule", name);
            rule.refer("network_acl_id", design.attribute(acl, "id"));
            if (egress) rule.set("egress", true);
            rule.set("rule_number", number++)
                .set("rule_action", row["action"].scalarText() == "deny" ? "deny" : "allow")
                .set("protocol", protocol);
            if (range.find(':') != std::string::npos)
                rule.set("ipv6_cidr_block", ipv6Range(design, range));
            else
                rule.set("cidr_block", rangeFrom(range) ? rangeFrom(range)->text() : std::string("0.0.0.0/0"));
            if (protocol == "icmp")
                rule.set("icmp_type", -1).set("icmp_code", -1);
            else if (protocol != "-1")
                rule.set("from_port", ports.from).set("to_port", ports.to);
            out.add(Concern::Security, acl, std::move(rule));
        }
    }
}

}  // namespace

void mapNetworkAcl(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const Block* vpc = design.vpcOf(block);
    if (!vpc) return out.leaveOut(block.id.text(), "no-vpc");
    out.add(Concern::Security, block,
            hcl::Block::resource("aws_network_acl", design.name(block))
                .refer("vpc_id", design.attribute(*vpc, "id"))
                .set("tags", nameTag(block)));
    mapRules(out, block, "inbound", "source", false);
    mapRules(out, block, "outbound", "destination", true);
    for (const Block* subnet : design.within(*vpc, "subnet")) {
        if (design.reference(*subnet, "network-acl") != &block || !out.isExported(*subnet)) continue;
        out.tie(block, *subnet);
        out.add(Concern::Security, block,
                hcl::Block::resource("aws_network_acl_association",
                                     out.claim("aws_network_acl_association", design.name(*subnet)))
                    .refer("network_acl_id", design.attribute(block, "id"))
                    .refer("subnet_id", design.attribute(*subnet, "id")));
    }
}

}  // namespace lintel::exporters::terraform::network
