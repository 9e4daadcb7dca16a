#include "model/edit/transaction.h"
#include "model/lint/delivery.h"
#include "model/lint/environments.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

namespace lintel::model::lint::rules {

namespace {

void check(const Context& context, Report& report)
{
    for (const BlockId& pipeline : pipelines(context.graph)) {
        if (context.graph.value(pipeline, "trigger").toString() != "pull-request") continue;
        Delivery delivery = deliveryOf(context.graph, pipeline, AtCodeDeploy::GoOn);
        // A preview of every pull request on a server for trials is good practice.
        std::erase_if(delivery.targets,
                      [&](const BlockId& id) { return isForTrials(environmentOf(context.graph, id)); });
        if (delivery.targets.empty()) continue;
        const std::string name = labelOf(context.graph, pipeline);
        edit::Transaction transaction(context.document);
        transaction.setProperty(pipeline, "trigger", "merge");
        report.add(pipeline)
            .with("name", name)
            .with("targets", labelsOf(context.graph, delivery.targets))
            .witness(std::move(delivery.path))
            // The repository's settings have to follow.
            .fix("merge", false, transaction.finish({"rule.pr-deploys-prod.fix.merge", {{"name", name}}}));
    }
}

}  // namespace

Rule prDeploysProd() { return {"pr-deploys-prod", "operations", Severity::Error, Softening::ByProfile, check}; }

}  // namespace lintel::model::lint::rules
