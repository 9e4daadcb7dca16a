#include "exporters/terraform/delivery/delivery.h"
#include "exporters/terraform/security/permissions.h"
#include "exporters/terraform/security/roles.h"

namespace lintel::exporters::terraform::delivery {

using hcl::Expression;
using model::Block;

namespace {

hcl::Block action(const std::string& name, const char* category, const char* provider)
{
    hcl::Block block("action");
    return block.set("name", name)
        .set("category", category)
        .set("owner", "AWS")
        .set("provider", provider)
        .set("version", "1");
}

/// The bucket between the stages: the drawn one, or one of the pipeline's own.
std::string artifacts(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    for (const Block* bucket : design.connected(block, "s3-bucket")) {
        out.tie(block, *bucket);
        return design.address(*bucket);
    }
    const std::string name = out.claim("aws_s3_bucket", design.name(block) + "_artifacts");
    out.addShared(Concern::Security, hcl::Block::data("aws_caller_identity", "current"));
    out.add(Concern::Delivery, block,
            hcl::Block::resource("aws_s3_bucket", name)
                .refer("bucket", "\"${local.name_prefix}-" + design.awsName(block, 12) +
                                     "-${data.aws_caller_identity.current.account_id}\"")
                .set("tags", nameTag(block)));
    out.add(Concern::Delivery, block,
            hcl::Block::resource("aws_s3_bucket_public_access_block", name)
                .refer("bucket", "aws_s3_bucket." + name + ".id")
                .set("block_public_acls", true)
                .set("block_public_policy", true)
                .set("ignore_public_acls", true)
                .set("restrict_public_buckets", true));
    out.add(Concern::Delivery, block,
            hcl::Block::resource("aws_s3_bucket_ownership_controls", name)
                .refer("bucket", "aws_s3_bucket." + name + ".id")
                .add(hcl::Block("rule").set("object_ownership", "BucketOwnerEnforced")));
    out.add(Concern::Delivery, block,
            hcl::Block::resource("aws_s3_bucket_lifecycle_configuration", name)
                .refer("bucket", "aws_s3_bucket." + name + ".id")
                .add(hcl::Block("rule")
                         .set("id", "expire")
                         .set("status", "Enabled")
                         .add(hcl::Block("filter"))
                         .add(hcl::Block("expiration").set("days", 30))));
    return "aws_s3_bucket." + name;
}

hcl::Block sourceStage(Configuration& out)
{
    const Design& design = out.design();
    out.askFor("pipeline_repository", design.message("variable.pipeline-repository"));
    out.addVariable("pipeline_branch", hcl::Block("variable", {"pipeline_branch"})
                                           .set("description", design.message("variable.pipeline-branch"))
                                           .refer("type", "string")
                                           .set("default", "main"));
    out.addShared(Concern::Delivery, hcl::Block::resource("aws_codestarconnections_connection", "source")
                                         .refer("name", "local.name_prefix")
                                         .set("provider_type", "GitHub"));
    return hcl::Block("stage")
        .set("name", "Source")
        .add(action("Source", "Source", "CodeStarSourceConnection")
                 .set("output_artifacts", Expression::texts({"source"}))
                 .set("configuration",
                      Expression::object(
                          {{"ConnectionArn", Expression::raw("aws_codestarconnections_connection.source.arn")},
                           {"FullRepositoryId", Expression::raw("var.pipeline_repository")},
                           {"BranchName", Expression::raw("var.pipeline_branch")}})));
}

}  // namespace

void mapPipeline(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const auto builds = design.connected(block, "codebuild");
    const auto deployments = design.connected(block, "codedeploy");
    if (builds.empty() && deployments.empty()) return out.leaveOut(block.id.text(), "no-stage");
    const std::string name = design.name(block);
    const std::string bucket = artifacts(out, block);
    const std::string role = security::workloadRole(out, block, "codepipeline.amazonaws.com");
    std::vector<security::Statement> needs{
        {"Artifacts",
         {"s3:GetBucketLocation", "s3:GetObject", "s3:PutObject"},
         {bucket + ".arn", "\"${" + bucket + ".arn}/*\""}},
        {"Source", {"codestar-connections:UseConnection"}, {"aws_codestarconnections_connection.source.arn"}}};
    hcl::Block pipeline = hcl::Block::resource("aws_codepipeline", name);
    pipeline.refer("name", design.scopedName(block, 60))
        .set("pipeline_type", "V2")
        .refer("role_arn", "aws_iam_role." + role + ".arn")
        .set("tags", nameTag(block))
        .add(hcl::Block("artifact_store").refer("location", bucket + ".bucket").set("type", "S3"))
        .add(sourceStage(out));
    for (const Block* build : builds) {
        pipeline.add(hcl::Block("stage")
                         .set("name", design.awsName(*build, 60))
                         .add(action("Build", "Build", "CodeBuild")
                                  .set("input_artifacts", Expression::texts({"source"}))
                                  .set("output_artifacts", Expression::texts({"built"}))
                                  .set("configuration",
                                       Expression::object(
                                           {{"ProjectName", Expression::raw(design.attribute(*build, "name"))}}))));
        needs.push_back({"Build" + std::to_string(needs.size()),
                         {"codebuild:BatchGetBuilds", "codebuild:StartBuild"},
                         {design.attribute(*build, "arn")}});
        out.tie(block, *build);
    }
    for (const Block* deployment : deployments) {
        pipeline.add(hcl::Block("stage")
                         .set("name", design.awsName(*deployment, 60))
                         .add(action("Deploy", "Deploy", "CodeDeploy")
                                  .set("input_artifacts", Expression::texts({builds.empty() ? "source" : "built"}))
                                  .set("configuration",
                                       Expression::object(
                                           {{"ApplicationName", Expression::raw("aws_codedeploy_app." +
                                                                                design.name(*deployment) + ".name")},
                                            {"DeploymentGroupName", Expression::raw(design.attribute(
                                                                        *deployment, "deployment_group_name"))}}))));
        needs.push_back(
            {"Deploy" + std::to_string(needs.size()),
             {"codedeploy:CreateDeployment", "codedeploy:GetApplication", "codedeploy:GetApplicationRevision",
              "codedeploy:GetDeployment", "codedeploy:GetDeploymentConfig", "codedeploy:RegisterApplicationRevision"},
             {"\"*\""}});
        out.tie(block, *deployment);
    }
    security::grant(out, block, role, "stages", needs);
    out.add(Concern::Delivery, block, std::move(pipeline));
    out.leaveOut(block.id.text(), "source-handshake");
    for (const Block* source : design.connected(block, "github-actions")) out.tie(block, *source);
}

}  // namespace lintel::exporters::terraform::delivery
