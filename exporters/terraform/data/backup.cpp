#include "exporters/terraform/data/data.h"
#include "exporters/terraform/security/roles.h"

#include <algorithm>

namespace lintel::exporters::terraform::data {

using hcl::Expression;
using model::Block;

namespace {

constexpr const char* kNightly = "cron(0 18 * * ? *)";

std::string scheduleOf(const Design& design, const Block& block)
{
    const std::string text = design.text(block, "schedule");
    const bool legal =
        text.starts_with("cron(") && text.ends_with(")") && text.size() <= 120 &&
        text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789()*?,-/#L ") ==
            std::string::npos;
    return legal ? text : kNightly;
}

/// What is joined to the plan and can be backed up.
std::vector<const Block*> subjectsOf(const Configuration& out, const Block& plan)
{
    std::vector<const Block*> subjects = out.design().connected(plan, "");
    std::erase_if(subjects, [&](const Block* subject) {
        const std::string& kind = subject->kind.text();
        const bool held = kind == "rds-instance" || kind == "aurora-cluster" || kind == "documentdb" ||
                          kind == "neptune" || kind == "dynamodb" || kind == "efs" || kind == "s3-bucket" ||
                          kind == "ebs-volume" || kind == "ec2-instance";
        return !held || !out.isExported(*subject) || out.design().reference(*subject, "auto-scaling-group");
    });
    return subjects;
}

}  // namespace

void mapBackup(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::string name = design.name(block);
    hcl::Block vault = hcl::Block::resource("aws_backup_vault", name);
    vault.refer("name", design.scopedName(block, 20));
    if (const std::string key = keyArn(out, block); !key.empty()) vault.refer("kms_key_arn", key);
    out.add(Concern::Data, block, vault.set("tags", nameTag(block)));
    out.add(Concern::Data, block,
            hcl::Block::resource("aws_backup_plan", name)
                .refer("name", design.scopedName(block, 20))
                .set("tags", nameTag(block))
                .add(hcl::Block("rule")
                         .set("rule_name", "scheduled")
                         .refer("target_vault_name", "aws_backup_vault." + name + ".name")
                         .set("schedule", scheduleOf(design, block))
                         .add(hcl::Block("lifecycle")
                                  .set("delete_after", std::clamp<std::int64_t>(
                                                           design.integer(block, "retention-days", 35), 1, 3650)))));
    const std::vector<const Block*> subjects = subjectsOf(out, block);
    if (subjects.empty()) return out.leaveOut(block.id.text(), "no-backup-subject");
    const std::string role = out.claim("aws_iam_role", name + "_backup");
    security::serviceRole(out, block, role, "backup.amazonaws.com");
    for (const char* policy : {"AWSBackupServiceRolePolicyForBackup", "AWSBackupServiceRolePolicyForRestores"})
        security::attachManagedPolicy(out, block, role, policy);
    const bool buckets = std::any_of(subjects.begin(), subjects.end(),
                                     [&design](const Block* subject) { return design.isKind(*subject, "s3-bucket"); });
    for (const char* policy : {"AWSBackupServiceRolePolicyForS3Backup", "AWSBackupServiceRolePolicyForS3Restore"}) {
        if (buckets) security::attachManagedPolicy(out, block, role, policy);
    }
    out.add(Concern::Data, block,
            hcl::Block::resource("aws_backup_selection", name)
                .refer("name", design.scopedName(block, 20))
                .refer("plan_id", design.attribute(block, "id"))
                .refer("iam_role_arn", "aws_iam_role." + role + ".arn")
                .set("resources", attributes(design, subjects, "arn")));
    for (const Block* subject : subjects) out.tie(block, *subject);
}

}  // namespace lintel::exporters::terraform::data
