#include "exporters/terraform/compute/compute.h"
#include "exporters/terraform/data/data.h"
#include "exporters/terraform/security/permissions.h"
#include "exporters/terraform/security/roles.h"
#include "exporters/terraform/security/security.h"

#include <array>

namespace lintel::exporters::terraform::data {

using hcl::Expression;
using model::Block;

namespace {

const Block* databaseOf(const Configuration& out, const Block& proxy)
{
    const Design& design = out.design();
    const Block* named = design.reference(proxy, "target");
    for (const char* kind : {"aurora-cluster", "rds-instance"}) {
        if (named) break;
        for (const model::Connection* connection : design.connectionsFrom(proxy)) {
            const Block* to = design.block(connection->to.text());
            if (to && design.isKind(*to, kind) && !named) named = to;
        }
    }
    const bool fits = named && (design.isKind(*named, "aurora-cluster") || design.isKind(*named, "rds-instance")) &&
                      out.isExported(*named);
    return fits ? named : nullptr;
}

std::string familyOf(const Design& design, const Block& database)
{
    const std::string engine = design.text(database, "engine");
    if (engine.find("postgres") != std::string::npos) return "POSTGRESQL";
    return engine == "sqlserver" ? "SQLSERVER" : "MYSQL";
}

/// The secret that RDS keeps for the database; one that whoever applies names where RDS keeps none.
std::string secretArn(Configuration& out, const Block& proxy, const Block& database)
{
    const Design& design = out.design();
    for (const Configuration::Part& part : out.parts(Concern::Data)) {
        if (part.code.address() == design.address(database) && part.code.value("manage_master_user_password") == "true")
            return design.attribute(database, "master_user_secret[0].secret_arn");
    }
    const std::string variable = design.name(proxy) + "_secret_arn";
    out.askFor(variable, design.message("variable.database-secret", {{"name", hcl::oneLine(proxy.label())}}),
               "can(regex(\"^arn:\", var." + variable + "))", design.message("variable.database-secret-error"));
    return "var." + variable;
}

}  // namespace

void mapDatabaseProxy(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    if (!design.inDefaultVpc(block) && design.subnetsOf(block).empty())
        return out.leaveOut(block.id.text(), "no-subnet");
    const Block* database = databaseOf(out, block);
    if (!database) return out.leaveOut(block.id.text(), "no-database");
    const std::string name = design.name(block);
    const std::string secret = secretArn(out, block, *database);
    const std::string role = out.claim("aws_iam_role", name + "_secrets");
    security::serviceRole(out, block, role, "rds.amazonaws.com");
    security::grant(out, block, role, "secrets",
                    std::array<security::Statement, 1>{security::Statement{
                        "Secret", {"secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"}, {secret}}});
    hcl::Block proxy = hcl::Block::resource("aws_db_proxy", name);
    proxy.refer("name", design.scopedName(block, 30))
        .set("engine_family", familyOf(design, *database))
        .refer("role_arn", "aws_iam_role." + role + ".arn")
        .set("vpc_subnet_ids", storeSubnets(design, block))
        .set("vpc_security_group_ids", security::groupIds(out, block))
        .set("require_tls", true)
        .set("tags", nameTag(block));
    proxy.add(hcl::Block("auth")
                  .set("auth_scheme", "SECRETS")
                  .set("iam_auth", design.flag(block, "iam-auth") ? "REQUIRED" : "DISABLED")
                  .refer("secret_arn", secret));
    const std::string logs = out.claim("aws_cloudwatch_log_group", name);
    compute::logGroup(out, block, logs, "\"/aws/rds/proxy/${local.name_prefix}-" + design.awsName(block, 30) + "\"");
    proxy.set("depends_on", hcl::Expression::list({hcl::Expression::raw("aws_cloudwatch_log_group." + logs)}));
    out.add(Concern::Data, block, std::move(proxy));
    out.add(Concern::Data, block,
            hcl::Block::resource("aws_db_proxy_default_target_group", name)
                .refer("db_proxy_name", design.attribute(block, "name"))
                .add(hcl::Block("connection_pool_config")
                         .set("max_connections_percent", 90)
                         .set("max_idle_connections_percent", 50)));
    const bool cluster = design.isKind(*database, "aurora-cluster");
    out.add(Concern::Data, block,
            hcl::Block::resource("aws_db_proxy_target", name)
                .refer("db_proxy_name", design.attribute(block, "name"))
                .refer("target_group_name", "aws_db_proxy_default_target_group." + name + ".name")
                .refer(cluster ? "db_cluster_identifier" : "db_instance_identifier",
                       design.attribute(*database, cluster ? "cluster_identifier" : "identifier")));
    out.tie(block, *database);
    out.addOutput(name + "_endpoint", design.message("output.endpoint", {{"name", hcl::oneLine(block.label())}}),
                  design.attribute(block, "endpoint"));
}

}  // namespace lintel::exporters::terraform::data
