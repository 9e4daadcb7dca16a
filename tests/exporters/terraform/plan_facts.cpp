#include "tests/exporters/terraform/plan_facts.h"

#include <sstream>

namespace lintel::exporters::terraform::test {

namespace {

using Json = nlohmann::json;
using model::Block;
using model::Document;
using model::Value;

const Block* container(const Document& document, const Block& block, std::string_view kind)
{
    for (const Block* at = document.blocks.find(block.parent); at; at = document.blocks.find(at->parent)) {
        if (at->kind.text() == kind) return at;
    }
    return nullptr;
}

bool isBuilt(const Document& document, const Block& block)
{
    const Block* vpc = container(document, block, "vpc");
    const Block* account = container(document, block, "account");
    // The development account of a design is not this configuration's.
    return vpc && !vpc->property("default-vpc").toBool() &&
           (!account || account->property("environment").toString() != "development");
}

std::vector<std::pair<std::string, std::string>> portRanges(const std::string& ports)
{
    std::vector<std::pair<std::string, std::string>> ranges;
    std::istringstream list(ports);
    for (std::string range; std::getline(list, range, ',');) {
        const std::size_t dash = range.find('-');
        ranges.emplace_back(range.substr(0, dash), dash == std::string::npos ? range : range.substr(dash + 1));
    }
    if (ranges.empty()) ranges.emplace_back("", "");
    return ranges;
}

std::string protocolOf(const Value& row)
{
    const std::string protocol = row["protocol"].scalarText();
    if (!protocol.empty()) return protocol;
    return row["ports"].scalarText().empty() ? "all" : "tcp";
}

struct Direction {
    const char* table;
    const char* end;
    const char* type;
    const char* arrow;
};

constexpr Direction kInbound{"inbound", "source", "aws_vpc_security_group_ingress_rule", " <- "};
constexpr Direction kOutbound{"outbound", "destination", "aws_vpc_security_group_egress_rule", " -> "};

Facts drawnRules(const Document& document, const Direction& direction)
{
    Facts facts;
    for (const Block& group : document.blocks) {
        if (group.kind.text() != "security-group" || !container(document, group, "vpc")) continue;
        // AWS lets everything out of a group that says nothing of it.
        if (!group.property(direction.table).isList() && direction.table == kOutbound.table)
            facts.insert(group.id.text() + direction.arrow + "0.0.0.0/0 all -");
        for (const Value& row : group.property(direction.table).toList()) {
            std::string peer = row[direction.end].scalarText();
            if (peer == "cloudfront") peer = "data.aws_ec2_managed_prefix_list";
            for (const auto& [from, to] : portRanges(row["ports"].scalarText()))
                facts.insert(group.id.text() + direction.arrow + peer + " " + protocolOf(row) + " " + from + "-" + to);
        }
    }
    return facts;
}

Facts plannedRules(PlannedDesign& plan, const Direction& direction)
{
    Facts facts;
    plan.each(direction.type, [&](const Json& values, const Json& expressions, const std::string&) {
        std::string peer = said(values, "cidr_ipv4") + said(values, "cidr_ipv6");
        for (const char* argument : {"referenced_security_group_id", "prefix_list_id"}) {
            if (peer.empty()) peer = plan.referred(expressions, argument);
        }
        const std::string protocol = said(values, "ip_protocol");
        facts.insert(plan.referred(expressions, "security_group_id") + direction.arrow + peer + " " +
                     (protocol == "-1" ? "all" : protocol) + " " + said(values, "from_port") + "-" +
                     said(values, "to_port"));
    });
    return facts;
}

Facts drawnSubnets(const Document& document)
{
    Facts facts;
    for (const Block& subnet : document.blocks) {
        if (subnet.kind.text() == "subnet" && isBuilt(document, subnet))
            facts.insert(container(document, subnet, "vpc")->id.text() + " " + subnet.property("cidr").scalarText());
    }
    return facts;
}

Facts drawnRoutes(const Document& document)
{
    Facts facts;
    for (const Block& table : document.blocks) {
        if (table.kind.text() != "route-table" || !isBuilt(document, table)) continue;
        for (const Value& row : table.property("routes").toList()) {
            const Block* target = document.blocks.find(model::BlockId(row["target"].scalarText()));
            if (!target) continue;
            const bool endpoint = target->kind.text() == "vpc-endpoint-gateway";
            facts.insert(table.id.text() + " " + (endpoint ? "service" : row["destination"].scalarText()) + " -> " +
                         target->id.text());
        }
    }
    for (const Block& endpoint : document.blocks) {
        if (endpoint.kind.text() != "vpc-endpoint-gateway" || !isBuilt(document, endpoint)) continue;
        for (const Value& table : endpoint.property("route-tables").toList())
            facts.insert(table.scalarText() + " service -> " + endpoint.id.text());
    }
    return facts;
}

Facts plannedRoutes(PlannedDesign& plan)
{
    Facts facts;
    plan.each("aws_route", [&](const Json& values, const Json& expressions, const std::string&) {
        std::string target;
        for (const char* argument : {"gateway_id", "nat_gateway_id", "network_interface_id",
                                     "vpc_peering_connection_id", "transit_gateway_id", "egress_only_gateway_id"}) {
            if (target.empty()) target = plan.referred(expressions, argument);
        }
        facts.insert(plan.referred(expressions, "route_table_id") + " " + said(values, "destination_cidr_block") +
                     said(values, "destination_ipv6_cidr_block") + " -> " + target);
    });
    plan.each("aws_vpc_endpoint", [&](const Json&, const Json& expressions, const std::string& endpoint) {
        for (const std::string& table : plan.allReferred(expressions, "route_table_ids"))
            facts.insert(table + " service -> " + endpoint);
    });
    return facts;
}

/// Subnet to route table, as the design says it.
Facts drawnTables(const Document& document)
{
    Facts facts;
    for (const Block& subnet : document.blocks) {
        const std::string table = subnet.property("route-table").scalarText();
        if (subnet.kind.text() == "subnet" && isBuilt(document, subnet) && !table.empty())
            facts.insert(subnet.id.text() + " " + table);
    }
    return facts;
}

bool standsAlone(const Block& block)
{
    return block.kind.text() == "ec2-instance" && block.property("auto-scaling-group").isNull();
}

/// Where resources say what subnets and security groups the interfaces of their block are in.
struct Place {
    const char* type;
    const char* subnets;
    const char* groups;
};

constexpr Place kPlaces[] = {
    {"aws_instance", "subnet_id", "vpc_security_group_ids"},
    {"aws_lb", "subnets", "security_groups"},
    {"aws_autoscaling_group", "vpc_zone_identifier", ""},
    {"aws_nat_gateway", "subnet_id", ""},
    {"aws_db_subnet_group", "subnet_ids", ""},
    {"aws_rds_cluster", "", "vpc_security_group_ids"},
    {"aws_db_instance", "", "vpc_security_group_ids"},
    {"aws_elasticache_subnet_group", "subnet_ids", ""},
    {"aws_elasticache_replication_group", "", "security_group_ids"},
    {"aws_eks_cluster", "vpc_config.subnet_ids", "vpc_config.security_group_ids"},
    {"aws_vpc_endpoint", "subnet_ids", "security_group_ids"},
    {"aws_ec2_client_vpn_endpoint", "", "security_group_ids"},
    {"aws_ec2_client_vpn_network_association", "subnet_id", ""},
    {"aws_ecs_service", "network_configuration.subnets", "network_configuration.security_groups"},
    {"aws_lambda_function", "vpc_config.subnet_ids", "vpc_config.security_group_ids"},
    {"aws_efs_mount_target", "subnet_id", "security_groups"},
};

/// Kinds with a place of their own; the others are where what they belong to is.
bool hasPlace(const Block& block)
{
    static const std::set<std::string> kKinds{
        "alb",         "nlb",         "auto-scaling-group", "nat-gateway", "rds-instance",           "aurora-cluster",
        "elasticache", "eks-cluster", "ecs-service",        "lambda",      "vpc-endpoint-interface", "client-vpn",
        "efs"};
    return standsAlone(block) || kKinds.count(block.kind.text()) > 0;
}

Facts textsOf(const Value& list)
{
    Facts texts;
    for (const Value& item : list.toList()) texts.insert(item.scalarText());
    return texts;
}

bool isInDefaultVpc(const Document& document, const Block& block)
{
    const Block* vpc = container(document, block, "vpc");
    return vpc && vpc->property("default-vpc").toBool();
}

Facts drawnPlaces(const Document& document)
{
    Facts facts;
    for (const Block& block : document.blocks) {
        if (!hasPlace(block) || !isBuilt(document, block)) continue;
        Facts subnets = textsOf(block.property("subnets"));
        const Block* own = container(document, block, "subnet");
        if (subnets.empty() && own) subnets.insert(own->id.text());
        for (const std::string& subnet : subnets) facts.insert(block.id.text() + " in " + subnet);
    }
    return facts;
}

Facts plannedPlaces(PlannedDesign& plan, const Document& document)
{
    Facts facts;
    for (const Place& place : kPlaces) {
        plan.each(place.type, [&](const Json&, const Json& expressions, const std::string& subject) {
            const Block* block = document.blocks.find(model::BlockId(subject));
            if (!block || isInDefaultVpc(document, *block)) return;
            for (const std::string& subnet : plan.allReferred(expressions, place.subnets))
                facts.insert(subject + " in " + subnet);
        });
    }
    return facts;
}

/// Groups as the block itself names them; those it inherits are its owner's matter.
Facts drawnGuards(const Document& document)
{
    Facts facts;
    for (const Block& block : document.blocks) {
        if (!hasPlace(block)) continue;
        for (const std::string& group : textsOf(block.property("security-groups")))
            facts.insert(block.id.text() + " behind " + group);
    }
    return facts;
}

Facts plannedGuards(PlannedDesign& plan, const Document& document)
{
    Facts facts;
    for (const Place& place : kPlaces) {
        plan.each(place.type, [&](const Json&, const Json& expressions, const std::string& subject) {
            const Block* block = document.blocks.find(model::BlockId(subject));
            if (!block || !hasPlace(*block) || textsOf(block->property("security-groups")).empty()) return;
            for (const std::string& group : plan.allReferred(expressions, place.groups))
                facts.insert(subject + " behind " + group);
        });
    }
    return facts;
}

Facts drawnTargets(const Document& document)
{
    Facts facts;
    for (const Block& group : document.blocks) {
        if (group.kind.text() != "target-group") continue;
        for (const Value& target : group.property("targets").toList()) {
            const Block* machine = document.blocks.find(model::BlockId(target.scalarText()));
            if (machine && standsAlone(*machine)) facts.insert(group.id.text() + " -> " + machine->id.text());
        }
    }
    for (const model::Connection& connection : document.connections) {
        const Block* from = document.blocks.find(connection.from);
        const Block* to = document.blocks.find(connection.to);
        if (from && to && from->kind.text() == "target-group" && standsAlone(*to))
            facts.insert(from->id.text() + " -> " + to->id.text());
    }
    for (const Block& group : document.blocks) {
        for (const std::string& target : textsOf(group.property("target-groups")))
            facts.insert(target + " -> " + group.id.text());
    }
    return facts;
}

Facts plannedTargets(PlannedDesign& plan)
{
    Facts facts;
    plan.each("aws_lb_target_group_attachment", [&](const Json&, const Json& expressions, const std::string&) {
        facts.insert(plan.referred(expressions, "target_group_arn") + " -> " + plan.referred(expressions, "target_id"));
    });
    plan.each("aws_autoscaling_group", [&](const Json&, const Json& expressions, const std::string& group) {
        for (const std::string& target : plan.allReferred(expressions, "target_group_arns"))
            facts.insert(target + " -> " + group);
    });
    plan.each("aws_ecs_service", [&](const Json&, const Json& expressions, const std::string& service) {
        for (const std::string& target : plan.allReferred(expressions, "load_balancer.target_group_arn"))
            facts.insert(target + " -> " + service);
    });
    return facts;
}

/// What each listener hands on to, first of all.
Facts drawnListeners(const Document& document)
{
    Facts facts;
    for (const Block& balancer : document.blocks) {
        if (balancer.kind.text() != "alb" && balancer.kind.text() != "nlb") continue;
        for (const Value& row : balancer.property("listeners").toList()) {
            const std::string target = row["target"].scalarText();
            if (row["action"].scalarText() == "forward" && !target.empty())
                facts.insert(balancer.id.text() + (row["host"].scalarText().empty() ? " -> " : " by host -> ") +
                             target);
        }
    }
    return facts;
}

Facts plannedListeners(PlannedDesign& plan)
{
    Facts facts;
    plan.each("aws_lb_listener", [&](const Json&, const Json& expressions, const std::string& balancer) {
        for (const std::string& target : plan.allReferred(expressions, "default_action.target_group_arn"))
            facts.insert(balancer + " -> " + target);
    });
    plan.each("aws_lb_listener_rule", [&](const Json&, const Json& expressions, const std::string& balancer) {
        for (const std::string& target : plan.allReferred(expressions, "action.target_group_arn"))
            facts.insert(balancer + " by host -> " + target);
    });
    return facts;
}

Facts plannedSubnets(PlannedDesign& plan)
{
    Facts facts;
    plan.each("aws_subnet", [&](const Json& values, const Json& expressions, const std::string&) {
        facts.insert(plan.referred(expressions, "vpc_id") + " " + said(values, "cidr_block"));
    });
    return facts;
}

Facts plannedTables(PlannedDesign& plan)
{
    Facts facts;
    plan.each("aws_route_table_association", [&](const Json&, const Json& expressions, const std::string&) {
        facts.insert(plan.referred(expressions, "subnet_id") + " " + plan.referred(expressions, "route_table_id"));
    });
    return facts;
}

}  // namespace

std::vector<Comparison> comparisons(PlannedDesign& plan, const Document& document)
{
    return {{"subnets", plannedSubnets(plan), drawnSubnets(document)},
            {"routes", plannedRoutes(plan), drawnRoutes(document)},
            {"route tables", plannedTables(plan), drawnTables(document)},
            {"inbound rules", plannedRules(plan, kInbound), drawnRules(document, kInbound)},
            {"outbound rules", plannedRules(plan, kOutbound), drawnRules(document, kOutbound)},
            {"places", plannedPlaces(plan, document), drawnPlaces(document)},
            {"guards", plannedGuards(plan, document), drawnGuards(document)},
            {"targets", plannedTargets(plan), drawnTargets(document)},
            {"listeners", plannedListeners(plan), drawnListeners(document)}};
}

}  // namespace lintel::exporters::terraform::test
