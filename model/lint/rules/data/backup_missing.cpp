#include "model/edit/transaction.h"
#include "model/lint/environments.h"
#include "model/lint/host_contents.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>

namespace lintel::model::lint::rules {

Rule backupMissing();

namespace {

/// What the fix asks for: a mistake that is noticed after the weekend can still be undone.
constexpr std::int64_t kAWeek = 7;

bool isBackupPlan(const Context& context, const BlockId& id) { return context.graph.isKind(id, "backup"); }

bool isInPlan(const Context& context, const BlockId& id)
{
    const auto& in = context.graph.incoming(id);
    const auto& out = context.graph.outgoing(id);
    const auto isDrawn = [&](const std::vector<ConnectionId>& links, BlockId Connection::*end) {
        return std::any_of(links.begin(), links.end(), [&](const ConnectionId& link) {
            return isBackupPlan(context, context.graph.connection(link)->*end);
        });
    };
    return isDrawn(in, &Connection::from) || isDrawn(out, &Connection::to);
}

bool isForTrialsOnly(const Context& context, const BlockId& id)
{
    return isForTrials(environmentOf(context.graph, id));
}

void checkManaged(const Context& context, Report& report)
{
    const std::int64_t wanted = backupMissing().parameter(context, "days");
    for (const BlockId& database : context.graph.blocksWithProperty("backup-retention-days")) {
        const Value& days = context.graph.value(database, "backup-retention-days");
        if (!days.isInteger() || days.toInteger() >= wanted) continue;
        if (isInPlan(context, database) || isForTrialsOnly(context, database)) continue;
        const std::string name = labelOf(context.graph, database);
        edit::Transaction transaction(context.document);
        transaction.setProperty(database, "backup-retention-days", Value(std::max(kAWeek, wanted)));
        auto finding = report.add(database);
        finding.with("name", name).with("days", std::to_string(days.toInteger()));
        if (days.toInteger() > 0) finding.variant("too-short").with("wanted", std::to_string(wanted));
        finding.fix("retention", true, transaction.finish({"rule.backup-missing.fix.retention", {{"name", name}}}));
    }
}

/// `none` is said, and nobody says otherwise: neither the software nor its host nor a plan.
bool isSaidToHaveNone(const Context& context, const std::vector<BlockId>& store)
{
    bool isSaid = false;
    for (const BlockId& id : store) {
        const std::string& backup = context.graph.value(id, "backup").toString();
        if ((!backup.empty() && backup != "none") || isInPlan(context, id)) return false;
        isSaid = isSaid || backup == "none";
    }
    return isSaid;
}

void tellSelfManaged(const Context& context, const BlockId& data, const BlockId& host, Report& report)
{
    std::vector<BlockId> store{data};
    if (host != data) store.push_back(host);
    if (!isSaidToHaveNone(context, store) || isForTrialsOnly(context, host)) return;
    const std::string name = labelOf(context.graph, data);
    edit::Transaction transaction(context.document);
    transaction.setProperty(data, "backup", "snapshots");
    report.add(texts(store))
        .variant("self-managed")
        .with("name", name)
        .with("host", labelOf(context.graph, host))
        .fix("snapshots", false, transaction.finish({"rule.backup-missing.fix.snapshots", {{"name", name}}}));
}

void checkSelfManaged(const Context& context, Report& report)
{
    for (const HostContents& contents : hostContents(context.graph)) {
        for (const BlockId& data : contents.databases)
            tellSelfManaged(context, data, context.graph.hostOf(data), report);
        if (!contents.databases.empty() || !contents.isDatabaseHost) continue;
        for (const BlockId& host : contents.hosts) tellSelfManaged(context, host, host, report);
    }
}

/// One property that is said to be off, and would have kept what somebody deletes by mistake.
struct Safeguard {
    const char* key;
    const char* variant;
    const char* fix;
};

void checkSafeguard(const Context& context, const Safeguard& safeguard, const BlockId& id, Report& report)
{
    const Value& said = context.graph.block(id)->property(safeguard.key);
    if (!said.isBool() || said.toBool() || isInPlan(context, id) || isForTrialsOnly(context, id)) return;
    const std::string name = labelOf(context.graph, id);
    edit::Transaction transaction(context.document);
    transaction.setProperty(id, safeguard.key, true);
    report.add(id)
        .variant(safeguard.variant)
        .severity(Severity::Info)
        .about(safeguard.key)
        .with("name", name)
        .fix(safeguard.fix, true,
             transaction.finish({std::string("rule.backup-missing.fix.") + safeguard.fix, {{"name", name}}}));
}

/// What people put there is nowhere else.
bool keepsOriginals(const Context& context, const BlockId& bucket)
{
    const std::string& purpose = context.graph.value(bucket, "purpose").toString();
    return purpose == "upload" || purpose == "data";
}

void checkSafeguards(const Context& context, Report& report)
{
    if (context.profile != Profile::Production) return;
    for (const BlockId& bucket : context.graph.blocksOfKind("s3-bucket"))
        if (keepsOriginals(context, bucket))
            checkSafeguard(context, {"versioning", "bucket", "versioning"}, bucket, report);
    for (const BlockId& table : context.graph.blocksOfKind("dynamodb"))
        checkSafeguard(context, {"point-in-time-recovery", "table", "point-in-time"}, table, report);
    for (const char* kind : {"rds-instance", "aurora-cluster"})
        for (const BlockId& database : context.graph.blocksOfKind(kind))
            checkSafeguard(context, {"deletion-protection", "deletion", "deletion-protection"}, database, report);
}

void check(const Context& context, Report& report)
{
    checkManaged(context, report);
    checkSelfManaged(context, report);
    checkSafeguards(context, report);
}

}  // namespace

Rule backupMissing()
{
    Rule rule{"backup-missing", "data", Severity::Warning, Softening::Never, check};
    rule.parameters = {{"days", 1}};
    return rule;
}

}  // namespace lintel::model::lint::rules
