#include "exporters/terraform/names.h"
#include "exporters/terraform/security/own_group.h"
#include "exporters/terraform/security/ports.h"
#include "exporters/terraform/security/security.h"

#include <algorithm>

namespace lintel::exporters::terraform::security {

using hcl::Expression;
using model::Block;
using model::Value;

namespace {

std::vector<const Block*> namedGroups(const Design& design, const Block& block)
{
    std::vector<const Block*> groups = design.references(block, "security-groups");
    std::erase_if(groups, [&design](const Block* group) {
        return !design.isKind(*group, "security-group") || !design.vpcOf(*group);
    });
    return groups;
}

/// Whose interfaces these are: a replica's are its cluster's.
const Block& interfaceOwner(const Design& design, const Block& block)
{
    const Block& host = design.host(block);
    if (!namedGroups(design, host).empty()) return host;
    for (const char* property : {"cluster", "source"}) {
        if (const Block* owner = design.reference(host, property);
            owner && design.factFlag(host, "has-interface") && design.factFlag(*owner, "has-interface"))
            return *owner;
    }
    if (const Block* cluster = design.container(host, "eks-cluster")) return *cluster;
    if (const Block* group = design.reference(host, "auto-scaling-group")) {
        const Block* launch = design.reference(*group, "launch-template");
        if (launch && !namedGroups(design, *launch).empty()) return *launch;
    }
    return host;
}

bool hasInterfaces(const Design& design, const Block& block)
{
    if (!design.vpcOf(block)) return false;
    return design.isKind(block, "auto-scaling-group") || design.isKind(block, "launch-template") ||
           design.factFlag(block, "has-interface");
}

/// What a row of a rule table would say for the other end; empty when nothing can.
std::vector<std::string> peersFor(Configuration& out, const Block& other, const Block& member)
{
    const Design& design = out.design();
    std::vector<std::string> peers;
    for (const Block* group : drawnGroups(design, other)) peers.push_back(group->id.text());
    if (!peers.empty()) return peers;
    const Block& owner = interfaceOwner(design, other);
    if (hasInterfaces(design, owner)) return {std::string(kOwnGroup) + out.ownGroup(owner)};
    if (design.isKind(other, "cloudfront")) return {"cloudfront"};
    if (const std::string range = design.text(other, "cidr");
        !range.empty() && design.isKind(other, "external-network"))
        return {range};
    const bool entrance = design.fact(member, "role") == "load-balancer" &&
                          design.text(member, "scheme", "internet-facing") != "internal";
    const std::string& role = design.fact(other, "role");
    if (entrance && (role == "client" || role == "internet")) return {"0.0.0.0/0"};
    return {};
}

std::string portsFor(const Design& design, const model::Connection& connection, const Block& target,
                     const Block& member)
{
    if (!connection.ports.empty()) return connection.ports;
    for (const Block* block : {&target, &member}) {
        for (const char* key : {"port", "ports"}) {
            if (const std::string ports = design.text(*block, key); !ports.empty()) return ports;
        }
        const Block* behind = design.isKind(*block, "rds-proxy") ? design.reference(*block, "target") : nullptr;
        if (behind && design.text(*behind, "engine").find("postgres") != std::string::npos) return "5432";
        if (design.text(*block, "engine").find("postgres") != std::string::npos) return "5432";
        if (const std::string& ports = design.fact(*block, "engine-port"); !ports.empty()) return ports;
    }
    return {};
}

}  // namespace

std::vector<const Block*> drawnGroups(const Design& design, const Block& block)
{
    return namedGroups(design, interfaceOwner(design, block));
}

Value::List drawnRules(Configuration& out, std::span<const Block* const> members)
{
    const Design& design = out.design();
    Value::List rows;
    std::set<std::pair<std::string, std::string>> written;
    for (const Block* member : members) {
        for (const model::Connection* connection : design.connectionsTo(*member)) {
            const Block* from = design.block(connection->from.text());
            const Block* to = design.block(connection->to.text());
            if (!from || !to ||
                !(connection->isNetworkTraffic() || connection->relation == "manage" ||
                  connection->relation == "observe"))
                continue;
            const std::string ports = portsFor(design, *connection, *to, *member);
            if (ports.empty()) continue;
            for (const std::string& peer : peersFor(out, design.host(*from), *member)) {
                out.tie(design.host(*from), *member);
                if (!written.insert({peer, ports}).second) continue;
                rows.emplace_back(Value::Map{{"protocol", connection->protocol == "udp" ? "udp" : "tcp"},
                                             {"ports", ports},
                                             {"source", peer},
                                             {"description", connection->name}});
            }
        }
    }
    return rows;
}

Expression groupIds(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    if (const auto drawn = drawnGroups(design, block); !drawn.empty()) return attributes(design, drawn, "id");
    const Block& owner = interfaceOwner(design, block);
    const Block* vpc = design.vpcOf(owner);
    if (!vpc) return Expression::list({});
    const std::string name = out.ownGroup(owner);
    if (!out.makeOwnGroup(owner)) return Expression::list({Expression::raw("aws_security_group." + name + ".id")});
    const std::string shown = design.awsName(owner, 60);
    out.add(Concern::Security, owner,
            hcl::Block::resource("aws_security_group", name)
                .refer("name", "\"${local.name_prefix}-" + shown + "-interface\"")
                .set("description", "Managed by Terraform: " + shown)
                .refer("vpc_id", design.attribute(*vpc, "id"))
                .set("tags", nameTag(owner)));
    const std::vector<const Block*> members{&owner};
    for (const Value& row : drawnRules(out, members)) mapRuleRow(out, owner, name, row, true);
    allowAllOut(out, owner, name);
    return Expression::list({Expression::raw("aws_security_group." + name + ".id")});
}

}  // namespace lintel::exporters::terraform::security
