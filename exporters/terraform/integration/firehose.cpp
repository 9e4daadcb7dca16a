#include "exporters/terraform/compute/compute.h"
#include "exporters/terraform/data/data.h"
#include "exporters/terraform/integration/integration.h"
#include "exporters/terraform/security/permissions.h"
#include "exporters/terraform/security/roles.h"

#include <algorithm>

namespace lintel::exporters::terraform::integration {

using hcl::Expression;
using model::Block;

namespace {

const Block* neighbour(const Configuration& out, const std::vector<const model::Connection*>& connections, bool ahead,
                       const char* kind)
{
    for (const model::Connection* connection : connections) {
        const Block* other = out.design().block((ahead ? connection->to : connection->from).text());
        if (other && out.design().isKind(*other, kind) && out.isExported(*other)) return other;
    }
    return nullptr;
}

hcl::Block destination(Configuration& out, const Block& block, const Block& bucket, const std::string& role,
                       const std::string& logs)
{
    const Design& design = out.design();
    hcl::Block to("extended_s3_configuration");
    to.refer("role_arn", "aws_iam_role." + role + ".arn")
        .refer("bucket_arn", design.attribute(bucket, "arn"))
        .set("prefix", design.awsName(block, 40) + "/!{timestamp:yyyy/MM/dd}/")
        .set("error_output_prefix",
             design.awsName(block, 40) + "-errors/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/")
        .set("buffering_interval", std::clamp<std::int64_t>(design.integer(block, "buffer-seconds", 300), 60, 900))
        .set("compression_format", "GZIP");
    return to.add(hcl::Block("cloudwatch_logging_options")
                      .set("enabled", true)
                      .refer("log_group_name", "aws_cloudwatch_log_group." + logs + ".name")
                      .set("log_stream_name", "delivery"));
}

}  // namespace

void mapFirehose(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const Block* bucket = neighbour(out, design.connectionsFrom(block), true, "s3-bucket");
    if (!bucket) return out.leaveOut(block.id.text(), "no-bucket");
    const Block* stream = neighbour(out, design.connectionsTo(block), false, "kinesis");
    const std::string name = design.name(block);
    const std::string logs = out.claim("aws_cloudwatch_log_group", name);
    compute::logGroup(out, block, logs,
                      "\"/aws/kinesisfirehose/${local.name_prefix}-" + design.awsName(block, 35) + "\"");
    const std::string role = out.claim("aws_iam_role", name + "_delivery");
    security::serviceRole(out, block, role, "firehose.amazonaws.com");
    const std::string arn = design.attribute(*bucket, "arn");
    std::vector<security::Statement> needs{
        {"Bucket",
         {"s3:AbortMultipartUpload", "s3:GetBucketLocation", "s3:GetObject", "s3:ListBucket",
          "s3:ListBucketMultipartUploads", "s3:PutObject"},
         {arn, "\"${" + arn + "}/*\""}},
        {"Logs", {"logs:PutLogEvents"}, {"\"${aws_cloudwatch_log_group." + logs + ".arn}:*\""}}};
    hcl::Block delivery = hcl::Block::resource("aws_kinesis_firehose_delivery_stream", name);
    delivery.refer("name", design.scopedName(block, 35)).set("destination", "extended_s3").set("tags", nameTag(block));
    if (stream) {
        needs.push_back(
            {"Stream",
             {"kinesis:DescribeStream", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"},
             {design.attribute(*stream, "arn")}});
        delivery.add(hcl::Block("kinesis_source_configuration")
                         .refer("kinesis_stream_arn", design.attribute(*stream, "arn"))
                         .refer("role_arn", "aws_iam_role." + role + ".arn"));
        out.tie(block, *stream);
    } else {
        delivery.add(hcl::Block("server_side_encryption").set("enabled", true));
    }
    security::grant(out, block, role, "delivery", needs);
    out.add(Concern::Integration, block, delivery.add(destination(out, block, *bucket, role, logs)));
    out.tie(block, *bucket);
}

}  // namespace lintel::exporters::terraform::integration
