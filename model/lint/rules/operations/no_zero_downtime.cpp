#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"
#include "model/lint/services.h"

namespace lintel::model::lint::rules {

namespace {

/// Somebody waits for its answers: a batch job may stop for a deploy.
bool isServing(const Context& context, const Service& service)
{
    return !requestsTo(context.graph, service).empty() || !targetGroupsOf(context.graph, service).empty();
}

edit::ChangeSet switchTo(const Context& context, const Service& service, const char* key, const char* value,
                         Message caption)
{
    edit::Transaction transaction(context.document);
    for (const BlockId& id : service.blocks)
        if (!context.graph.block(id)->property(key).isNull()) transaction.setProperty(id, key, value);
    return transaction.finish(std::move(caption));
}

void checkMigration(const Context& context, const Service& service, const std::string& names, Report& report)
{
    report.add(texts(service.units))
        .variant("migration")
        .severity(Severity::Warning)
        .with("names", names)
        .fix("expand-contract", false,
             switchTo(context, service, "schema-migration", "expand-contract",
                      {"rule.no-zero-downtime.fix.expand-contract", {{"names", names}}}));
}

void check(const Context& context, Report& report)
{
    for (const Service& service : servicesIfSaid(context.graph, "deploy-strategy")) {
        const std::string& strategy = saidBy(context.graph, service, "deploy-strategy").toString();
        if (strategy.empty() || !isServing(context, service)) continue;
        const std::string names = labelsOf(context.graph, service.units);
        const bool isReplacedInPlace = strategy == "in-place" && service.copies < 2;
        if (strategy == "none" || isReplacedInPlace) {
            auto finding = report.add(texts(service.units));
            finding.with("names", names)
                .fix("blue-green", false,
                     switchTo(context, service, "deploy-strategy", "blue-green",
                              {"rule.no-zero-downtime.fix.blue-green", {{"names", names}}}));
            if (isReplacedInPlace) finding.variant("one-copy");
        } else if (says(context.graph, service, "schema-migration", "in-one-step")) {
            checkMigration(context, service, names, report);
        }
    }
}

}  // namespace

Rule noZeroDowntime() { return {"no-zero-downtime", "operations", Severity::Error, Softening::ByProfile, check}; }

}  // namespace lintel::model::lint::rules
