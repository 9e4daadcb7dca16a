#include "exporters/terraform/compute/compute.h"
#include "exporters/terraform/integration/integration.h"
#include "exporters/terraform/security/permissions.h"
#include "exporters/terraform/security/roles.h"

#include <algorithm>
#include <array>

namespace lintel::exporters::terraform::integration {

using hcl::Expression;
using model::Block;

void mapGlueJob(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::string name = design.name(block);
    const std::string role = security::workloadRole(out, block, "glue.amazonaws.com");
    security::attachManagedPolicy(out, block, role, "AWSGlueServiceRole");
    const std::string bucket = compute::artifactBucket(out);
    const std::string key = "glue/" + design.awsName(block, 60) + ".py";
    out.addShared(Concern::Security, hcl::Block::data("aws_partition", "current"));
    const std::string script = "\"arn:${data.aws_partition.current.partition}:s3:::${" + bucket + "}/" + key + "\"";
    security::grant(out, block, role, name + "_script",
                    std::array<security::Statement, 1>{security::Statement{"Script", {"s3:GetObject"}, {script}}});
    out.add(Concern::Integration, block,
            hcl::Block::resource("aws_glue_job", name)
                .refer("name", design.scopedName(block, 60))
                .refer("role_arn", "aws_iam_role." + role + ".arn")
                .set("glue_version", "5.0")
                .set("worker_type", "G.1X")
                .set("number_of_workers", std::clamp<std::int64_t>(design.integer(block, "workers", 10), 2, 299))
                .set("timeout", 480)
                .set("default_arguments",
                     Expression::object({{"--enable-metrics", Expression::text("true")},
                                         {"--enable-continuous-cloudwatch-log", Expression::text("true")},
                                         {"--job-bookmark-option", Expression::text("job-bookmark-enable")}}))
                .set("tags", nameTag(block))
                .add(hcl::Block("command")
                         .refer("script_location", "\"s3://${" + bucket + "}/" + key + "\"")
                         .set("python_version", "3")));
    out.leaveOut(block.id.text(), "glue-script", {{"key", key}});
}

void mapAthena(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    hcl::Block configuration("configuration");
    configuration.set("enforce_workgroup_configuration", true).set("publish_cloudwatch_metrics_enabled", true);
    // Athena takes no limit below ten megabytes.
    if (const std::int64_t limit = design.integer(block, "scan-limit-gb", 0); limit > 0)
        configuration.set("bytes_scanned_cutoff_per_query", std::min<std::int64_t>(limit, 1000000) * 1073741824);
    const auto buckets = design.connected(block, "s3-bucket");
    const auto built =
        std::find_if(buckets.begin(), buckets.end(), [&](const Block* bucket) { return out.isExported(*bucket); });
    if (built == buckets.end())
        out.leaveOut(block.id.text(), "query-results");
    else {
        configuration.add(hcl::Block("result_configuration")
                              .refer("output_location", "\"s3://${" + design.attribute(**built, "id") + "}/athena/" +
                                                            design.awsName(block, 60) + "/\"")
                              .add(hcl::Block("encryption_configuration").set("encryption_option", "SSE_S3")));
    }
    // Whoever asks reads the files with rights of their own: the line to the bucket needs no more.
    for (const Block* bucket : buckets) out.tie(block, *bucket);
    out.add(Concern::Integration, block,
            hcl::Block::resource("aws_athena_workgroup", design.name(block))
                .refer("name", design.scopedName(block, 60))
                .set("tags", nameTag(block))
                .add(std::move(configuration)));
}

}  // namespace lintel::exporters::terraform::integration
