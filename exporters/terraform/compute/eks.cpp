#include "exporters/terraform/compute/compute.h"
#include "exporters/terraform/network/ranges.h"
#include "exporters/terraform/security/permissions.h"
#include "exporters/terraform/security/roles.h"
#include "exporters/terraform/security/security.h"

#include <algorithm>
#include <array>

namespace lintel::exporters::terraform::compute {

using hcl::Expression;
using model::Block;

namespace {

/// Without these a node does not join, or is left behind when the group goes.
constexpr std::array<const char*, 3> kNodePolicies{"AmazonEKSWorkerNodePolicy", "AmazonEKS_CNI_Policy",
                                                   "AmazonEC2ContainerRegistryPullOnly"};

/// Roles that are joined to the cluster, and those of the people who are drawn to manage it.
std::vector<const Block*> callersOf(const Design& design, const Block& cluster)
{
    std::vector<const Block*> roles = design.connected(cluster, "iam-role");
    for (const model::Connection* connection : design.connectionsTo(cluster)) {
        const Block* from = design.block(connection->from.text());
        if (!from || connection->relation != "manage") continue;
        for (const Block* role : design.connected(*from, "iam-role")) {
            if (std::find(roles.begin(), roles.end(), role) == roles.end()) roles.push_back(role);
        }
    }
    return roles;
}

/// Without an entry of its own a role reaches the cluster, but nothing in it.
void addAccess(Configuration& out, const Block& cluster)
{
    const Design& design = out.design();
    for (const Block* role : callersOf(design, cluster)) {
        const std::string name = out.claim("aws_eks_access_entry", design.name(cluster) + "_" + design.name(*role));
        out.add(Concern::Compute, cluster,
                hcl::Block::resource("aws_eks_access_entry", name)
                    .refer("cluster_name", design.attribute(cluster, "name"))
                    .refer("principal_arn", design.attribute(*role, "arn"))
                    .set("tags", nameTag(cluster)));
        out.addShared(Concern::Security, hcl::Block::data("aws_partition", "current"));
        const auto policies = design.texts(*role, "policies");
        const bool administers = std::find(policies.begin(), policies.end(), "AdministratorAccess") != policies.end();
        out.add(
            Concern::Compute, cluster,
            hcl::Block::resource("aws_eks_access_policy_association", name)
                .refer("cluster_name", design.attribute(cluster, "name"))
                .refer("principal_arn", "aws_eks_access_entry." + name + ".principal_arn")
                .refer("policy_arn",
                       std::string("\"arn:${data.aws_partition.current.partition}:eks::aws:cluster-access-policy/") +
                           (administers ? "AmazonEKSClusterAdminPolicy\"" : "AmazonEKSEditPolicy\""))
                .add(hcl::Block("access_scope").set("type", "cluster")));
        out.tie(cluster, *role);
    }
}

void addAddOns(Configuration& out, const Block& cluster)
{
    const Design& design = out.design();
    const std::string name = design.name(cluster);
    hcl::Block addOns = hcl::Block::resource("aws_eks_addon", name);
    addOns.refer("for_each", "toset([\"vpc-cni\", \"kube-proxy\", \"coredns\", \"eks-pod-identity-agent\"])")
        .refer("cluster_name", design.attribute(cluster, "name"))
        .refer("addon_name", "each.key")
        // A new cluster has some of them already, unmanaged.
        .set("resolve_conflicts_on_create", "OVERWRITE")
        .set("resolve_conflicts_on_update", "PRESERVE")
        .set("tags", nameTag(cluster));
    // CoreDNS needs nodes to run on.
    std::vector<Expression> nodes;
    for (const Block* group : design.within(cluster, "eks-node-group"))
        nodes.push_back(Expression::raw(design.address(*group)));
    if (!nodes.empty()) addOns.set("depends_on", Expression::list(std::move(nodes)));
    out.add(Concern::Compute, cluster, std::move(addOns));
}

std::string versionOf(const Design& design, const Block& cluster)
{
    const std::string version = design.text(cluster, "version");
    return version.starts_with("1.") && version.size() < 6 &&
                   version.find_first_not_of("0123456789.") == std::string::npos
               ? version
               : std::string();
}

/// Who may call the public endpoint; empty: everybody.
std::vector<std::string> publicCallers(const Design& design, const Block& cluster)
{
    std::vector<std::string> ranges;
    for (const std::string& text : design.texts(cluster, "public-access-cidrs")) {
        const auto range = network::rangeFrom(text.find('/') == std::string::npos ? text + "/32" : text);
        if (range) ranges.push_back(range->text());
    }
    return ranges;
}

/// Nodes carry the drawn groups beside the cluster's own, so that rules by group reach the pods.
std::string nodeTemplate(Configuration& out, const Block& block, const Block& cluster)
{
    const Design& design = out.design();
    const std::string name = out.claim("aws_launch_template", design.name(block));
    std::vector<Expression> groups{
        Expression::raw(design.attribute(cluster, "vpc_config[0].cluster_security_group_id"))};
    for (const Block* group : security::drawnGroups(design, cluster))
        groups.push_back(Expression::raw(design.attribute(*group, "id")));
    out.add(
        Concern::Compute, block,
        hcl::Block::resource("aws_launch_template", name)
            .refer("name_prefix", "\"${local.name_prefix}-" + design.awsName(block, 30) + "-\"")
            .set("vpc_security_group_ids", Expression::list(std::move(groups)))
            .set("update_default_version", true)
            .set("tags", nameTag(block))
            // Pods are one hop further away than the node.
            .add(hcl::Block("metadata_options")
                     .set("http_endpoint", "enabled")
                     .set("http_tokens", "required")
                     .set("http_put_response_hop_limit", 2))
            .add(hcl::Block("block_device_mappings")
                     .set("device_name", "/dev/xvda")
                     .add(hcl::Block("ebs").set("volume_size", 50).set("volume_type", "gp3").set("encrypted", true)))
            .add(hcl::Block("tag_specifications").set("resource_type", "instance").set("tags", allTags(block)))
            .add(hcl::Block("lifecycle").set("create_before_destroy", true)));
    return name;
}

std::string nodeRole(Configuration& out, const Block& block)
{
    std::string role;
    if (const Block* drawn = security::drawnRole(out.design(), block)) {
        role = out.design().name(*drawn);
        out.tie(block, *drawn);
    } else {
        role = out.claim("aws_iam_role", out.design().name(block));
        security::serviceRole(out, block, role, "ec2.amazonaws.com");
        std::vector<const Block*> workers{&block};
        for (const Block* workload : out.design().within(block, "eks-workload")) workers.push_back(workload);
        security::grant(out, block, role, "connections", security::drawnPermissions(out, workers));
    }
    for (const char* policy : kNodePolicies) security::attachManagedPolicy(out, block, role, policy);
    return role;
}

}  // namespace

void mapEksCluster(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    if (design.subnetsOf(block).empty() && !design.inDefaultVpc(block))
        return out.leaveOut(block.id.text(), "no-subnet");
    const std::string name = design.name(block);
    const std::string role = out.claim("aws_iam_role", name + "_cluster");
    security::serviceRole(out, block, role, "eks.amazonaws.com");
    security::attachManagedPolicy(out, block, role, "AmazonEKSClusterPolicy");
    const std::string logs = out.claim("aws_cloudwatch_log_group", name);
    logGroup(out, block, logs, "\"/aws/eks/${local.name_prefix}-" + design.awsName(block, 60) + "/cluster\"");
    const std::string access = design.text(block, "endpoint-access", "public");
    hcl::Block cluster = hcl::Block::resource("aws_eks_cluster", name);
    cluster.refer("name", design.scopedName(block, 60)).refer("role_arn", "aws_iam_role." + role + ".arn");
    if (const std::string version = versionOf(design, block); !version.empty()) cluster.set("version", version);
    cluster.set("enabled_cluster_log_types", Expression::texts({"api", "audit", "authenticator"}))
        .set("tags", nameTag(block));
    hcl::Block network("vpc_config");
    network.set("subnet_ids", placement(out, block))
        .set("security_group_ids", security::groupIds(out, block))
        .set("endpoint_private_access", access != "public")
        .set("endpoint_public_access", access != "private");
    if (const auto callers = publicCallers(design, block); access != "private" && !callers.empty())
        network.set("public_access_cidrs", Expression::texts(callers));
    cluster.add(std::move(network));
    cluster.add(hcl::Block("access_config")
                    .set("authentication_mode", "API")
                    .set("bootstrap_cluster_creator_admin_permissions", true));
    cluster.set("depends_on",
                Expression::list({Expression::raw(security::managedPolicyAttachment(role, "AmazonEKSClusterPolicy")),
                                  Expression::raw("aws_cloudwatch_log_group." + logs)}));
    out.add(Concern::Compute, block, std::move(cluster));
    addAccess(out, block);
    addAddOns(out, block);
    out.addOutput(name + "_cluster_name", design.message("output.cluster", {{"name", hcl::oneLine(block.label())}}),
                  design.attribute(block, "name"));
}

void mapNodeGroup(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const Block* cluster = design.container(block, "eks-cluster");
    if (!cluster || !out.isExported(*cluster)) return out.leaveOut(block.id.text(), "no-cluster");
    const Block& placed = design.subnetsOf(block).empty() ? *cluster : block;
    const std::string launch = nodeTemplate(out, block, *cluster);
    const std::string role = nodeRole(out, block);
    std::vector<Expression> policies;
    for (const char* policy : kNodePolicies)
        policies.push_back(Expression::raw(security::managedPolicyAttachment(role, policy)));
    const std::int64_t least = std::max<std::int64_t>(0, design.integer(block, "min", 1));
    const std::int64_t most = std::max<std::int64_t>({1, least, design.integer(block, "max", 2)});
    out.add(Concern::Compute, block,
            hcl::Block::resource("aws_eks_node_group", design.name(block))
                .refer("cluster_name", design.attribute(*cluster, "name"))
                .refer("node_group_name", design.scopedName(block, 40))
                .refer("node_role_arn", "aws_iam_role." + role + ".arn")
                .set("subnet_ids", placement(out, placed))
                .set("instance_types", Expression::texts({instanceType(design, block, "t3.medium")}))
                .set("tags", nameTag(block))
                .add(hcl::Block("scaling_config")
                         .set("min_size", least)
                         .set("max_size", most)
                         .set("desired_size", std::clamp(design.integer(block, "desired", least), least, most)))
                .add(hcl::Block("update_config").set("max_unavailable_percentage", 33))
                .add(hcl::Block("launch_template")
                         .refer("id", "aws_launch_template." + launch + ".id")
                         .refer("version", "aws_launch_template." + launch + ".latest_version"))
                .add(hcl::Block("lifecycle")
                         .set("ignore_changes", Expression::list({Expression::raw("scaling_config[0].desired_size")})))
                .set("depends_on", Expression::list(std::move(policies))));
}

void mapWorkload(Configuration& out, const Block& block)
{
    const Block* nodes = out.design().container(block, "eks-node-group");
    out.leaveOut(block.id.text(), "kubernetes");
    if (!nodes || !out.isExported(*nodes)) return;
    // Its permissions and network are the nodes': what they are joined to, it reaches.
    for (const model::Connection* connection : out.design().connectionsFrom(block)) {
        const Block* to = out.design().block(connection->to.text());
        if (to && out.isTied(*nodes, *to)) out.tie(block, *to);
    }
}

}  // namespace lintel::exporters::terraform::compute
