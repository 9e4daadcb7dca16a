#include "exporters/terraform/compute/compute.h"
#include "exporters/terraform/security/roles.h"
#include "exporters/terraform/security/security.h"

#include <algorithm>

namespace lintel::exporters::terraform::compute {

using hcl::Expression;
using model::Block;

namespace {

Expression need(const char* what, const char* amount)
{
    return Expression::object({{"type", Expression::text(what)}, {"value", Expression::text(amount)}});
}

Expression container(Configuration& out, const Block& block, const std::string& execution, const std::string& role,
                     const std::string& logs)
{
    const Expression logging = Expression::object(
        {{"logDriver", Expression::text("awslogs")},
         {"options",
          Expression::object({{"awslogs-group", Expression::raw("aws_cloudwatch_log_group." + logs + ".name")}})}});
    return Expression::call(
        "jsonencode",
        Expression::object(
            {{"image", Expression::raw(containerImage(out, block))},
             {"executionRoleArn", Expression::raw("aws_iam_role." + execution + ".arn")},
             {"jobRoleArn", Expression::raw("aws_iam_role." + role + ".arn")},
             {"resourceRequirements", Expression::list({need("VCPU", "1"), need("MEMORY", "2048")})},
             {"networkConfiguration", Expression::object({{"assignPublicIp", Expression::text("DISABLED")}})},
             {"logConfiguration", logging}}));
}

void addJob(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::string name = design.name(block);
    const std::string logs = out.claim("aws_cloudwatch_log_group", name);
    logGroup(out, block, logs, "\"/aws/batch/${local.name_prefix}-" + design.awsName(block, 60) + "\"");
    const std::string execution = out.claim("aws_iam_role", name + "_execution");
    security::serviceRole(out, block, execution, "ecs-tasks.amazonaws.com");
    security::attachManagedPolicy(out, block, execution, "AmazonECSTaskExecutionRolePolicy");
    const std::string role = security::workloadRole(out, block, "ecs-tasks.amazonaws.com");
    out.add(Concern::Compute, block,
            hcl::Block::resource("aws_batch_job_definition", name)
                .refer("name", design.scopedName(block, 60))
                .set("type", "container")
                .set("platform_capabilities", Expression::texts({"FARGATE"}))
                .set("container_properties", container(out, block, execution, role, logs))
                .set("tags", nameTag(block))
                .add(hcl::Block("retry_strategy").set("attempts", 3))
                .add(hcl::Block("timeout").set("attempt_duration_seconds", 3600)));
}

}  // namespace

void mapBatch(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    if (design.subnetsOf(block).empty() && !design.inDefaultVpc(block))
        return out.leaveOut(block.id.text(), "no-subnet");
    const std::string name = design.name(block);
    hcl::Block machines("compute_resources");
    machines.set("type", "FARGATE")
        .set("max_vcpus", std::clamp<std::int64_t>(design.integer(block, "max-vcpus", 16), 1, 4000))
        .set("subnets", placement(out, block))
        .set("security_group_ids", security::groupIds(out, block));
    out.add(Concern::Compute, block,
            hcl::Block::resource("aws_batch_compute_environment", name)
                .refer("name", design.scopedName(block, 60))
                .set("type", "MANAGED")
                .set("tags", nameTag(block))
                .add(std::move(machines)));
    out.add(Concern::Compute, block,
            hcl::Block::resource("aws_batch_job_queue", name)
                .refer("name", design.scopedName(block, 60))
                .set("state", "ENABLED")
                .set("priority", 1)
                .set("tags", nameTag(block))
                .add(hcl::Block("compute_environment_order")
                         .set("order", 1)
                         .refer("compute_environment", "aws_batch_compute_environment." + name + ".arn")));
    addJob(out, block);
}

}  // namespace lintel::exporters::terraform::compute
