#include "model/analysis/service_port.h"
#include "model/lint/data_tier.h"
#include "model/lint/fixes/firewall_rows.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

namespace lintel::model::lint::rules {

namespace {

using analysis::PortSet;
using analysis::Reach;

/// What the internet reaches, or would reach if it were not for the subnet.
struct Exposure {
    PortSet reached;          ///< a packet from anywhere arrives
    PortSet throughBalancer;  ///< of those, the ones that a load balancer hands on
    PortSet open;             ///< only the security group is open
    Reach proof;
    std::vector<analysis::OpenRow> rows;
};

Exposure exposureOf(const Context& context, const BlockId& data)
{
    Exposure exposure;
    const std::vector<BlockId> groups = context.graph.securityGroupsOf(data);
    const PortSet ports = analysis::servicePorts(context.graph, data);
    for (const PortSet::Interval& interval : ports.intervals())
        // A range of ports stands for one service; its ends tell what a rule does with it.
        for (const int port : {interval.first, interval.last}) {
            const auto rows = analysis::rowsOpenToInternet(context.graph, groups, PortSet::one(port));
            exposure.rows.insert(exposure.rows.end(), rows.begin(), rows.end());
            if (!rows.empty()) exposure.open = exposure.open.with(PortSet::one(port));
            if (context.reachability.throughLoadBalancer(data, port).reachable)
                exposure.throughBalancer = exposure.throughBalancer.with(PortSet::one(port));
            Reach reach = context.reachability.fromInternet(data, port);
            if (!reach.reachable) continue;
            if (exposure.reached.isEmpty()) exposure.proof = std::move(reach);
            exposure.reached = exposure.reached.with(PortSet::one(port));
        }
    return exposure;
}

/// The flag that gives a managed database its public address; a cluster has it for its instances.
void dropPublicAddress(const Context& context, const BlockId& data, edit::Transaction& transaction)
{
    if (context.graph.value(data, "publicly-accessible").toBool())
        transaction.setProperty(data, "publicly-accessible", false);
}

void addFix(const Context& context, const Block& data, const Exposure& exposure, FindingBuilder& finding)
{
    const std::vector<BlockId> groups = context.graph.securityGroupsOf(data.id);
    const PortSet ports = exposure.open.with(exposure.reached);
    edit::Transaction transaction(context.document);
    dropPublicAddress(context, data.id, transaction);
    fixes::closeToInternet(context, groups, ports, {}, transaction);
    const bool isSafe = exposure.throughBalancer.isEmpty() && !fixes::isWantedFromInternet(context, groups, ports);
    finding.fix(
        "close", isSafe,
        transaction.finish({"rule.data-internet-path.fix.close", {{"name", data.label()}, {"port", ports.text()}}}));
}

void checkData(const Context& context, const BlockId& id, Report& report)
{
    const Exposure exposure = exposureOf(context, id);
    if (exposure.reached.isEmpty() && exposure.open.isEmpty()) return;
    const Block& data = *context.graph.block(id);
    auto finding = report.add(id);
    finding.with("name", data.label());
    if (!exposure.reached.isEmpty()) {
        finding.with("port", exposure.reached.text())
            .with("path", pathOf(context.graph, exposure.proof.path))
            .witness(exposure.proof.path);
    } else {
        // The path decides: a rule alone exposes nothing yet.
        const BlockId& group = exposure.rows.front().group;
        finding.variant("latent").severity(Severity::Warning);
        finding.with("port", exposure.open.text())
            .with("group", labelOf(context.graph, group))
            .witness({group.text(), id.text()});
    }
    addFix(context, data, exposure, finding);
}

void check(const Context& context, Report& report)
{
    for (const BlockId& data : dataBlocks(context.graph)) checkData(context, data, report);
}

}  // namespace

Rule dataInternetPath() { return {"data-internet-path", "exposure", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
