#include "model/lint/fixes/default_routes.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"
#include "model/lint/subnet_intent.h"

#include <algorithm>
#include <set>

namespace lintel::model::lint::rules {

namespace {

enum class Fault { None, Absent, Elsewhere, Twice };

struct Row {
    std::string destination;
    std::string target;
    Fault fault = Fault::None;
};

std::string normal(const std::string& destination)
{
    const auto range = analysis::parseCidr(destination);
    return range ? range->canonical().text() : destination;
}

std::vector<Row> rowsOf(const Context& context, const BlockId& table)
{
    std::vector<Row> rows;
    std::set<std::string> seen;
    for (const Value& row : context.graph.value(table, "routes").toList()) {
        Row read{row["destination"].scalarText(), row["target"].toString()};
        const BlockId target(context.graph.block(BlockId(read.target)) ? read.target : std::string());
        if (target.isEmpty())
            read.fault = read.destination.empty() ? Fault::None : Fault::Absent;
        else if (!context.routes.isActive({table, read.destination, target}))
            read.fault = Fault::Elsewhere;
        // Of two that lead somewhere, AWS takes the first and refuses the second.
        else if (!read.destination.empty() && !seen.insert(normal(read.destination)).second)
            read.fault = Fault::Twice;
        rows.push_back(std::move(read));
    }
    return rows;
}

/// What everybody would put in its place, for a route to the internet: the only internet gateway where the subnets
/// are meant to be public, the NAT gateway of their zone where they are not.
BlockId replacement(const Context& context, const BlockId& table, const std::vector<Row>& rows, const Row& broken)
{
    const bool isTaken = std::any_of(rows.begin(), rows.end(), [&](const Row& row) {
        return &row != &broken && row.fault == Fault::None && normal(row.destination) == normal(broken.destination);
    });
    const std::vector<BlockId> subnets = context.routes.subnetsOf(table);
    if (isTaken || normal(broken.destination) != "0.0.0.0/0" || subnets.empty()) return {};
    const auto isMeant = [&](SubnetIntent intent) {
        return std::all_of(subnets.begin(), subnets.end(),
                           [&](const BlockId& one) { return intentOf(context.graph, one) == intent; });
    };
    const BlockId vpc = context.graph.vpcOf(table);
    if (isMeant(SubnetIntent::Public)) {
        const std::vector<BlockId> gateways = context.routes.internetGatewaysOf(vpc);
        return gateways.size() == 1 ? gateways.front() : BlockId();
    }
    if (!isMeant(SubnetIntent::Private)) return {};
    std::set<std::string> zones;
    for (const BlockId& subnet : subnets) zones.insert(context.graph.zoneOf(subnet));
    for (const BlockId& nat : context.graph.blocksOfKind("nat-gateway"))
        if (const BlockId place = context.graph.positionSubnet(nat);
            context.graph.vpcOf(nat) == vpc && context.routes.natWorks(nat))
            if (!place.isEmpty() && context.routes.isPublic(place) &&
                zones == std::set<std::string>{context.graph.zoneOf(place)})
                return nat;
    return {};
}

/// Two routes for one destination that lead to different places: which one is meant, nobody says.
bool losesAChoice(const std::vector<Row>& rows)
{
    return std::any_of(rows.begin(), rows.end(), [&](const Row& twice) {
        return twice.fault == Fault::Twice && std::any_of(rows.begin(), rows.end(), [&](const Row& other) {
                   return other.fault == Fault::None && other.target != twice.target &&
                          normal(other.destination) == normal(twice.destination);
               });
    });
}

/// Every broken route of the table at once: retargeted where the right target is plain, taken away elsewhere.
void addFix(const Context& context, const BlockId& table, const std::vector<Row>& rows, FindingBuilder& finding)
{
    const Value::List& written = context.graph.value(table, "routes").toList();
    Value::List kept;
    BlockId repaired;
    bool takesAway = false;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        if (rows[at].fault == Fault::None) {
            kept.push_back(written[at]);
            continue;
        }
        const BlockId target = repaired.isEmpty() && rows[at].fault != Fault::Twice
                                   ? replacement(context, table, rows, rows[at])
                                   : BlockId();
        if (target.isEmpty()) {
            takesAway = true;
            continue;
        }
        repaired = target;
        Value::Map cells;
        cells.push_back({"destination", Value(rows[at].destination)});
        cells.push_back({"target", Value(target.text())});
        kept.emplace_back(std::move(cells));
    }
    edit::Transaction transaction(context.document);
    transaction.setProperty(table, "routes", kept.empty() ? Value() : Value(std::move(kept)));
    const bool isSafe =
        !losesAChoice(rows) && !(!repaired.isEmpty() && fixes::exposesMore(context, transaction.document()));
    const std::string name = labelOf(context.graph, table);
    if (!repaired.isEmpty())
        finding.fix("repair-route", isSafe,
                    transaction.finish({"rule.route-dangling.fix.repair",
                                        {{"table", name}, {"target", labelOf(context.graph, repaired)}}}));
    else if (takesAway)
        finding.fix("remove-route", isSafe, transaction.finish({"rule.route-dangling.fix.remove", {{"table", name}}}));
}

void check(const Context& context, Report& report)
{
    for (const BlockId& table : context.graph.blocksOfKind("route-table")) {
        const std::vector<Row> rows = rowsOf(context, table);
        const auto broken =
            std::find_if(rows.begin(), rows.end(), [](const Row& row) { return row.fault != Fault::None; });
        if (broken == rows.end()) continue;
        auto finding = report.add(table);
        finding.with("table", labelOf(context.graph, table))
            .with("destination", broken->destination.empty() ? "?" : broken->destination);
        std::vector<std::string> witness{table.text()};
        if (broken->fault == Fault::Absent && broken->target.empty())
            finding.variant("no-target");
        else
            finding.with("target", labelOf(context.graph, BlockId(broken->target)));
        if (broken->fault == Fault::Elsewhere)
            finding.variant("elsewhere").with("vpc", labelOf(context.graph, context.graph.vpcOf(table)));
        if (broken->fault == Fault::Twice) finding.variant("twice");
        if (broken->fault != Fault::Absent) witness.push_back(broken->target);
        finding.witness(std::move(witness));
        addFix(context, table, rows, finding);
    }
}

}  // namespace

Rule routeDangling() { return {"route-dangling", "network", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
