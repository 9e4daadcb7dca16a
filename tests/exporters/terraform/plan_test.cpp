// Closed loop: what `terraform plan` would build holds the same subnets, routes, rules, targets and placements as the
// design. The expectations come from the document alone.
#include "exporters/terraform/terraform_exporter.h"
#include "model/embedded/embedded.h"
#include "tests/exporters/terraform/terraform_check.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

#include <unistd.h>

namespace lintel::exporters::terraform {
namespace {

using Json = nlohmann::json;
using Facts = std::set<std::string>;
using model::Block;
using model::Document;
using model::Value;

/// The plan, asked by the blocks that its resources stand for.
class PlannedDesign {
public:
    PlannedDesign(const Document& document, Json plan) : m_plan(std::move(plan))
    {
        const auto result = exportWithRecords(document, model::embedded::catalogue(), model::embedded::messages(),
                                              model::text::Language::English);
        for (const ResourceRecord& record : result.resources) m_subjects[record.address] = record.subject;
    }

    /// For each planned resource of the type: its planned values, and the expressions it was written with.
    template <class Visit>
    void each(const std::string& type, Visit visit)
    {
        for (const Json& resource : m_plan["planned_values"]["root_module"]["resources"]) {
            if (resource["type"] != type || resource["mode"] != "managed") continue;
            const std::string address = resource["address"];
            const Json* written = writtenAt(address.substr(0, address.find('[')));
            if (!written) continue;
            m_zone = resource.contains("index") && resource["index"].is_string() ? resource["index"].get<std::string>()
                                                                                 : std::string();
            m_over = m_zone.empty() || !written->contains("for_each_expression") ? Json()
                                                                                 : (*written)["for_each_expression"];
            visit(resource["values"], (*written)["expressions"], subjectOf(address));
        }
    }

    /// The block of a resource, or of one of its zones.
    std::string subjectOf(const std::string& address) const
    {
        for (const std::string& wanted : {address, address.substr(0, address.find('['))}) {
            const auto found = m_subjects.find(wanted);
            if (found != m_subjects.end()) return found->second;
        }
        return {};
    }

    /// The block that an argument of the visited resource refers to; `data.` for a data source, empty for none.
    std::string referred(const Json& expressions, const std::string& argument) const
    {
        return expressions.contains(argument) ? referred(expressions[argument]) : std::string();
    }

private:
    const Json* writtenAt(const std::string& address) const
    {
        for (const Json& written : m_plan["configuration"]["root_module"]["resources"]) {
            if (written["address"] == address) return &written;
        }
        return nullptr;
    }

    std::string referred(const Json& expression) const
    {
        if (!expression.contains("references")) return {};
        for (const Json& reference : expression["references"]) {
            const std::string text = reference.get<std::string>();
            if (text.starts_with("data.")) return "data." + text.substr(5, text.find('.', 5) - 5);
            if (text.starts_with("each.value")) return m_over.is_null() ? std::string() : referred(m_over);
            // `aws_subnet.public[each.key]` is reported without its index.
            for (const std::string& wanted : {text, text + "[\"" + m_zone + "\"]"}) {
                const auto found = m_subjects.find(wanted);
                if (found != m_subjects.end()) return found->second;
            }
        }
        return {};
    }

    std::string m_zone;  ///< of the visited resource, when it is one of `for_each`
    Json m_over;         ///< what its `for_each` goes over
    Json m_plan;
    std::map<std::string, std::string> m_subjects;
};

std::string said(const Json& values, const char* key)
{
    if (!values.contains(key) || values[key].is_null()) return {};
    return values[key].is_string() ? values[key].get<std::string>() : values[key].dump();
}

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

Facts drawnRules(const Document& document)
{
    Facts facts;
    for (const Block& group : document.blocks) {
        if (group.kind.text() != "security-group" || !container(document, group, "vpc")) continue;
        for (const Value& row : group.property("inbound").toList()) {
            std::string peer = row["source"].scalarText();
            if (peer == "cloudfront") peer = "data.aws_ec2_managed_prefix_list";
            const std::string ports = row["ports"].scalarText();
            std::string protocol = row["protocol"].scalarText();
            if (protocol.empty()) protocol = ports.empty() ? "all" : "tcp";
            for (const auto& [from, to] : portRanges(ports))
                facts.insert(group.id.text() + " <- " + peer + " " + protocol + " " + from + "-" + to);
        }
    }
    return facts;
}

Facts plannedRules(PlannedDesign& plan)
{
    Facts facts;
    plan.each("aws_vpc_security_group_ingress_rule",
              [&](const Json& values, const Json& expressions, const std::string&) {
                  std::string peer = said(values, "cidr_ipv4") + said(values, "cidr_ipv6");
                  for (const char* argument : {"referenced_security_group_id", "prefix_list_id"}) {
                      if (peer.empty()) peer = plan.referred(expressions, argument);
                  }
                  const std::string protocol = said(values, "ip_protocol");
                  facts.insert(plan.referred(expressions, "security_group_id") + " <- " + peer + " " +
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
            if (target && target->kind.text() != "vpc-endpoint-gateway")
                facts.insert(table.id.text() + " " + row["destination"].scalarText() + " -> " + target->id.text());
        }
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

Facts drawnPlaces(const Document& document)
{
    Facts facts;
    for (const Block& machine : document.blocks) {
        const Block* subnet = container(document, machine, "subnet");
        if (standsAlone(machine) && subnet)
            facts.insert(machine.id.text() + " in " +
                         (isBuilt(document, machine) ? subnet->id.text() : "data.aws_subnet"));
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
    return facts;
}

class Plan : public testing::TestWithParam<std::string> {};

TEST_P(Plan, HoldsWhatTheDesignHolds)
{
    const auto program = test::terraformCheck();
    if (!program) GTEST_SKIP() << "TERRAFORM IS NOT CHECKED: install `terraform` and the offline check.";
    const Document document = test::templateNamed(GetParam());
    const std::string file =
        (std::filesystem::temp_directory_path() / ("lintel-plan-" + std::to_string(::getpid()) + ".json")).string();
    const auto result = test::runTerraformCheck(*program, test::exported(document), "--plan-json '" + file + "'");
    ASSERT_EQ(result.code, 0) << result.output;
    std::ifstream stream(file);
    PlannedDesign plan(document, Json::parse(stream));
    std::filesystem::remove(file);

    Facts subnets;
    plan.each("aws_subnet", [&](const Json& values, const Json& expressions, const std::string&) {
        subnets.insert(plan.referred(expressions, "vpc_id") + " " + said(values, "cidr_block"));
    });
    EXPECT_EQ(subnets, drawnSubnets(document));
    EXPECT_EQ(plannedRoutes(plan), drawnRoutes(document));
    Facts tables;
    plan.each("aws_route_table_association", [&](const Json&, const Json& expressions, const std::string&) {
        tables.insert(plan.referred(expressions, "subnet_id") + " " + plan.referred(expressions, "route_table_id"));
    });
    EXPECT_EQ(tables, drawnTables(document));
    EXPECT_EQ(plannedRules(plan), drawnRules(document));
    Facts places;
    plan.each("aws_instance", [&](const Json&, const Json& expressions, const std::string& machine) {
        places.insert(machine + " in " + plan.referred(expressions, "subnet_id"));
    });
    EXPECT_EQ(places, drawnPlaces(document));
    Facts targets;
    plan.each("aws_lb_target_group_attachment", [&](const Json&, const Json& expressions, const std::string&) {
        targets.insert(plan.referred(expressions, "target_group_arn") + " -> " +
                       plan.referred(expressions, "target_id"));
    });
    EXPECT_EQ(targets, drawnTargets(document));
}

std::vector<std::string> templateNames()
{
    std::vector<std::string> names;
    for (const model::embedded::Template& entry : model::embedded::templates()) names.push_back(entry.name);
    return names;
}

INSTANTIATE_TEST_SUITE_P(Templates, Plan, testing::ValuesIn(templateNames()),
                         [](const auto& entry) { return std::regex_replace(entry.param, std::regex("-"), "_"); });

}  // namespace
}  // namespace lintel::exporters::terraform
