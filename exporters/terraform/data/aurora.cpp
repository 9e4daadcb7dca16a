#include "exporters/terraform/data/data.h"
#include "exporters/terraform/security/security.h"

#include <algorithm>

namespace lintel::exporters::terraform::data {

using hcl::Expression;
using model::Block;

namespace {

constexpr const char* kUsualClass = "db.t4g.medium";

std::string engineOf(const Design& design, const Block& block)
{
    return design.text(block, "engine", "aurora-mysql") == "aurora-postgresql" ? "aurora-postgresql" : "aurora-mysql";
}

std::vector<const Block*> drawnInstances(const Design& design, const Block& cluster)
{
    std::vector<const Block*> instances = design.ofKind("aurora-instance");
    std::erase_if(instances, [&](const Block* instance) { return design.reference(*instance, "cluster") != &cluster; });
    return instances;
}

hcl::Block instance(const Design& design, const std::string& name, const Block& cluster, const std::string& type)
{
    hcl::Block block = hcl::Block::resource("aws_rds_cluster_instance", name);
    return block.refer("cluster_identifier", design.attribute(cluster, "id"))
        .refer("engine", design.attribute(cluster, "engine"))
        .refer("engine_version", design.attribute(cluster, "engine_version"))
        .set("instance_class", type);
}

/// A cluster without drawn instances gets as many as it says.
void addInstances(Configuration& out, const Block& cluster)
{
    const Design& design = out.design();
    if (!drawnInstances(design, cluster).empty()) return;
    const std::string name = out.claim("aws_rds_cluster_instance", design.name(cluster));
    hcl::Block block = hcl::Block::resource("aws_rds_cluster_instance", name);
    block.set("count", std::clamp<std::int64_t>(design.integer(cluster, "instances", 1), 1, 16))
        .refer("identifier", "\"${local.name_prefix}-" + design.awsName(cluster, 25) + "-${count.index + 1}\"")
        .refer("cluster_identifier", design.attribute(cluster, "id"))
        .refer("engine", design.attribute(cluster, "engine"))
        .refer("engine_version", design.attribute(cluster, "engine_version"))
        .set("instance_class", nodeClass(design, cluster, "db.", kUsualClass))
        .set("publicly_accessible", design.flag(cluster, "publicly-accessible"))
        .set("tags", nameTag(cluster));
    out.add(Concern::Data, cluster, std::move(block));
}

}  // namespace

void mapAuroraCluster(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    std::vector<const Block*> subnets = design.subnetsOf(block);
    for (const Block* drawn : drawnInstances(design, block)) {
        const Block* subnet = design.container(*drawn, "subnet");
        if (subnet && design.references(block, "subnets").empty() &&
            std::find(subnets.begin(), subnets.end(), subnet) == subnets.end())
            subnets.push_back(subnet);
    }
    if (!design.inDefaultVpc(block) && subnets.empty()) return out.leaveOut(block.id.text(), "no-subnet");
    const std::string name = design.name(block);
    out.addOnce(Concern::Data, block,
                hcl::Block::resource("aws_db_subnet_group", name)
                    .refer("name", design.scopedName(block, 30))
                    .set("subnet_ids",
                         design.inDefaultVpc(block) ? storeSubnets(design, block) : attributes(design, subnets, "id"))
                    .set("tags", nameTag(block)));
    const std::string engine = engineOf(design, block);
    hcl::Block cluster = hcl::Block::resource("aws_rds_cluster", name);
    cluster.refer("cluster_identifier", design.scopedName(block, 30)).set("engine", engine);
    if (const std::string version = engineVersion(design, block); !version.empty())
        cluster.set("engine_version", version);
    cluster.set("master_username", "dbadmin")
        .set("manage_master_user_password", true)
        .refer("db_subnet_group_name", "aws_db_subnet_group." + name + ".name")
        .set("vpc_security_group_ids", security::groupIds(out, block))
        .set("storage_encrypted", true);
    if (const std::string key = keyArn(out, block); !key.empty()) cluster.refer("kms_key_id", key);
    const std::vector<std::string> logs{engine == "aurora-mysql" ? "error" : "postgresql"};
    cluster.set("backup_retention_period", std::max<std::int64_t>(1, backupDays(design, block)))
        .set("enabled_cloudwatch_logs_exports", Expression::texts(logs))
        .set("copy_tags_to_snapshot", true)
        .set("deletion_protection", deletionProtection(out, block))
        .set("skip_final_snapshot", false)
        .refer("final_snapshot_identifier", "\"${local.name_prefix}-" + design.awsName(block, 30) + "-final\"")
        .set("tags", nameTag(block));
    keepLogs(out, block, "/aws/rds/cluster/${local.name_prefix}-" + design.awsName(block, 30), logs, cluster);
    out.add(Concern::Data, block, std::move(cluster));
    addInstances(out, block);
    out.addOutput(name + "_endpoint", design.message("output.endpoint", {{"name", hcl::oneLine(block.label())}}),
                  design.attribute(block, "endpoint"));
    out.addOutput(name + "_reader_endpoint",
                  design.message("output.reader-endpoint", {{"name", hcl::oneLine(block.label())}}),
                  design.attribute(block, "reader_endpoint"));
}

void mapAuroraInstance(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const Block* cluster = design.reference(block, "cluster");
    if (!cluster || !design.isKind(*cluster, "aurora-cluster") || !out.isExported(*cluster))
        return out.leaveOut(block.id.text(), "no-source");
    hcl::Block part = instance(design, design.name(block), *cluster,
                               nodeClass(design, block, "db.", nodeClass(design, *cluster, "db.", kUsualClass)));
    part.refer("identifier", design.scopedName(block, 30));
    if (const Block* subnet = design.container(block, "subnet"))
        part.refer("availability_zone", design.attribute(*subnet, "availability_zone"));
    // The lowest tier takes over first, and is the writer to begin with.
    part.set("promotion_tier", design.text(block, "role", "reader") == "writer" ? 0 : 1)
        .set("publicly_accessible", design.flag(*cluster, "publicly-accessible"))
        .set("tags", nameTag(block));
    out.add(Concern::Data, block, std::move(part));
    out.tie(*cluster, block);
}

}  // namespace lintel::exporters::terraform::data
