#include "exporters/terraform/data/data.h"
#include "exporters/terraform/security/security.h"

#include <algorithm>

namespace lintel::exporters::terraform::data {

using hcl::Expression;
using model::Block;

namespace {

constexpr const char* kUsualClass = "db.t4g.medium";

/// `aws_<family>_subnet_group` and the rest of a family that is built alike.
hcl::Block part(const std::string& family, const std::string& what, const std::string& name)
{
    return hcl::Block::resource("aws_" + family + "_" + what, name);
}

void addSubnetGroup(Configuration& out, const Block& block, const std::string& family)
{
    const Design& design = out.design();
    hcl::Block group = part(family, "subnet_group", design.name(block));
    out.add(Concern::Data, block,
            group.refer("name", design.scopedName(block, 30))
                .set("subnet_ids", storeSubnets(design, block))
                .set("tags", nameTag(block)));
}

/// As many as zones: the writer, and a replica where the design wants one elsewhere.
void addInstances(Configuration& out, const Block& block, const std::string& family)
{
    const Design& design = out.design();
    hcl::Block instance = part(family, "cluster_instance", design.name(block));
    out.add(Concern::Data, block,
            instance.set("count", design.flag(block, "multi-az") ? 2 : 1)
                .refer("identifier", "\"${local.name_prefix}-" + design.awsName(block, 25) + "-${count.index + 1}\"")
                .refer("cluster_identifier", design.attribute(block, "id"))
                .set("instance_class", nodeClass(design, block, "db.", kUsualClass))
                .set("tags", nameTag(block)));
}

/// What protects the data of both families alike.
void protect(Configuration& out, const Block& block, hcl::Block& cluster)
{
    const Design& design = out.design();
    cluster.set("storage_encrypted", true)
        .set("backup_retention_period", std::max<std::int64_t>(1, backupDays(design, block)))
        .set("deletion_protection", deletionProtection(out, block))
        .set("skip_final_snapshot", false)
        .refer("final_snapshot_identifier", "\"${local.name_prefix}-" + design.awsName(block, 30) + "-final\"");
}

void addEndpoint(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    out.addOutput(design.name(block) + "_endpoint",
                  design.message("output.endpoint", {{"name", hcl::oneLine(block.label())}}),
                  design.attribute(block, "endpoint"));
}

bool hasPlace(const Design& design, const Block& block)
{
    return design.inDefaultVpc(block) || !design.subnetsOf(block).empty();
}

}  // namespace

void mapDocumentCluster(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    if (!hasPlace(design, block)) return out.leaveOut(block.id.text(), "no-subnet");
    const std::string name = design.name(block);
    addSubnetGroup(out, block, "docdb");
    hcl::Block cluster = part("docdb", "cluster", name);
    cluster.refer("cluster_identifier", design.scopedName(block, 30)).set("engine", "docdb");
    if (const std::string version = engineVersion(design, block); !version.empty())
        cluster.set("engine_version", version);
    cluster.set("master_username", "dbadmin")
        .set("manage_master_user_password", true)
        .refer("db_subnet_group_name", "aws_docdb_subnet_group." + name + ".name")
        .set("vpc_security_group_ids", security::groupIds(out, block));
    if (const std::string key = keyArn(out, block); !key.empty()) cluster.refer("kms_key_id", key);
    protect(out, block, cluster);
    cluster.set("enabled_cloudwatch_logs_exports", Expression::texts({"profiler"})).set("tags", nameTag(block));
    keepLogs(out, block, "/aws/docdb/${local.name_prefix}-" + design.awsName(block, 30), {"profiler"}, cluster);
    out.add(Concern::Data, block, std::move(cluster));
    addInstances(out, block, "docdb");
    addEndpoint(out, block);
}

void mapGraphCluster(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    if (!hasPlace(design, block)) return out.leaveOut(block.id.text(), "no-subnet");
    const std::string name = design.name(block);
    addSubnetGroup(out, block, "neptune");
    hcl::Block cluster = part("neptune", "cluster", name);
    cluster.refer("cluster_identifier", design.scopedName(block, 30)).set("engine", "neptune");
    if (const std::string version = engineVersion(design, block); !version.empty())
        cluster.set("engine_version", version);
    // Clients sign their requests: the alternative is no sign-in at all.
    cluster.set("iam_database_authentication_enabled", true)
        .refer("neptune_subnet_group_name", "aws_neptune_subnet_group." + name + ".name")
        .set("vpc_security_group_ids", security::groupIds(out, block));
    if (const std::string key = keyArn(out, block); !key.empty()) cluster.refer("kms_key_arn", key);
    protect(out, block, cluster);
    out.add(Concern::Data, block, cluster.set("copy_tags_to_snapshot", true).set("tags", nameTag(block)));
    addInstances(out, block, "neptune");
    addEndpoint(out, block);
}

}  // namespace lintel::exporters::terraform::data
