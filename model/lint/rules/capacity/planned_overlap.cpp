#include "model/edit/transaction.h"
#include "model/lint/fixes/renumber_vpc.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

namespace lintel::model::lint::rules {

namespace {

/// AWS gives every default VPC the same range; nobody plans to connect them.
bool isDefault(const Context& context, const BlockId& network)
{
    return context.graph.value(network, "default-vpc").toBool();
}

edit::ChangeSet renumber(const Context& context, const BlockId& vpc, const std::string& name)
{
    const std::vector<analysis::Cidr> ranges = context.routes.rangesOf(vpc);
    if (ranges.size() != 1) return {};
    const auto to = context.addresses.nextVpcRange(ranges.front().prefix);
    if (!to) return {};
    edit::Transaction transaction(context.document);
    fixes::renumberVpc(context, vpc, *to, transaction);
    return transaction.finish({"rule.planned-overlap.fix.renumber", {{"name", name}, {"range", to->text()}}});
}

void check(const Context& context, Report& report)
{
    for (const analysis::RangeConflict& conflict : context.addresses.conflicts()) {
        if (conflict.isConnected() || isDefault(context, conflict.a) || isDefault(context, conflict.b)) continue;
        const std::string name = labelOf(context.graph, conflict.a);
        report.add({conflict.a.text(), conflict.b.text()})
            .with("name", name)
            .with("other", labelOf(context.graph, conflict.b))
            .with("range", conflict.range.text())
            .fix("renumber", false, renumber(context, conflict.a, name));
    }
}

}  // namespace

Rule plannedOverlap() { return {"planned-overlap", "capacity", Severity::Warning, Softening::ByProfile, check}; }

}  // namespace lintel::model::lint::rules
