#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

namespace lintel::model::lint::rules {

namespace {

/// What can be computed again may be lost where money is short.
bool mayBeLost(const Context& context, const BlockId& cache)
{
    return context.profile != Profile::Production && context.graph.value(cache, "usage").toString() == "cache";
}

edit::ChangeSet withFailover(const Context& context, const Block& cache, bool hasReplica)
{
    edit::Transaction transaction(context.document);
    if (!hasReplica) transaction.setProperty(cache.id, "replicas", 1);
    transaction.setProperty(cache.id, "automatic-failover", true);
    // AWS places the replica in another zone only where the subnets offer one.
    if (context.graph.zonesOf(cache.id).size() > 1) transaction.setProperty(cache.id, "multi-az", true);
    return transaction.finish(
        {hasReplica ? "rule.cache-no-failover.fix.failover" : "rule.cache-no-failover.fix.replica",
         {{"name", cache.label()}}});
}

void check(const Context& context, Report& report)
{
    for (const BlockId& id : context.graph.blocksOfKind("elasticache")) {
        // Memcached has neither replicas nor failover, and promises neither.
        if (context.graph.value(id, "engine").toString() == "memcached" || mayBeLost(context, id)) continue;
        const std::vector<BlockId> drawn = context.graph.referrers(id, "source");
        const bool hasReplica = context.graph.value(id, "replicas").toInteger() > 0 || !drawn.empty();
        if (hasReplica && context.graph.value(id, "automatic-failover").toBool()) continue;
        const Block& cache = *context.graph.block(id);
        auto finding = report.add(id);
        finding.with("name", cache.label()).witness(texts(drawn));
        if (hasReplica) finding.variant("failover-off");
        finding.fix("failover", true, withFailover(context, cache, hasReplica));
    }
}

}  // namespace

Rule cacheNoFailover() { return {"cache-no-failover", "resilience", Severity::Warning, Softening::ByProfile, check}; }

}  // namespace lintel::model::lint::rules
