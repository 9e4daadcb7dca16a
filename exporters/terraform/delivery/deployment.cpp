#include "exporters/terraform/delivery/delivery.h"
#include "exporters/terraform/names.h"
#include "exporters/terraform/security/permissions.h"
#include "exporters/terraform/security/roles.h"

#include <algorithm>
#include <array>

namespace lintel::exporters::terraform::delivery {

using hcl::Expression;
using model::Block;

namespace {

/// What it deploys to: the named target, or what its connections lead to.
const Block* targetOf(const Design& design, const Block& block)
{
    if (const Block* named = design.reference(block, "target")) return named;
    for (const model::Connection* connection : design.connectionsFrom(block)) {
        const Block* to = design.block(connection->to.text());
        if (to && (design.isKind(*to, "auto-scaling-group") || design.isKind(*to, "ec2-instance") ||
                   design.isKind(*to, "ecs-service") || design.isKind(*to, "lambda")))
            return to;
    }
    return nullptr;
}

std::vector<const Block*> targetGroups(const Configuration& out, const Block& target)
{
    std::vector<const Block*> groups = out.design().ofKind("target-group");
    std::erase_if(groups, [&](const Block* group) { return !out.isTied(target, *group); });
    return groups;
}

const Block* alarmOf(const Configuration& out, const Block& block)
{
    const Block* named = out.design().reference(block, "alarm");
    if (!named) {
        const auto joined = out.design().connected(block, "cloudwatch-alarm");
        named = joined.empty() ? nullptr : joined.front();
    }
    return named && out.design().isKind(*named, "cloudwatch-alarm") ? named : nullptr;
}

void addSafety(Configuration& out, const Block& block, hcl::Block& group)
{
    const Design& design = out.design();
    const Block* alarm = alarmOf(out, block);
    std::vector<std::string> events{"DEPLOYMENT_FAILURE"};
    if (alarm) events.push_back("DEPLOYMENT_STOP_ON_ALARM");
    group.add(hcl::Block("auto_rollback_configuration")
                  .set("enabled", design.flag(block, "auto-rollback"))
                  .set("events", Expression::texts(events)));
    if (!alarm) return;
    group.add(hcl::Block("alarm_configuration")
                  .set("enabled", true)
                  .set("alarms", attributes(design, {alarm}, "alarm_name")));
    out.tie(block, *alarm);
}

/// Traffic moves from blue to green only where a load balancer moves it.
void addStyle(Configuration& out, const Block& block, const Block& target, hcl::Block& group)
{
    const Design& design = out.design();
    const std::vector<const Block*> groups = targetGroups(out, target);
    const bool machines = design.isKind(target, "auto-scaling-group");
    const bool blueGreen = design.text(block, "strategy", "in-place") == "blue-green" && machines && !groups.empty();
    if (design.text(block, "strategy", "in-place") == "blue-green" && !blueGreen)
        out.leaveOut(block.id.text(), "blue-green");
    group.add(hcl::Block("deployment_style")
                  .set("deployment_type", blueGreen ? "BLUE_GREEN" : "IN_PLACE")
                  .set("deployment_option", groups.empty() ? "WITHOUT_TRAFFIC_CONTROL" : "WITH_TRAFFIC_CONTROL"));
    if (!groups.empty())
        group.add(hcl::Block("load_balancer_info")
                      .add(hcl::Block("target_group_info").refer("name", design.attribute(*groups.front(), "name"))));
    if (!blueGreen) return;
    out.leaveOut(block.id.text(), "blue-green-copy");
    group.add(hcl::Block("blue_green_deployment_config")
                  .add(hcl::Block("deployment_ready_option").set("action_on_timeout", "CONTINUE_DEPLOYMENT"))
                  .add(hcl::Block("green_fleet_provisioning_option").set("action", "COPY_AUTO_SCALING_GROUP"))
                  .add(hcl::Block("terminate_blue_instances_on_deployment_success")
                           .set("action", "TERMINATE")
                           .set("termination_wait_time_in_minutes", 15)));
}

/// The role that the machines of the target work with.
std::string machineRole(const Configuration& out, const Block& target)
{
    const Design& design = out.design();
    std::vector<const Block*> workers{&target};
    if (const Block* launch = design.reference(target, "launch-template")) workers.push_back(launch);
    for (const Block* machine : design.ofKind("ec2-instance")) {
        if (design.reference(*machine, "auto-scaling-group") == &target) workers.push_back(machine);
    }
    for (const Block* worker : workers) {
        if (const Block* drawn = security::drawnRole(design, *worker)) return design.name(*drawn);
        if (const std::string own = out.roleOf(*worker); !own.empty()) return own;
    }
    return "session_manager";
}

/// The agent on each machine fetches the revision itself.
void letMachinesRead(Configuration& out, const Block& block, const Block& target)
{
    const Design& design = out.design();
    std::vector<std::string> objects;
    for (const Block* bucket : design.connected(block, "s3-bucket")) {
        objects.push_back("\"${" + design.attribute(*bucket, "arn") + "}/*\"");
        out.tie(block, *bucket);
    }
    if (objects.empty()) return;
    const security::Statement read{"Revisions", {"s3:GetObject", "s3:GetObjectVersion"}, std::move(objects)};
    security::grant(out, block, machineRole(out, target), design.name(block) + "_revisions",
                    std::array<security::Statement, 1>{read});
}

}  // namespace

void mapDeployment(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const Block* target = targetOf(design, block);
    if (!target || !out.isExported(*target)) return out.leaveOut(block.id.text(), "no-target");
    if (!design.isKind(*target, "auto-scaling-group") && !design.isKind(*target, "ec2-instance"))
        return out.leaveOut(block.id.text(), "container-deployment");
    const std::string name = design.name(block);
    const std::string role = out.claim("aws_iam_role", name + "_deploy");
    security::serviceRole(out, block, role, "codedeploy.amazonaws.com");
    security::attachManagedPolicy(out, block, role, "AWSCodeDeployRole");
    out.add(Concern::Delivery, block,
            hcl::Block::resource("aws_codedeploy_app", name)
                .refer("name", design.scopedName(block, 60))
                .set("compute_platform", "Server")
                .set("tags", nameTag(block)));
    hcl::Block group = hcl::Block::resource("aws_codedeploy_deployment_group", name);
    group.refer("app_name", "aws_codedeploy_app." + name + ".name")
        .refer("deployment_group_name", design.scopedName(block, 60))
        .refer("service_role_arn", "aws_iam_role." + role + ".arn")
        .set("deployment_config_name", "CodeDeployDefault.OneAtATime");
    const bool machines = design.isKind(*target, "auto-scaling-group");
    if (machines) group.set("autoscaling_groups", attributes(design, {target}, "name"));
    group.set("tags", nameTag(block));
    addStyle(out, block, *target, group);
    if (!machines)
        group.add(hcl::Block("ec2_tag_set")
                      .add(hcl::Block("ec2_tag_filter")
                               .set("key", "Name")
                               .set("type", "KEY_AND_VALUE")
                               .set("value", tagText(target->label()))));
    addSafety(out, block, group);
    out.add(Concern::Delivery, block, std::move(group));
    out.tie(block, *target);
    letMachinesRead(out, block, *target);
}

}  // namespace lintel::exporters::terraform::delivery
