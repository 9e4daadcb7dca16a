#include "exporters/terraform/data/data.h"
#include "exporters/terraform/security/secrets.h"

namespace lintel::exporters::terraform::security {

using hcl::Expression;
using model::Block;

namespace {

hcl::Block passwords()
{
    return hcl::Block("password_policy")
        .set("minimum_length", 12)
        .set("require_lowercase", true)
        .set("require_numbers", true)
        .set("require_symbols", false)
        .set("require_uppercase", true)
        .set("temporary_password_validity_days", 7);
}

}  // namespace

void mapUserPool(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::string name = design.name(block);
    const std::string factor = design.text(block, "mfa", "off");
    const std::string protection = data::deletionProtection(out, block).render(0);
    hcl::Block pool = hcl::Block::resource("aws_cognito_user_pool", name);
    pool.refer("name", design.scopedName(block, 60))
        .refer("deletion_protection", protection + " ? \"ACTIVE\" : \"INACTIVE\"")
        .set("username_attributes", Expression::texts({"email"}))
        .set("auto_verified_attributes", Expression::texts({"email"}))
        .set("mfa_configuration", factor == "required"   ? "ON"
                                  : factor == "optional" ? "OPTIONAL"
                                                         : "OFF")
        .set("tags", nameTag(block))
        .add(passwords());
    if (factor == "required" || factor == "optional")
        pool.add(hcl::Block("software_token_mfa_configuration").set("enabled", true));
    pool.add(hcl::Block("account_recovery_setting")
                 .add(hcl::Block("recovery_mechanism").set("name", "verified_email").set("priority", 1)));
    out.add(Concern::Security, block, std::move(pool));
    // Without a secret: browsers and phones cannot keep one.
    out.add(Concern::Security, block,
            hcl::Block::resource("aws_cognito_user_pool_client", name)
                .refer("name", design.scopedName(block, 60))
                .refer("user_pool_id", design.attribute(block, "id"))
                .set("generate_secret", false)
                .set("explicit_auth_flows", Expression::texts({"ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"}))
                .set("prevent_user_existence_errors", "ENABLED")
                .set("enable_token_revocation", true));
    out.addOutput(name + "_user_pool_id", design.message("output.user-pool", {{"name", hcl::oneLine(block.label())}}),
                  design.attribute(block, "id"));
    out.addOutput(name + "_client_id",
                  design.message("output.user-pool-client", {{"name", hcl::oneLine(block.label())}}),
                  "aws_cognito_user_pool_client." + name + ".id");
}

}  // namespace lintel::exporters::terraform::security
