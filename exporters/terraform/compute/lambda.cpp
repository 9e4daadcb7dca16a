#include "exporters/terraform/compute/compute.h"
#include "exporters/terraform/integration/integration.h"
#include "exporters/terraform/security/permissions.h"
#include "exporters/terraform/security/roles.h"
#include "exporters/terraform/security/security.h"

#include <algorithm>
#include <array>

namespace lintel::exporters::terraform::compute {

using hcl::Expression;
using model::Block;

namespace {

constexpr const char* kUsualRuntime = "python3.13";

std::string runtimeOf(const Design& design, const Block& block)
{
    const std::string runtime = design.text(block, "runtime", kUsualRuntime);
    for (const char* family : {"python", "nodejs", "java", "dotnet", "ruby", "provided."}) {
        if (runtime.starts_with(family) && runtime.size() < 24 &&
            runtime.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.") == std::string::npos)
            return runtime;
    }
    return kUsualRuntime;
}

/// Where each runtime looks first when nobody says otherwise.
std::string handlerFor(const std::string& runtime)
{
    if (runtime.starts_with("python")) return "app.handler";
    if (runtime.starts_with("java")) return "com.example.Handler::handleRequest";
    if (runtime.starts_with("dotnet")) return "App::App.Function::Handler";
    if (runtime.starts_with("provided")) return "bootstrap";
    return "index.handler";
}

/// The function's log group, which it may write to; gives its name.
std::string writeLogs(Configuration& out, const Block& block, const std::string& role)
{
    const std::string name = out.claim("aws_cloudwatch_log_group", out.design().name(block));
    logGroup(out, block, name, "\"/aws/lambda/${local.name_prefix}-" + out.design().awsName(block, 36) + "\"");
    const std::array<security::Statement, 1> statements{security::Statement{
        "Logs", {"logs:CreateLogStream", "logs:PutLogEvents"}, {"\"${aws_cloudwatch_log_group." + name + ".arn}:*\""}}};
    security::grant(out, block, role, out.design().name(block) + "_logs", statements);
    return name;
}

}  // namespace

std::string artifactBucket(Configuration& out)
{
    const Design& design = out.design();
    for (const Block* bucket : design.ofKind("s3-bucket")) {
        if (design.text(*bucket, "purpose") == "artifact") return design.attribute(*bucket, "id");
    }
    out.askFor("artifact_bucket", design.message("variable.artifact-bucket"),
               "can(regex(\"^[a-z0-9][a-z0-9.-]+$\", var.artifact_bucket))",
               design.message("variable.artifact-bucket-error"));
    return "var.artifact_bucket";
}

void logGroup(Configuration& out, const Block& subject, const std::string& name, const std::string& path)
{
    out.add(Concern::Observability, subject,
            hcl::Block::resource("aws_cloudwatch_log_group", name)
                .refer("name", path)
                .refer("retention_in_days", "var.log_retention_days")
                .set("tags", nameTag(subject)));
    out.addVariable(
        "log_retention_days",
        hcl::Block("variable", {"log_retention_days"})
            .set("description", out.design().message("variable.log-retention-days"))
            .refer("type", "number")
            .set("default", 30)
            .add(hcl::Block("validation")
                     .refer("condition",
                            "contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, "
                            "1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)")
                     .set("error_message", out.design().message("variable.log-retention-days-error"))));
}

void mapLambda(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::string name = design.name(block);
    const std::string runtime = runtimeOf(design, block);
    const std::string role = security::workloadRole(out, block, "lambda.amazonaws.com");
    const std::vector<const Block*> subnets = design.subnetsOf(block);
    const std::string logs = writeLogs(out, block, role);
    hcl::Block function = hcl::Block::resource("aws_lambda_function", name);
    function.refer("function_name", design.scopedName(block, 36))
        .refer("role", "aws_iam_role." + role + ".arn")
        .set("runtime", runtime)
        .set("handler", design.text(block, "handler", handlerFor(runtime)))
        .refer("s3_bucket", artifactBucket(out))
        .set("s3_key", "lambda/" + design.awsName(block, 60) + ".zip")
        .set("memory_size", std::clamp<std::int64_t>(design.integer(block, "memory-mb", 128), 128, 10240))
        .set("timeout", std::clamp<std::int64_t>(design.integer(block, "timeout-seconds", 3), 1, 900));
    if (const std::int64_t reserved = design.integer(block, "reserved-concurrency", -1); reserved >= 0)
        function.set("reserved_concurrent_executions", reserved);
    function.set("tags", nameTag(block));
    if (!subnets.empty()) {
        security::attachManagedPolicy(out, block, role, "AWSLambdaVPCAccessExecutionRole");
        function.add(hcl::Block("vpc_config")
                         .set("subnet_ids", attributes(design, subnets, "id"))
                         .set("security_group_ids", security::groupIds(out, block)));
    }
    function.add(hcl::Block("logging_config")
                     .set("log_format", "JSON")
                     .refer("log_group", "aws_cloudwatch_log_group." + logs + ".name"));
    function.add(hcl::Block("tracing_config").set("mode", "PassThrough"));
    if (const std::string queue = integration::failedEvents(out, block); !queue.empty()) {
        security::grant(out, block, role, name + "_failed",
                        std::array<security::Statement, 1>{
                            security::Statement{"FailedEvents", {"sqs:SendMessage"}, {queue + ".arn"}}});
        function.add(hcl::Block("dead_letter_config").refer("target_arn", queue + ".arn"));
    }
    // The pipeline brings new code; a plan must not take it back.
    function.add(hcl::Block("lifecycle")
                     .set("ignore_changes",
                          Expression::list({Expression::raw("s3_key"), Expression::raw("s3_object_version")})));
    out.add(Concern::Compute, block, std::move(function));
    out.leaveOut(block.id.text(), "lambda-code", {{"key", "lambda/" + design.awsName(block, 60) + ".zip"}});
}

}  // namespace lintel::exporters::terraform::compute
