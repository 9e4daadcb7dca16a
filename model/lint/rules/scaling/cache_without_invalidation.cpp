#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"
#include "model/lint/services.h"

#include <algorithm>
#include <set>

namespace lintel::model::lint::rules {

namespace {

/// What a distribution asks, behind the load balancers on the way.
std::set<BlockId> originsOf(const Context& context, const BlockId& distribution)
{
    std::set<BlockId> origins;
    for (const ConnectionId& link : context.graph.outgoing(distribution)) {
        const Connection& drawn = *context.graph.connection(link);
        if (!drawn.isNetworkTraffic()) continue;
        origins.insert(drawn.to);
        if (!context.graph.isKind(drawn.to, "alb") && !context.graph.isKind(drawn.to, "nlb")) continue;
        for (const graph::Target& target : context.graph.targetsOf(drawn.to)) origins.insert(target.block);
    }
    return origins;
}

bool mayCache(const Context& context, const BlockId& distribution)
{
    const std::string& caching = context.graph.value(distribution, "caching").toString();
    return caching != "disabled" && caching != "by-path";
}

void checkDistributions(const Context& context, const Service& service, Report& report)
{
    for (const BlockId& distribution : context.graph.blocksOfKind("cloudfront")) {
        if (!mayCache(context, distribution)) continue;
        const std::set<BlockId> origins = originsOf(context, distribution);
        if (std::none_of(service.blocks.begin(), service.blocks.end(),
                         [&](const BlockId& id) { return origins.contains(id); }))
            continue;
        const std::string name = labelOf(context.graph, distribution);
        edit::Transaction transaction(context.document);
        transaction.setProperty(distribution, "caching", "by-path");
        report.add({distribution.text(), service.units.front().text()})
            .with("cache", name)
            .with("names", labelsOf(context.graph, service.units))
            .fix("by-path", false,
                 transaction.finish({"rule.cache-without-invalidation.fix.by-path", {{"name", name}}}));
    }
}

void checkCaches(const Context& context, const Service& service, Report& report)
{
    for (const BlockId& called : calledBy(context.graph, service)) {
        if (context.graph.fact(called, "role") != "cache" || context.graph.value(called, "usage").toString() != "cache")
            continue;
        report.add({called.text(), service.units.front().text()})
            .variant("store")
            .with("cache", labelOf(context.graph, called))
            .with("names", labelsOf(context.graph, service.units));
    }
}

void check(const Context& context, Report& report)
{
    for (const Service& service : servicesIfSaid(context.graph, "content-changes")) {
        if (!says(context.graph, service, "content-changes", "every-request")) continue;
        checkDistributions(context, service, report);
        checkCaches(context, service, report);
    }
}

}  // namespace

Rule cacheWithoutInvalidation()
{
    return {"cache-without-invalidation", "scaling", Severity::Info, Softening::Never, check};
}

}  // namespace lintel::model::lint::rules
