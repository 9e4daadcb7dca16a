#include "exporters/terraform/compute/compute.h"
#include "exporters/terraform/delivery/delivery.h"
#include "exporters/terraform/security/permissions.h"
#include "exporters/terraform/security/roles.h"

#include <array>

namespace lintel::exporters::terraform::delivery {

using hcl::Expression;
using model::Block;

namespace {

/// A build of a pipeline takes its source from there; one alone starts from what its buildspec fetches.
hcl::Block source(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const bool piped = !design.connected(block, "codepipeline").empty();
    const std::string path = "buildspec/" + design.awsName(block, 60) + ".yml";
    out.addFile(path, "# " + design.titleOf(block) + "\n# " + design.message("comment.buildspec") +
                          "\nversion: 0.2\n\nphases:\n  build:\n    commands:\n      - 'true'\n");
    return hcl::Block("source")
        .set("type", piped ? "CODEPIPELINE" : "NO_SOURCE")
        .refer("buildspec", "file(\"${path.module}/" + path + "\")");
}

}  // namespace

void mapBuild(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::string name = design.name(block);
    const std::string role = security::workloadRole(out, block, "codebuild.amazonaws.com");
    const std::string logs = out.claim("aws_cloudwatch_log_group", name);
    compute::logGroup(out, block, logs, "\"/aws/codebuild/${local.name_prefix}-" + design.awsName(block, 60) + "\"");
    const std::array<security::Statement, 1> writes{security::Statement{
        "Logs", {"logs:CreateLogStream", "logs:PutLogEvents"}, {"\"${aws_cloudwatch_log_group." + logs + ".arn}:*\""}}};
    security::grant(out, block, role, name + "_logs", writes);
    const bool piped = !design.connected(block, "codepipeline").empty();
    out.add(Concern::Delivery, block,
            hcl::Block::resource("aws_codebuild_project", name)
                .refer("name", design.scopedName(block, 60))
                .set("description", hcl::oneLine(block.label()))
                .refer("service_role", "aws_iam_role." + role + ".arn")
                .set("build_timeout", 30)
                .set("tags", nameTag(block))
                .add(hcl::Block("artifacts").set("type", piped ? "CODEPIPELINE" : "NO_ARTIFACTS"))
                .add(hcl::Block("environment")
                         .set("compute_type", "BUILD_GENERAL1_SMALL")
                         .set("image", "aws/codebuild/amazonlinux-x86_64-standard:5.0")
                         .set("type", "LINUX_CONTAINER"))
                .add(hcl::Block("logs_config")
                         .add(hcl::Block("cloudwatch_logs")
                                  .refer("group_name", "aws_cloudwatch_log_group." + logs + ".name")))
                .add(source(out, block)));
    out.leaveOut(block.id.text(), "buildspec", {{"file", "buildspec/" + design.awsName(block, 60) + ".yml"}});
}

}  // namespace lintel::exporters::terraform::delivery
