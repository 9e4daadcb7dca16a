#include "exporters/terraform/security/secrets.h"

#include "exporters/terraform/data/data.h"

namespace lintel::exporters::terraform::security {

using model::Block;

void mapKey(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    out.add(Concern::Security, block,
            hcl::Block::resource("aws_kms_key", design.name(block))
                .set("description", hcl::oneLine(block.label()))
                .set("enable_key_rotation", true)
                .set("deletion_window_in_days", 30)
                .set("tags", nameTag(block)));
    out.add(Concern::Security, block,
            hcl::Block::resource("aws_kms_alias", design.name(block))
                .refer("name", "\"alias/${local.name_prefix}-" + design.awsName(block, 60) + "\"")
                .refer("target_key_id", design.attribute(block, "key_id")));
}

void mapSecret(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    hcl::Block secret = hcl::Block::resource("aws_secretsmanager_secret", design.name(block));
    secret.refer("name", "\"${local.name_prefix}/" + design.awsName(block, 60) + "\"")
        .set("description", hcl::oneLine(block.label()));
    if (const std::string key = data::keyArn(out, block); !key.empty()) secret.refer("kms_key_id", key);
    out.add(Concern::Security, block,
            secret.set("recovery_window_in_days", design.isProduction() ? 30 : 7).set("tags", nameTag(block)));
    out.leaveOut(block.id.text(), "secret-value");
}

void mapParameter(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::string variable = design.name(block) + "_value";
    out.addVariable(variable, hcl::Block("variable", {variable})
                                  .set("description", design.message("variable.parameter-value",
                                                                     {{"name", hcl::oneLine(block.label())}}))
                                  .refer("type", "string")
                                  .set("sensitive", true)
                                  .set("ephemeral", true));
    hcl::Block parameter = hcl::Block::resource("aws_ssm_parameter", design.name(block));
    parameter.refer("name", "\"/${local.name_prefix}/" + design.awsName(block, 60) + "\"").set("type", "SecureString");
    if (const std::string key = data::keyArn(out, block); !key.empty()) parameter.refer("key_id", key);
    // Write-only: the value never reaches the state.
    out.add(Concern::Security, block,
            parameter.refer("value_wo", "var." + variable).set("value_wo_version", 1).set("tags", nameTag(block)));
}

void mapUser(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    out.add(Concern::Security, block,
            hcl::Block::resource("aws_iam_user", design.name(block))
                .refer("name", design.scopedName(block, 60))
                .set("tags", nameTag(block)));
    out.leaveOut(block.id.text(), design.flag(block, "access-keys") ? "access-keys" : "user-sign-in");
}

}  // namespace lintel::exporters::terraform::security
