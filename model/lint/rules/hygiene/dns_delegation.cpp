#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <set>

namespace lintel::model::lint::rules {

namespace {

void checkZone(const Context& context, const BlockId& zone, Report& report)
{
    const Value& delegated = context.graph.value(zone, "delegated");
    if (!delegated.isBool() || delegated.toBool() || context.graph.value(zone, "private").toBool()) return;
    const std::string name = labelOf(context.graph, zone);
    edit::Transaction transaction(context.document);
    transaction.setProperty(zone, "delegated", true);
    // The drawing only says that the registrar knows; telling it is for people.
    report.add(zone)
        .with("name", name)
        .fix("delegated", false, transaction.finish({"rule.dns-delegation.fix.delegated", {{"name", name}}}));
}

/// "Values specific for alias records": what Route 53 can be an alias of. An instance, an address or a database is not.
bool cannotBeAlias(const Context& context, const BlockId& target)
{
    static const std::set<std::string, std::less<>> kPlain{"ec2-instance", "elastic-ip", "rds-instance",
                                                           "aurora-cluster", "elasticache"};
    const Block* block = context.graph.block(target);
    return block && kPlain.contains(block->kind.text());
}

void checkRecord(const Context& context, const BlockId& record, Report& report)
{
    const std::string name = labelOf(context.graph, record);
    const BlockId target = context.graph.reference(record, "target");
    if (context.graph.value(record, "type").toString() != "ALIAS" || !cannotBeAlias(context, target)) return;
    const bool hasName = context.graph.fact(target, "tier") == "data";  // AWS gives stores a name, not an address
    edit::Transaction transaction(context.document);
    transaction.setProperty(record, "type", hasName ? "CNAME" : "A");
    report.add(record)
        .variant("alias")
        .with("name", name)
        .with("target", labelOf(context.graph, target))
        .fix("plain-record", true,
             transaction.finish(
                 {"rule.dns-delegation.fix.record", {{"name", name}, {"type", hasName ? "CNAME" : "A"}}}));
}

void check(const Context& context, Report& report)
{
    for (const BlockId& zone : context.graph.blocksOfKind("route53-zone")) checkZone(context, zone, report);
    for (const BlockId& record : context.graph.blocksOfKind("route53-record")) checkRecord(context, record, report);
}

}  // namespace

Rule dnsDelegation() { return {"dns-delegation", "hygiene", Severity::Warning, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
