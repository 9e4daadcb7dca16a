#include "exporters/terraform/compute/compute.h"
#include "exporters/terraform/security/roles.h"
#include "exporters/terraform/security/security.h"

#include <algorithm>

namespace lintel::exporters::terraform::compute {

using hcl::Expression;
using model::Block;

namespace {

constexpr const char* kUsualType = "t3.micro";

const Block* groupOf(const Design& design, const Block& launch)
{
    for (const Block* group : design.ofKind("auto-scaling-group")) {
        if (design.reference(*group, "launch-template") == &launch) return group;
    }
    const auto joined = design.connected(launch, "auto-scaling-group");
    return joined.empty() ? nullptr : joined.front();
}

std::vector<const Block*> membersOf(const Design& design, const Block& group)
{
    std::vector<const Block*> members = design.ofKind("ec2-instance");
    std::erase_if(members,
                  [&](const Block* member) { return design.reference(*member, "auto-scaling-group") != &group; });
    return members;
}

/// What the machines of the group are drawn to run, each kind and name once.
std::vector<const Block*> softwareOf(const Design& design, const std::vector<const Block*>& members)
{
    std::vector<const Block*> software;
    for (const Block* member : members) {
        for (const Block* block : softwareOn(design, *member)) software.push_back(block);
    }
    return software;
}

hcl::Block tagged(const char* type, const Block& subject)
{
    return hcl::Block("tag_specifications").set("resource_type", type).set("tags", allTags(subject));
}

/// `subject` names the template; `source` says type, role and groups.
void writeTemplate(Configuration& out, const Block& subject, const Block& source, const Block* group,
                   const std::string& name)
{
    const Design& design = out.design();
    const std::vector<const Block*> members = group ? membersOf(design, *group) : std::vector<const Block*>();
    const Block& like = design.text(source, "type").empty() && !members.empty() ? *members.front() : source;
    const std::string type = instanceType(design, like, kUsualType);
    hcl::Block launch = hcl::Block::resource("aws_launch_template", name);
    launch.refer("name_prefix", "\"${local.name_prefix}-" + design.awsName(subject, 30) + "-\"")
        .refer("image_id", machineImage(out, type))
        .set("instance_type", type);
    const Block& guarded =
        security::drawnGroups(design, source).empty() && !members.empty() ? *members.front() : source;
    launch.set("vpc_security_group_ids", security::groupIds(out, guarded)).set("update_default_version", true);
    if (const std::string path = userData(out, subject, softwareOf(design, members)); !path.empty())
        launch.refer("user_data", "filebase64(\"${path.module}/" + path + "\")");
    launch.set("tags", nameTag(subject));
    const Block& worker = security::drawnRole(design, source) || members.empty() ? source : *members.front();
    launch.add(hcl::Block("iam_instance_profile").refer("name", security::instanceProfile(out, worker)));
    launch.add(hcl::Block("metadata_options")
                   .set("http_endpoint", "enabled")
                   .set("http_tokens", "required")
                   .set("http_put_response_hop_limit", 1));
    launch.add(
        hcl::Block("block_device_mappings")
            .set("device_name", "/dev/xvda")
            .add(
                hcl::Block("ebs").set("volume_type", "gp3").set("encrypted", true).set("delete_on_termination", true)));
    launch.add(tagged("instance", group ? *group : subject)).add(tagged("volume", group ? *group : subject));
    launch.add(hcl::Block("lifecycle").set("create_before_destroy", true));
    out.add(Concern::Compute, subject, std::move(launch));
}

std::vector<Expression> targetGroups(Configuration& out, const Block& group)
{
    const Design& design = out.design();
    std::vector<const Block*> targets = design.references(group, "target-groups");
    for (const Block* other : design.ofKind("target-group")) {
        const auto members = design.references(*other, "targets");
        const bool named = std::find(members.begin(), members.end(), &group) != members.end();
        if (named && std::find(targets.begin(), targets.end(), other) == targets.end()) targets.push_back(other);
    }
    for (const Block* other : design.connected(group, "target-group")) {
        if (std::find(targets.begin(), targets.end(), other) == targets.end()) targets.push_back(other);
    }
    std::vector<Expression> arns;
    for (const Block* target : targets) {
        if (!design.isKind(*target, "target-group") || design.text(*target, "target-type", "instance") != "instance")
            continue;
        arns.push_back(Expression::raw(design.attribute(*target, "arn")));
        out.tie(group, *target);
    }
    return arns;
}

void addScaling(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::string policy = design.text(block, "scaling-policy", "none");
    const std::string name = design.name(block);
    if (policy == "target-tracking" || policy == "step") {
        out.add(Concern::Compute, block,
                hcl::Block::resource("aws_autoscaling_policy", name)
                    .set("name", "cpu-60")
                    .refer("autoscaling_group_name", design.attribute(block, "name"))
                    .set("policy_type", "TargetTrackingScaling")
                    .add(hcl::Block("target_tracking_configuration")
                             .set("target_value", 60)
                             .add(hcl::Block("predefined_metric_specification")
                                      .set("predefined_metric_type", "ASGAverageCPUUtilization"))));
    }
    if (policy == "step") out.leaveOut(block.id.text(), "step-scaling");
    if (policy == "schedule") out.leaveOut(block.id.text(), "scheduled-scaling");
}

}  // namespace

Expression placement(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    if (design.inDefaultVpc(block)) return Expression::raw("data.aws_subnets.default.ids");
    return attributes(design, design.subnetsOf(block), "id");
}

void mapLaunchTemplate(Configuration& out, const Block& block)
{
    const Block* group = groupOf(out.design(), block);
    const bool guarded = !security::drawnGroups(out.design(), block).empty();
    if (!guarded && !out.design().vpcOf(block) && (!group || !out.design().vpcOf(*group)))
        return out.leaveOut(block.id.text(), "no-vpc");
    writeTemplate(out, block, block, group, out.design().name(block));
}

void mapAutoScalingGroup(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::vector<const Block*> members = membersOf(design, block);
    std::vector<const Block*> subnets = design.subnetsOf(block);
    for (const Block* member : members) {
        const Block* subnet = design.container(*member, "subnet");
        if (subnet && design.references(block, "subnets").empty() &&
            std::find(subnets.begin(), subnets.end(), subnet) == subnets.end())
            subnets.push_back(subnet);
    }
    if (subnets.empty() && !design.inDefaultVpc(block)) return out.leaveOut(block.id.text(), "no-subnet");
    const Block* launch = design.reference(block, "launch-template");
    if (launch && !out.isExported(*launch)) launch = nullptr;
    const std::string name = launch ? design.name(*launch) : out.claim("aws_launch_template", design.name(block));
    if (launch)
        out.tie(block, *launch);
    else
        writeTemplate(out, block, members.empty() ? block : *members.front(), &block, name);

    const std::int64_t least = std::max<std::int64_t>(0, design.integer(block, "min", 1));
    const std::int64_t most = std::max(least, design.integer(block, "max", std::max<std::int64_t>(least, 2)));
    hcl::Block group = hcl::Block::resource("aws_autoscaling_group", design.name(block));
    group.refer("name", design.scopedName(block, 60))
        .set("min_size", least)
        .set("max_size", most)
        .set("desired_capacity", std::clamp(design.integer(block, "desired", least), least, most))
        .set("vpc_zone_identifier",
             subnets.empty() ? Expression::raw("data.aws_subnets.default.ids") : attributes(design, subnets, "id"));
    if (auto arns = targetGroups(out, block); !arns.empty())
        group.set("target_group_arns", Expression::list(std::move(arns)));
    group.set("health_check_type", design.text(block, "health-check-type", "ec2") == "elb" ? "ELB" : "EC2")
        .set("health_check_grace_period", 300);
    group.add(hcl::Block("launch_template")
                  .refer("id", "aws_launch_template." + name + ".id")
                  .refer("version", "aws_launch_template." + name + ".latest_version"));
    group.add(hcl::Block("instance_refresh")
                  .set("strategy", "Rolling")
                  .add(hcl::Block("preferences").set("min_healthy_percentage", 90).set("auto_rollback", true)));
    group.add(hcl::Block("dynamic", {"tag"})
                  .set("for_each", allTags(block))
                  .add(hcl::Block("content")
                           .refer("key", "tag.key")
                           .refer("value", "tag.value")
                           .set("propagate_at_launch", true)));
    group.add(hcl::Block("lifecycle").set("ignore_changes", Expression::list({Expression::raw("desired_capacity")})));
    out.add(Concern::Compute, block, std::move(group));
    addScaling(out, block);
}

void mapGroupMember(Configuration& out, const Block& block)
{
    const Block* group = out.design().reference(block, "auto-scaling-group");
    if (!group) return;
    if (!out.isExported(*group)) return out.leaveOut(block.id.text(), "no-source");
    out.merge(block, *group);
    for (const Block* target : out.design().ofKind("target-group")) {
        if (out.isTied(*group, *target)) out.tie(block, *target);
    }
}

}  // namespace lintel::exporters::terraform::compute
