#include "exporters/terraform/compute/compute.h"
#include "exporters/terraform/security/permissions.h"
#include "exporters/terraform/security/ports.h"
#include "exporters/terraform/security/roles.h"
#include "exporters/terraform/security/security.h"

#include <algorithm>

namespace lintel::exporters::terraform::compute {

using hcl::Expression;
using model::Block;

namespace {

/// Sizes that Fargate takes, by CPU units: least and most memory.
struct FargateSize {
    std::int64_t cpu;
    std::int64_t least;
    std::int64_t most;
};
constexpr FargateSize kSizes[] = {
    {256, 512, 2048}, {512, 1024, 4096}, {1024, 2048, 8192}, {2048, 4096, 16384}, {4096, 8192, 30720}};

FargateSize sizeFor(std::int64_t cpu, std::int64_t memory)
{
    FargateSize size = kSizes[4];
    for (const FargateSize& candidate : kSizes) {
        if (candidate.cpu >= cpu) {
            size = candidate;
            break;
        }
    }
    const std::int64_t step = size.cpu == 256 ? 512 : 1024;
    size.least = std::clamp((memory + step - 1) / step * step, size.least, size.most);
    return size;
}

Expression container(Configuration& out, const Block& block, const std::string& logs, int port)
{
    const Design& design = out.design();
    const Expression logging = Expression::object(
        {{"logDriver", Expression::text("awslogs")},
         {"options",
          Expression::object({{"awslogs-group", Expression::raw("aws_cloudwatch_log_group." + logs + ".name")},
                              {"awslogs-region", Expression::raw("var.region")},
                              {"awslogs-stream-prefix", Expression::text(design.awsName(block, 30))}})}});
    return Expression::call(
        "jsonencode",
        Expression::list({Expression::object(
            {{"name", Expression::text(design.awsName(block, 60))},
             {"image", Expression::raw(containerImage(out, block))},
             {"essential", Expression::boolean(true)},
             {"portMappings", Expression::list({Expression::object({{"containerPort", Expression::number(port)},
                                                                    {"protocol", Expression::text("tcp")}})})},
             {"logConfiguration", logging}})}));
}

void mapTask(Configuration& out, const Block& block, int port)
{
    const Design& design = out.design();
    const std::string name = design.name(block);
    const std::string logs = out.claim("aws_cloudwatch_log_group", name);
    logGroup(out, block, logs, "\"/ecs/${local.name_prefix}/" + design.awsName(block, 60) + "\"");
    const std::string execution = out.claim("aws_iam_role", name + "_execution");
    security::serviceRole(out, block, execution, "ecs-tasks.amazonaws.com");
    security::attachManagedPolicy(out, block, execution, "AmazonECSTaskExecutionRolePolicy");
    const FargateSize size = sizeFor(design.integer(block, "cpu", 256), design.integer(block, "memory-mb", 512));
    const bool fargate = design.text(block, "launch-type", "fargate") != "ec2";
    hcl::Block task = hcl::Block::resource("aws_ecs_task_definition", name);
    task.refer("family", design.scopedName(block, 60))
        .set("requires_compatibilities", Expression::texts({fargate ? "FARGATE" : "EC2"}))
        .set("network_mode", "awsvpc")
        .set("cpu", size.cpu)
        .set("memory", size.least)
        .refer("execution_role_arn", "aws_iam_role." + execution + ".arn")
        .refer("task_role_arn",
               "aws_iam_role." + security::workloadRole(out, block, "ecs-tasks.amazonaws.com") + ".arn")
        .set("container_definitions", container(out, block, logs, port))
        .set("tags", nameTag(block));
    if (fargate)
        task.add(
            hcl::Block("runtime_platform").set("operating_system_family", "LINUX").set("cpu_architecture", "X86_64"));
    out.add(Concern::Compute, block, std::move(task));
}

std::vector<const Block*> targetGroupsOf(const Design& design, const Block& service)
{
    std::vector<const Block*> groups = design.connected(service, "target-group");
    for (const Block* group : design.ofKind("target-group")) {
        const auto targets = design.references(*group, "targets");
        if (std::find(targets.begin(), targets.end(), &service) != targets.end() &&
            std::find(groups.begin(), groups.end(), group) == groups.end())
            groups.push_back(group);
    }
    return groups;
}

/// Unsaid is off in AWS; it costs nothing to know.
bool scansOnPush(const Design& design, const Block& repository)
{
    return repository.property("scan-on-push").isNull() || design.flag(repository, "scan-on-push");
}

}  // namespace

std::string containerImage(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    if (const std::string image = design.text(block, "image"); !image.empty()) return hcl::quoted(image);
    if (const auto repositories = design.connected(block, "ecr"); !repositories.empty()) {
        const std::string variable = design.name(block) + "_image_tag";
        out.addVariable(variable, hcl::Block("variable", {variable})
                                      .set("description", design.message("variable.image-tag",
                                                                         {{"name", hcl::oneLine(block.label())}}))
                                      .refer("type", "string")
                                      .set("default", "latest"));
        return "\"${" + design.attribute(*repositories.front(), "repository_url") + "}:${var." + variable + "}\"";
    }
    const std::string variable = design.name(block) + "_image";
    out.askFor(variable, design.message("variable.image", {{"name", hcl::oneLine(block.label())}}));
    return "var." + variable;
}

void mapEcsCluster(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    out.add(Concern::Compute, block,
            hcl::Block::resource("aws_ecs_cluster", design.name(block))
                .refer("name", design.scopedName(block, 60))
                .set("tags", nameTag(block))
                .add(hcl::Block("setting").set("name", "containerInsights").set("value", "enabled")));
}

void mapEcsService(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const Block* cluster = design.container(block, "ecs-cluster");
    const bool somewhere = !design.subnetsOf(block).empty() || design.inDefaultVpc(block);
    if (!somewhere) return out.leaveOut(block.id.text(), "no-subnet");
    const std::string name = design.name(block);
    const std::string clusterName = cluster ? design.name(*cluster) : out.claim("aws_ecs_cluster", name);
    if (!cluster) {
        out.add(Concern::Compute, block,
                hcl::Block::resource("aws_ecs_cluster", clusterName)
                    .refer("name", design.scopedName(block, 60))
                    .set("tags", nameTag(block))
                    .add(hcl::Block("setting").set("name", "containerInsights").set("value", "enabled")));
    }
    const std::string ports = design.text(block, "ports");
    const int port = ports.empty() ? 8080 : std::max(1, security::portRanges(ports).front().from);
    mapTask(out, block, port);
    const bool fargate = design.text(block, "launch-type", "fargate") != "ec2";
    if (!fargate) out.leaveOut(block.id.text(), "ecs-capacity");
    hcl::Block service = hcl::Block::resource("aws_ecs_service", name);
    service.refer("name", design.scopedName(block, 60))
        .refer("cluster", "aws_ecs_cluster." + clusterName + ".id")
        .refer("task_definition", "aws_ecs_task_definition." + name + ".arn")
        .set("desired_count", std::max<std::int64_t>(0, design.integer(block, "replicas", 2)))
        .set("launch_type", fargate ? "FARGATE" : "EC2")
        .set("propagate_tags", "SERVICE")
        .set("tags", nameTag(block));
    hcl::Block network("network_configuration");
    network.set("subnets", placement(out, block)).set("security_groups", security::groupIds(out, block));
    if (fargate) network.set("assign_public_ip", design.flag(block, "assign-public-ip"));
    service.add(std::move(network));
    for (const Block* group : targetGroupsOf(design, block)) {
        service.add(hcl::Block("load_balancer")
                        .refer("target_group_arn", design.attribute(*group, "arn"))
                        .set("container_name", design.awsName(block, 60))
                        .set("container_port", port));
        out.tie(block, *group);
    }
    service.add(hcl::Block("deployment_circuit_breaker").set("enable", true).set("rollback", true));
    service.add(hcl::Block("lifecycle").set("ignore_changes", Expression::list({Expression::raw("desired_count")})));
    out.add(Concern::Compute, block, std::move(service));
}

void mapRepository(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::string name = design.name(block);
    out.add(Concern::Delivery, block,
            hcl::Block::resource("aws_ecr_repository", name)
                .refer("name", "\"${local.name_prefix}/" + design.awsName(block, 60) + "\"")
                .set("image_tag_mutability", design.flag(block, "immutable-tags") ? "IMMUTABLE" : "MUTABLE")
                .set("tags", nameTag(block))
                .add(hcl::Block("image_scanning_configuration").set("scan_on_push", scansOnPush(design, block)))
                .add(hcl::Block("encryption_configuration").set("encryption_type", "AES256")));
    const Expression selection = Expression::object({{"tagStatus", Expression::text("any")},
                                                     {"countType", Expression::text("imageCountMoreThan")},
                                                     {"countNumber", Expression::number(30)}});
    out.add(Concern::Delivery, block,
            hcl::Block::resource("aws_ecr_lifecycle_policy", name)
                .refer("repository", design.attribute(block, "name"))
                .set("policy",
                     Expression::call(
                         "jsonencode",
                         Expression::object(
                             {{"rules",
                               Expression::list({Expression::object(
                                   {{"rulePriority", Expression::number(1)},
                                    {"description", Expression::text("Keep the last 30 images")},
                                    {"selection", selection},
                                    {"action", Expression::object({{"type", Expression::text("expire")}})}})})}}))));
    out.addOutput(name + "_repository_url",
                  design.message("output.repository", {{"name", hcl::oneLine(block.label())}}),
                  design.attribute(block, "repository_url"));
}

}  // namespace lintel::exporters::terraform::compute
