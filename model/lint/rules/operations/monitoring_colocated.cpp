#include "model/lint/host_contents.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

namespace lintel::model::lint::rules {

namespace {

void check(const Context& context, Report& report)
{
    for (const HostContents& host : hostContents(context.graph)) {
        if (host.monitoring.empty() || (host.applications.empty() && !host.isApplicationHost)) continue;
        std::vector<BlockId> subjects{host.hosts.front()};
        subjects.insert(subjects.end(), host.monitoring.begin(), host.monitoring.end());
        auto finding = report.add(texts(subjects));
        finding.with("host", labelOf(context.graph, host.hosts.front()))
            .with("monitoring", labelsOf(context.graph, host.monitoring))
            .with("count", std::to_string(host.monitoring.size()))
            .with("applications", labelsOf(context.graph, host.applications))
            .witness(texts(host.applications));
        if (host.applications.empty()) finding.variant("host");
    }
}

}  // namespace

Rule monitoringColocated()
{
    return {"monitoring-colocated", "operations", Severity::Warning, Softening::ByProfile, check};
}

}  // namespace lintel::model::lint::rules
