#include "app/cli/block_argument.h"
#include "app/cli/command_set.h"
#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/input.h"
#include "app/cli/json.h"
#include "model/analysis/analyses.h"

#include <algorithm>

namespace lintel::app::cli {

namespace {

using model::analysis::AddressPlan;
using model::analysis::Cidr;
using model::analysis::EksPlan;
using model::analysis::RangeConflict;
using model::analysis::SubnetPlan;
using model::analysis::VpcPlan;

struct AddressOptions {
    std::string file;
    int next = 0;  ///< prefix length; 0: nothing is asked
    std::string format = "text";
};

struct Report {
    const model::Document& document;
    const AddressPlan& plan;
    int next = 0;
};

std::string rangesText(const std::vector<Cidr>& ranges)
{
    std::string text;
    for (const Cidr& range : ranges) text += (text.empty() ? "" : ", ") + range.text();
    return text;
}

std::string rangeText(const Context& context, const std::optional<Cidr>& range)
{
    return range ? range->text() : context.text("cli.addresses.none");
}

/// Nodes do not fit, or fewer pods than planned while a zone is gone.
bool isShort(const EksPlan& cluster)
{
    return cluster.plannedPods && cluster.podSlots && *cluster.plannedPods > *cluster.podSlots;
}

bool hasProblem(const AddressPlan& plan)
{
    const auto& conflicts = plan.conflicts();
    if (std::any_of(conflicts.begin(), conflicts.end(), [](const RangeConflict& one) { return one.isConnected(); }))
        return true;
    if (std::any_of(plan.clusters().begin(), plan.clusters().end(), isShort)) return true;
    return std::any_of(plan.vpcs().begin(), plan.vpcs().end(), [](const VpcPlan& vpc) {
        return std::any_of(vpc.subnets.begin(), vpc.subnets.end(),
                           [](const SubnetPlan& subnet) { return subnet.isTooSmall(); });
    });
}

void printVpc(const Context& context, const Report& report, const VpcPlan& vpc)
{
    std::ostream& out = context.streams.out;
    out << context.text("cli.addresses.vpc", {{"name", nameWithId(report.document, vpc.vpc.text())},
                                              {"ranges", rangesText(vpc.ranges)},
                                              {"size", std::to_string(vpc.size())},
                                              {"free", std::to_string(vpc.freeSize())}})
        << '\n';
    for (const SubnetPlan& subnet : vpc.subnets)
        out << "  "
            << context.text(subnet.isTooSmall() ? "cli.addresses.too-small" : "cli.addresses.subnet",
                            {{"name", nameWithId(report.document, subnet.subnet.text())},
                             {"range", rangeText(context, subnet.range)},
                             {"needed", std::to_string(subnet.needed())},
                             {"usable", std::to_string(subnet.usable())}})
            << '\n';
    out << "  "
        << context.text("cli.addresses.free",
                        {{"ranges", vpc.free.empty() ? context.text("cli.addresses.none") : rangesText(vpc.free)}})
        << '\n';
    if (report.next > 0)
        out << "  "
            << context.text("cli.addresses.next", {{"prefix", std::to_string(report.next)},
                                                   {"range", rangeText(context, vpc.nextRange(report.next))}})
            << '\n';
}

std::string numberText(const Context& context, const std::optional<std::int64_t>& number)
{
    return number ? std::to_string(*number) : context.text("cli.addresses.unknown");
}

void printCluster(const Context& context, const Report& report, const EksPlan& cluster)
{
    std::ostream& out = context.streams.out;
    const std::string name = nameWithId(report.document, cluster.cluster.text());
    out << context.text("cli.addresses.pods", {{"name", name},
                                               {"planned", numberText(context, cluster.plannedPods)},
                                               {"slots", numberText(context, cluster.podSlots)},
                                               {"without", numberText(context, cluster.podSlotsWithoutZone)}})
        << '\n';
    const auto second = report.plan.secondCluster(cluster.cluster);
    if (!second) return;
    const std::string id = !second->fits()         ? "cli.addresses.second-no"
                           : second->fresh.empty() ? "cli.addresses.second-yes"
                                                   : "cli.addresses.second-fresh";
    out << context.text(id, {{"name", name}, {"ranges", rangesText(second->fresh)}}) << '\n';
}

void printText(const Context& context, const Report& report)
{
    std::ostream& out = context.streams.out;
    if (report.plan.vpcs().empty()) out << context.text("cli.addresses.no-vpc") << '\n';
    for (const VpcPlan& vpc : report.plan.vpcs()) printVpc(context, report, vpc);
    for (const EksPlan& cluster : report.plan.clusters()) printCluster(context, report, cluster);
    for (const RangeConflict& conflict : report.plan.conflicts())
        out << context.text(conflict.isConnected() ? "cli.addresses.conflict" : "cli.addresses.planned-conflict",
                            {{"a", nameWithId(report.document, conflict.a.text())},
                             {"b", nameWithId(report.document, conflict.b.text())},
                             {"range", conflict.range.text()}})
            << '\n';
}

Json jsonOf(const std::optional<Cidr>& range) { return range ? Json(range->text()) : Json(); }
Json jsonOf(const std::optional<std::int64_t>& number) { return number ? Json(*number) : Json(); }

Json jsonOf(const std::vector<Cidr>& ranges)
{
    Json list = Json::array();
    for (const Cidr& range : ranges) list.push_back(range.text());
    return list;
}

Json jsonOf(const VpcPlan& vpc, int next)
{
    Json subnets = Json::array();
    for (const SubnetPlan& subnet : vpc.subnets) {
        Json demand = Json::array();
        for (const auto& one : subnet.demand) demand.push_back({{"block", one.block.text()}, {"addresses", one.count}});
        subnets.push_back({{"subnet", subnet.subnet.text()},
                           {"range", jsonOf(subnet.range)},
                           {"usable", subnet.usable()},
                           {"needed", subnet.needed()},
                           {"demand", demand}});
    }
    Json json{{"vpc", vpc.vpc.text()},      {"ranges", jsonOf(vpc.ranges)}, {"size", vpc.size()},
              {"freeSize", vpc.freeSize()}, {"free", jsonOf(vpc.free)},     {"subnets", subnets}};
    if (next > 0) json["next"] = jsonOf(vpc.nextRange(next));
    return json;
}

Json jsonOf(const AddressPlan& plan, const EksPlan& cluster)
{
    Json json{{"cluster", cluster.cluster.text()},
              {"plannedPods", jsonOf(cluster.plannedPods)},
              {"podSlots", jsonOf(cluster.podSlots)},
              {"podSlotsWithoutZone", jsonOf(cluster.podSlotsWithoutZone)}};
    const auto second = plan.secondCluster(cluster.cluster);
    json["secondCluster"] = second ? Json{{"fits", second->fits()}, {"newRanges", jsonOf(second->fresh)}} : Json();
    return json;
}

void printJson(const Context& context, const Report& report)
{
    Json vpcs = Json::array();
    for (const VpcPlan& vpc : report.plan.vpcs()) vpcs.push_back(jsonOf(vpc, report.next));
    Json clusters = Json::array();
    for (const EksPlan& cluster : report.plan.clusters()) clusters.push_back(jsonOf(report.plan, cluster));
    Json conflicts = Json::array();
    for (const RangeConflict& one : report.plan.conflicts())
        conflicts.push_back(
            {{"a", one.a.text()}, {"b", one.b.text()}, {"range", one.range.text()}, {"path", one.path}});
    print(context.streams.out, {{"version", 1},
                                {"vpcs", vpcs},
                                {"clusters", clusters},
                                {"conflicts", conflicts},
                                {"podLimits",
                                 {{"date", std::string(model::analysis::podLimitsDate())},
                                  {"source", std::string(model::analysis::podLimitsSource())}}}});
}

int runAddresses(const AddressOptions& options, const Context& context)
{
    const auto source = readInput(context, options.file);
    if (!source) return context.fail(source.error());
    const model::analysis::Analyses analyses(source->document, context.catalogue);
    const AddressPlan& plan = analyses.addresses();
    const Report report{source->document, plan, options.next};
    if (options.format == "json")
        printJson(context, report);
    else
        printText(context, report);
    return hasProblem(plan) ? kFound : kFine;
}

}  // namespace

void addAddressesCommand(CommandSet& commands)
{
    auto options = std::make_shared<AddressOptions>();
    CLI::App& command =
        commands.add("addresses", [options](Context& context) { return runAddresses(*options, context); });
    command.add_option("file", options->file, commands.text("cli.option.file"))->required();
    command.add_option("--next", options->next, commands.text("cli.addresses.next-option"))->check(CLI::Range(16, 28));
    allowOnly(*command.add_option("--format", options->format, commands.text("cli.option.format")), {"text", "json"});
}

}  // namespace lintel::app::cli
