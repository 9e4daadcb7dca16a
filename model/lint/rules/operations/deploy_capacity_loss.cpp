#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"
#include "model/lint/services.h"

namespace lintel::model::lint::rules {

namespace {

/// Copies that serve while others are replaced: in place half of them go at a time (rounded down, as CodeDeploy's
/// HalfAtATime does), rolling one.
std::int64_t leftDuring(const std::string& strategy, std::int64_t copies)
{
    return strategy == "in-place" ? copies - copies / 2 : copies - 1;
}

void reportLoss(const Context& context, const Service& service, std::int64_t left, const Value& peak, Report& report)
{
    const std::string names = labelsOf(context.graph, service.units);
    edit::Transaction transaction(context.document);
    for (const BlockId& id : service.blocks)
        if (!context.graph.block(id)->property("deploy-strategy").isNull())
            transaction.setProperty(id, "deploy-strategy", "blue-green");
    auto finding = report.add(texts(service.units));
    finding.with("names", names)
        .with("count", std::to_string(service.copies))
        .with("left", std::to_string(left))
        .with("percent", std::to_string(left * 100 / service.copies))
        .with("peak", peak.scalarText())
        .fix("blue-green", false, transaction.finish({"rule.deploy-capacity-loss.fix.blue-green", {{"names", names}}}));
    if (!peak.isNull()) finding.variant("peak");
}

void check(const Context& context, Report& report)
{
    for (const Service& service : servicesIfSaid(context.graph, "deploy-strategy")) {
        const std::string& strategy = saidBy(context.graph, service, "deploy-strategy").toString();
        if (strategy == "blue-green-one-host") {
            report.add(texts(service.units))
                .variant("one-host")
                .severity(Severity::Info)
                .with("names", labelsOf(context.graph, service.units));
            continue;
        }
        if (service.copies < 2 || (strategy != "in-place" && strategy != "rolling")) continue;
        const Value& peak = saidBy(context.graph, service, "peak-load-percent");
        const std::int64_t left = leftDuring(strategy, service.copies);
        // One of several at a time is what rolling is for, unless the load is known to need them all.
        if (!peak.isNumber() && strategy == "rolling") continue;
        if (peak.isNumber() && left * 100 >= peak.toInteger() * service.copies) continue;
        reportLoss(context, service, left, peak, report);
    }
}

}  // namespace

Rule deployCapacityLoss()
{
    return {"deploy-capacity-loss", "operations", Severity::Warning, Softening::ByProfile, check};
}

}  // namespace lintel::model::lint::rules
