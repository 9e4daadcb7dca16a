#include "model/edit/transaction.h"
#include "model/lint/fixes/private_bucket.h"
#include "model/lint/rule.h"

namespace lintel::model::lint::rules {

namespace {

edit::ChangeSet blocked(const Context& context, const Block& bucket)
{
    edit::Transaction transaction(context.document);
    transaction.setProperty(bucket.id, "public-access", "blocked");
    return transaction.finish({"rule.s3-public.fix.block", {{"name", bucket.label()}}});
}

void check(const Context& context, Report& report)
{
    for (const BlockId& id : context.graph.blocksOfKind("s3-bucket")) {
        const std::string& access = context.graph.value(id, "public-access").toString();
        if (access != "public-read" && access != "public-write") continue;
        const Block& bucket = *context.graph.block(id);
        const bool isWebsite = context.graph.value(id, "website").toBool();
        const bool isBehindCloudFront = !fixes::distributionsOf(context, id).empty();

        auto finding = report.add(id);
        finding.with("name", bucket.label());
        if (access == "public-write")
            finding.variant("write");
        else if (isWebsite)
            finding.variant("website").severity(Severity::Warning);

        // Closing the bucket may cut off whoever reads it now, unless CloudFront does the reading.
        const Message caption("rule.s3-public.fix.behind-cloudfront", {{"name", bucket.label()}});
        if (isBehindCloudFront || isWebsite)
            finding.fix("behind-cloudfront", isBehindCloudFront, fixes::readThroughCloudFront(context, id, caption));
        else
            finding.fix("block", false, blocked(context, bucket));
    }
}

}  // namespace

Rule s3Public() { return {"s3-public", "exposure", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
