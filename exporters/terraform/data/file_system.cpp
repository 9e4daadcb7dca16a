#include "exporters/terraform/data/data.h"
#include "exporters/terraform/security/security.h"

namespace lintel::exporters::terraform::data {

using model::Block;

void mapFileSystem(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::string name = design.name(block);
    hcl::Block system = hcl::Block::resource("aws_efs_file_system", name);
    system.refer("creation_token", design.scopedName(block, 30)).set("encrypted", true);
    if (const std::string key = keyArn(out, block); !key.empty()) system.refer("kms_key_id", key);
    system.set("tags", nameTag(block)).add(hcl::Block("lifecycle_policy").set("transition_to_ia", "AFTER_30_DAYS"));
    out.add(Concern::Data, block, std::move(system));
    out.add(Concern::Data, block,
            hcl::Block::resource("aws_efs_backup_policy", name)
                .refer("file_system_id", design.attribute(block, "id"))
                .add(hcl::Block("backup_policy").set("status", design.isProduction() ? "ENABLED" : "DISABLED")));
    const std::vector<const Block*> subnets = design.subnetsOf(block);
    if (subnets.empty()) out.leaveOut(block.id.text(), "no-mount-target");
    // A file system has one mount target in a zone at most.
    std::set<std::string> zones;
    for (const Block* subnet : subnets) {
        if (!zones.insert(design.zoneLetter(*subnet)).second) continue;
        out.add(Concern::Data, block,
                hcl::Block::resource("aws_efs_mount_target",
                                     out.claim("aws_efs_mount_target", name + "_" + design.name(*subnet)))
                    .refer("file_system_id", design.attribute(block, "id"))
                    .refer("subnet_id", design.attribute(*subnet, "id"))
                    .set("security_groups", security::groupIds(out, block)));
    }
}

}  // namespace lintel::exporters::terraform::data
