#include "model/lint/host_contents.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

namespace lintel::model::lint::rules {

namespace {

void check(const Context& context, Report& report)
{
    for (const HostContents& host : hostContents(context.graph)) {
        const bool hasApplication = host.isApplicationHost || !host.applications.empty();
        const bool hasDatabase = host.isDatabaseHost || !host.databases.empty();
        if (!hasApplication || !hasDatabase) continue;
        if (host.applications.empty() && host.databases.empty()) continue;  // two roles in one group, nothing inside

        std::vector<BlockId> subjects{host.hosts.front()};
        subjects.insert(subjects.end(), host.databases.begin(), host.databases.end());
        auto finding = report.add(texts(subjects));
        finding.with("host", labelOf(context.graph, host.hosts.front()))
            .with("applications", labelsOf(context.graph, host.applications))
            .with("stores", labelsOf(context.graph, host.databases))
            .witness(texts(host.applications));
        if (host.applications.empty())
            finding.variant("application-host");
        else if (host.databases.empty())
            finding.variant("database-host");
    }
}

}  // namespace

Rule appDbColocated() { return {"app-db-colocated", "operations", Severity::Warning, Softening::ByProfile, check}; }

}  // namespace lintel::model::lint::rules
