#include "exporters/terraform/data/data.h"
#include "exporters/terraform/security/security.h"

#include <algorithm>

namespace lintel::exporters::terraform::data {

using model::Block;

void mapMigration(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    if (!design.inDefaultVpc(block) && design.subnetsOf(block).empty())
        return out.leaveOut(block.id.text(), "no-subnet");
    const std::string name = design.name(block);
    out.add(Concern::Data, block,
            hcl::Block::resource("aws_dms_replication_subnet_group", name)
                .refer("replication_subnet_group_id", design.scopedName(block, 30))
                .set("replication_subnet_group_description", "Managed by Terraform")
                .set("subnet_ids", storeSubnets(design, block))
                .set("tags", nameTag(block)));
    hcl::Block instance = hcl::Block::resource("aws_dms_replication_instance", name);
    instance.refer("replication_instance_id", design.scopedName(block, 30))
        .set("replication_instance_class", nodeClass(design, block, "dms.", "dms.t3.medium"))
        .set("allocated_storage", std::clamp<std::int64_t>(design.integer(block, "storage-gb", 50), 5, 6144))
        .set("auto_minor_version_upgrade", true)
        .set("multi_az", design.flag(block, "multi-az"))
        .set("publicly_accessible", design.flag(block, "publicly-accessible"));
    if (const std::string key = keyArn(out, block); !key.empty()) instance.refer("kms_key_arn", key);
    out.add(Concern::Data, block,
            instance.refer("replication_subnet_group_id", "aws_dms_replication_subnet_group." + name + ".id")
                .set("vpc_security_group_ids", security::groupIds(out, block))
                .set("tags", nameTag(block)));
    out.leaveOut(block.id.text(), "migration-endpoints");
}

}  // namespace lintel::exporters::terraform::data
