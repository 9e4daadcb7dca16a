#include "exporters/terraform/edge/edge.h"
#include "exporters/terraform/security/permissions.h"

#include <algorithm>

namespace lintel::exporters::terraform::edge {

using hcl::Expression;
using model::Block;

namespace {

/// The bucket that it is joined to, or the one for logs.
const Block* logBucket(const Configuration& out, const Block& balancer)
{
    const Design& design = out.design();
    for (const Block* bucket : design.connected(balancer, "s3-bucket")) {
        if (out.isExported(*bucket)) return bucket;
    }
    for (const Block* bucket : design.ofKind("s3-bucket")) {
        if (design.text(*bucket, "purpose") == "log" && out.isExported(*bucket)) return bucket;
    }
    return nullptr;
}

/// Application load balancers deliver their logs themselves, network load balancers by the delivery of all logs.
hcl::Block delivery(const Design& design, const Block& balancer, const std::string& objects)
{
    const bool application = design.isKind(balancer, "alb");
    return hcl::Block("statement")
        .set("sid", "LogsOf" + security::statementId(design.name(balancer)))
        .set("actions", Expression::texts({"s3:PutObject"}))
        .set("resources", Expression::list({Expression::raw(objects)}))
        .add(hcl::Block("principals")
                 .set("type", "Service")
                 .set("identifiers", Expression::texts({application ? "logdelivery.elasticloadbalancing.amazonaws.com"
                                                                    : "delivery.logs.amazonaws.com"})));
}

/// The delivery of logs asks who owns the bucket before it writes.
hcl::Block ownership(const Design& design, const Block& bucket)
{
    return hcl::Block("statement")
        .set("sid", "LogDeliveryOwner")
        .set("actions", Expression::texts({"s3:GetBucketAcl"}))
        .set("resources", Expression::list({Expression::raw(design.attribute(bucket, "arn"))}))
        .add(hcl::Block("principals")
                 .set("type", "Service")
                 .set("identifiers", Expression::texts({"delivery.logs.amazonaws.com"})))
        .add(hcl::Block("condition")
                 .set("test", "StringEquals")
                 .set("variable", "aws:SourceAccount")
                 .set("values", Expression::list({Expression::raw("data.aws_caller_identity.current.account_id")})));
}

}  // namespace

void keepAccessLogs(Configuration& out, const Block& balancer, hcl::Block& code)
{
    const Design& design = out.design();
    const Block* bucket = logBucket(out, balancer);
    // Load balancers do not write where a key of the customer encrypts.
    if (!bucket || !design.connected(*bucket, "kms-key").empty())
        return out.leaveOut(balancer.id.text(), "access-logs");
    const std::string prefix = design.awsName(balancer, 60);
    out.addShared(Concern::Security, hcl::Block::data("aws_caller_identity", "current"));
    out.allowOnBucket(*bucket, delivery(design, balancer,
                                        "\"${" + design.attribute(*bucket, "arn") + "}/" + prefix +
                                            "/AWSLogs/${data.aws_caller_identity.current.account_id}/*\""));
    const std::vector<hcl::Block> said = out.bucketStatements(*bucket);
    const hcl::Block asked = ownership(design, *bucket);
    const bool known = std::any_of(said.begin(), said.end(), [&asked](const hcl::Block& statement) {
        return statement.value("sid") == asked.value("sid");
    });
    if (design.isKind(balancer, "nlb") && !known) out.allowOnBucket(*bucket, asked);
    out.tie(balancer, *bucket);
    code.add(hcl::Block("access_logs")
                 .set("enabled", true)
                 .refer("bucket", design.attribute(*bucket, "id"))
                 .set("prefix", prefix));
    code.set("depends_on", Expression::list({Expression::raw("aws_s3_bucket_policy." + design.name(*bucket))}));
}

}  // namespace lintel::exporters::terraform::edge
