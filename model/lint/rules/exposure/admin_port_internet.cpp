#include "model/lint/fixes/firewall_rows.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <set>

namespace lintel::model::lint::rules {

namespace {

using analysis::PortSet;
using analysis::Reach;

struct AdminPort {
    int port;
    const char* service;
};
constexpr AdminPort kAdminPorts[] = {{22, "SSH"}, {3389, "RDP"}, {5985, "WinRM"}, {5986, "WinRM"}};

/// RFC 5737 keeps this range for documentation: it is nobody's, so the rule admits nobody until it is replaced.
constexpr const char* kYourAddress = "203.0.113.10/32";

struct Opening {
    PortSet ports;
    std::string services;
};

Opening& add(Opening& opening, const AdminPort& admin)
{
    opening.ports = opening.ports.with(PortSet::one(admin.port));
    if (!opening.services.empty()) opening.services += ", ";
    opening.services += admin.service + (" " + std::to_string(admin.port));
    return opening;
}

/// Public ranges of the drawn offices: those are who may administer from outside.
std::vector<std::string> officeRanges(const Context& context)
{
    std::vector<std::string> ranges;
    for (const BlockId& office : context.graph.blocksOfKind("external-network"))
        if (const auto range = analysis::parseCidr(context.graph.value(office, "cidr").toString()))
            if (!analysis::isPrivateRange(*range) && !analysis::isInternetWide(*range))
                ranges.push_back(range->canonical().text());
    return ranges;
}

/// A bastion of the VPC other than what the groups guard.
BlockId bastionFor(const Context& context, const std::vector<BlockId>& groups)
{
    for (const BlockId& host : context.graph.blocksOfKind("ec2-instance")) {
        if (context.graph.value(host, "role").toString() != "bastion") continue;
        const std::vector<BlockId> own = context.graph.securityGroupsOf(host);
        const bool isGuardedHere = std::any_of(own.begin(), own.end(), [&](const BlockId& group) {
            return std::find(groups.begin(), groups.end(), group) != groups.end();
        });
        if (!own.empty() && !isGuardedHere && context.graph.vpcOf(host) == context.graph.vpcOf(groups.front()))
            return host;
    }
    return {};
}

edit::ChangeSet restricted(const Context& context, const std::vector<BlockId>& groups, const Opening& opening,
                           const std::vector<std::string>& sources, const char* caption)
{
    edit::Transaction transaction(context.document);
    fixes::closeToInternet(context, groups, opening.ports, sources, transaction);
    const std::string group = labelsOf(context.graph, groups);
    std::string source;
    for (const std::string& one : sources)
        source += (source.empty() ? "" : ", ") + labelOf(context.graph, BlockId(one));
    return transaction.finish({std::string("rule.admin-port-internet.fix.") + caption,
                               {{"services", opening.services}, {"group", group}, {"source", source}}});
}

/// `isSafe`: the rules are the only way in, and nobody on the internet is drawn using it.
void addFixes(const Context& context, const std::vector<BlockId>& groups, const Opening& opening, bool isSafe,
              FindingBuilder& finding)
{
    const std::vector<std::string> offices = officeRanges(context);
    const BlockId bastion = bastionFor(context, groups);
    if (!offices.empty())
        finding.fix("restrict-to-office", isSafe, restricted(context, groups, opening, offices, "office"));
    if (!bastion.isEmpty())
        finding.fix(
            "restrict-to-bastion", false,
            restricted(context, groups, opening,
                       {fixes::narrowestGroup(context, context.graph.securityGroupsOf(bastion)).text()}, "bastion"));
    if (offices.empty())
        finding.fix("restrict-to-address", false, restricted(context, groups, opening, {kYourAddress}, "address"));
    finding.fix("use-session-manager", false, restricted(context, groups, opening, {}, "session-manager"));
}

/// Groups of the host with a rule open to the internet.
std::vector<BlockId> openGroups(const Context& context, const std::vector<BlockId>& groups, const PortSet& ports)
{
    std::set<BlockId> open;
    for (const analysis::OpenRow& row : analysis::rowsOpenToInternet(context.graph, groups, ports))
        open.insert(row.group);
    return {open.begin(), open.end()};
}

/// True when the internet gets to an administration port of the host.
bool checkHost(const Context& context, const Block& host, Report& report)
{
    Opening opening;
    Reach proof;
    bool isBalanced = false;
    for (const AdminPort& admin : kAdminPorts) {
        Reach reach = context.reachability.fromInternet(host.id, admin.port);
        if (!reach.reachable) continue;
        isBalanced = isBalanced || context.reachability.throughLoadBalancer(host.id, admin.port).reachable;
        if (opening.ports.isEmpty()) proof = std::move(reach);
        add(opening, admin);
    }
    if (opening.ports.isEmpty()) return false;
    const Value& row = proof.rows.empty()
                           ? Value()
                           : context.graph.value(proof.rows.front().group, "inbound").toList()[proof.rows.front().row];
    auto finding = report.add(host.id);
    finding.with("services", opening.services)
        .with("name", host.label())
        .with("source", proof.rows.empty() ? "0.0.0.0/0" : row["source"].toString())
        .with("path", pathOf(context.graph, proof.path))
        .witness(proof.path);
    const std::vector<BlockId> groups = openGroups(context, context.graph.securityGroupsOf(host.id), opening.ports);
    if (groups.empty()) return true;
    addFixes(context, groups, opening, !isBalanced && !fixes::isWantedFromInternet(context, groups, opening.ports),
             finding);
    return true;
}

void checkGroup(const Context& context, const BlockId& group, Report& report)
{
    Opening opening;
    for (const AdminPort& admin : kAdminPorts)
        if (!analysis::rowsOpenToInternet(context.graph, {group}, PortSet::one(admin.port)).empty())
            add(opening, admin);
    if (opening.ports.isEmpty()) return;
    auto finding = report.add(group);
    finding.variant("latent").severity(Severity::Info);
    finding.with("services", opening.services).with("group", labelOf(context.graph, group)).witness({group.text()});
    addFixes(context, {group}, opening, !fixes::isWantedFromInternet(context, {group}, opening.ports), finding);
}

/// Security groups that let an administration port in from anybody at all: behind the others there is nothing to find.
std::set<BlockId> groupsWithAdminPorts(const Context& context)
{
    const PortSet admin({{22, 22}, {3389, 3389}, {5985, 5986}});
    std::set<BlockId> found;
    for (const BlockId& group : context.graph.blocksOfKind("security-group"))
        for (const Value& row : context.graph.value(group, "inbound").toList())
            if (PortSet::parse(row["ports"].scalarText()).overlaps(admin)) found.insert(group);
    return found;
}

void check(const Context& context, Report& report)
{
    const std::set<BlockId> open = groupsWithAdminPorts(context);
    const auto isOpen = [&](const BlockId& group) { return open.contains(group); };
    std::set<BlockId> told;
    for (const BlockId& host : context.graph.blocksWithFlag("has-interface")) {
        // Nobody logs in to a load balancer; what it hands on is told where it arrives.
        if (context.graph.kindOf(host)->flag("software") || context.graph.fact(host, "role") == "load-balancer")
            continue;
        const std::vector<BlockId>& groups = context.graph.securityGroupsOf(host);
        if (std::none_of(groups.begin(), groups.end(), isOpen) ||
            !checkHost(context, *context.graph.block(host), report))
            continue;
        told.insert(groups.begin(), groups.end());
    }
    for (const BlockId& group : context.graph.blocksOfKind("security-group"))
        if (!told.contains(group)) checkGroup(context, group, report);
}

}  // namespace

Rule adminPortInternet() { return {"admin-port-internet", "exposure", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
