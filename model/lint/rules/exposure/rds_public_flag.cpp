#include "model/analysis/service_port.h"
#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>

namespace lintel::model::lint::rules {

namespace {

/// Reached already: then the flag is a part of that, and said there.
bool isReached(const Context& context, const BlockId& database)
{
    const analysis::PortSet ports = analysis::servicePorts(context.graph, database);
    return std::any_of(ports.intervals().begin(), ports.intervals().end(),
                       [&](const analysis::PortSet::Interval& interval) {
                           return context.reachability.fromInternet(database, interval.first).reachable ||
                                  context.reachability.fromInternet(database, interval.last).reachable;
                       });
}

/// Somebody outside the VPC may be using the public address.
bool isUsedFromOutside(const Context& context, const BlockId& database)
{
    const std::vector<ConnectionId>& links = context.graph.incoming(database);
    return std::any_of(links.begin(), links.end(), [&](const ConnectionId& link) {
        return context.graph.vpcOf(context.graph.hostOf(context.graph.connection(link)->from)).isEmpty();
    });
}

void check(const Context& context, Report& report)
{
    for (const char* kind : {"rds-instance", "aurora-cluster", "rds-read-replica"})
        for (const BlockId& id : context.graph.blocksOfKind(kind)) {
            if (!context.graph.value(id, "publicly-accessible").toBool() || isReached(context, id)) continue;
            const std::string name = labelOf(context.graph, id);
            edit::Transaction transaction(context.document);
            transaction.setProperty(id, "publicly-accessible", false);
            report.add(id)
                .with("name", name)
                .fix("make-private", !isUsedFromOutside(context, id),
                     transaction.finish({"rule.rds-public-flag.fix.private", {{"name", name}}}));
        }
}

}  // namespace

Rule rdsPublicFlag() { return {"rds-public-flag", "exposure", Severity::Warning, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
