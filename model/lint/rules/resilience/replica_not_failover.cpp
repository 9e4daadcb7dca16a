#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>

namespace lintel::model::lint::rules {

namespace {

/// Words by which people say that the replica is to take over.
constexpr const char* kTakesOver[] = {"standby", "Standby", "failover", "Failover", "HA",
                                      "대기",    "장애",    "고가용",   "이중화",   "스탠바이"};

bool saysSo(const std::string& text)
{
    return std::any_of(std::begin(kTakesOver), std::end(kTakesOver),
                       [&](const char* word) { return text.find(word) != std::string::npos; });
}

bool isMeantToTakeOver(const Context& context, const BlockId& replica)
{
    return saysSo(context.graph.block(replica)->name) || saysSo(context.graph.value(replica, "description").toString());
}

void check(const Context& context, Report& report)
{
    for (const BlockId& replica : context.graph.blocksOfKind("rds-read-replica")) {
        const BlockId source = context.graph.reference(replica, "source");
        if (source.isEmpty() || context.graph.value(source, "multi-az").toBool()) continue;
        if (context.profile != Profile::Production && !isMeantToTakeOver(context, replica)) continue;
        const std::string name = labelOf(context.graph, source);
        edit::Transaction transaction(context.document);
        transaction.setProperty(source, "multi-az", true);
        report.add({replica.text(), source.text()})
            .with("replica", labelOf(context.graph, replica))
            .with("name", name)
            .fix("multi-az", true, transaction.finish({"rule.replica-not-failover.fix.multi-az", {{"name", name}}}));
    }
}

}  // namespace

Rule replicaNotFailover() { return {"replica-not-failover", "resilience", Severity::Info, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
