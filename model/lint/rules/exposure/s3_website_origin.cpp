#include "model/lint/fixes/private_bucket.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>

namespace lintel::model::lint::rules {

namespace {

/// A distribution that says how it reads the bucket, and says: like anybody else.
bool readsLikeAnybody(const Context& context, const BlockId& bucket)
{
    const std::vector<ConnectionId>& links = context.graph.incoming(bucket);
    return std::any_of(links.begin(), links.end(), [&](const ConnectionId& link) {
        const Connection& drawn = *context.graph.connection(link);
        return context.graph.isKind(drawn.from, "cloudfront") && drawn.property("origin-access").toString() == "public";
    });
}

void check(const Context& context, Report& report)
{
    for (const BlockId& bucket : context.graph.blocksOfKind("s3-bucket")) {
        const std::vector<BlockId> distributions = fixes::distributionsOf(context, bucket);
        const bool isWebsite = context.graph.value(bucket, "website").toBool();
        if (distributions.empty() || (!isWebsite && !readsLikeAnybody(context, bucket))) continue;
        const std::string name = labelOf(context.graph, bucket);
        auto finding = report.add(bucket);
        finding.with("name", name)
            .with("cdn", labelsOf(context.graph, distributions))
            .witness({distributions.front().text(), bucket.text()});
        if (!isWebsite) finding.variant("public");
        finding.fix(
            "origin-access-control", true,
            fixes::readThroughCloudFront(context, bucket, {"rule.s3-website-origin.fix.oac", {{"name", name}}}));
    }
}

}  // namespace

Rule s3WebsiteOrigin() { return {"s3-website-origin", "exposure", Severity::Warning, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
