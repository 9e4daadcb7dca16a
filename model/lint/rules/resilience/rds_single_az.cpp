#include "model/edit/transaction.h"
#include "model/lint/rule.h"

namespace lintel::model::lint::rules {

namespace {

void check(const Context& context, Report& report)
{
    for (const BlockId& id : context.graph.blocksOfKind("rds-instance")) {
        const Value& multiAz = context.graph.value(id, "multi-az");  // AWS's own default is off
        if (!multiAz.isBool() || multiAz.toBool()) continue;
        const Block& database = *context.graph.block(id);
        edit::Transaction transaction(context.document);
        transaction.setProperty(id, "multi-az", true);
        report.add(id)
            .with("name", database.label())
            .fix("multi-az", true,
                 transaction.finish({"rule.rds-single-az.fix.multi-az", {{"name", database.label()}}}));
    }
}

}  // namespace

Rule rdsSingleAz() { return {"rds-single-az", "resilience", Severity::Warning, Softening::ByProfile, check}; }

}  // namespace lintel::model::lint::rules
