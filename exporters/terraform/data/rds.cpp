#include "exporters/terraform/compute/compute.h"
#include "exporters/terraform/data/data.h"
#include "exporters/terraform/security/security.h"

#include <algorithm>

namespace lintel::exporters::terraform::data {

using hcl::Expression;
using model::Block;

namespace {

std::string engineOf(const Design& design, const Block& block)
{
    const std::string engine = design.text(block, "engine", "mysql");
    if (engine == "oracle") return "oracle-se2";
    if (engine == "sqlserver") return "sqlserver-ex";
    return engine == "postgres" || engine == "mariadb" ? engine : "mysql";
}

bool hasReplica(const Design& design, const Block& block)
{
    const auto replicas = design.ofKind("rds-read-replica");
    return std::any_of(replicas.begin(), replicas.end(),
                       [&](const Block* replica) { return design.reference(*replica, "source") == &block; });
}

/// The log in which each engine says what goes wrong.
std::vector<std::string> logTypes(const Design& design, const Block& block)
{
    const std::string engine = engineOf(design, block);
    if (engine == "postgres") return {"postgresql", "upgrade"};
    return {engine.starts_with("oracle") ? "alert" : "error"};
}

std::string identifier(const Design& design, const Block& block)
{
    return "\"${local.name_prefix}-" + design.awsName(block, 30) + "\"";
}

/// Who holds the master password: RDS itself, or, where replicas forbid that, a value that never reaches the state.
void setPassword(Configuration& out, const Block& block, hcl::Block& instance)
{
    const Design& design = out.design();
    instance.set("username", "dbadmin");
    if (!hasReplica(design, block)) {
        instance.set("manage_master_user_password", true);
        return;
    }
    const std::string variable = design.name(block) + "_master_password";
    out.addVariable(variable, hcl::Block("variable", {variable})
                                  .set("description", design.message("variable.master-password",
                                                                     {{"name", hcl::oneLine(block.label())}}))
                                  .refer("type", "string")
                                  .set("sensitive", true)
                                  .set("ephemeral", true));
    instance.refer("password_wo", "var." + variable).set("password_wo_version", 1);
}

}  // namespace

Expression storeSubnets(const Design& design, const Block& block)
{
    if (design.inDefaultVpc(block)) return Expression::raw("data.aws_subnets.default.ids");
    return attributes(design, design.subnetsOf(block), "id");
}

std::string nodeClass(const Design& design, const Block& block, const char* prefix, const std::string& fallback)
{
    const std::string type = design.text(block, "type");
    const bool legal = type.starts_with(prefix) && type.size() < 40 &&
                       type.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-") == std::string::npos &&
                       type.find('.', std::string_view(prefix).size()) != std::string::npos;
    return legal ? type : fallback;
}

std::string engineVersion(const Design& design, const Block& block)
{
    const std::string version = design.text(block, "engine-version");
    const bool legal = version.size() < 40 &&
                       version.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789._-") == std::string::npos;
    return legal ? version : std::string();
}

std::string keyArn(Configuration& out, const Block& block)
{
    const auto keys = out.design().connected(block, "kms-key");
    if (keys.empty()) return {};
    out.tie(block, *keys.front());
    return out.design().attribute(*keys.front(), "arn");
}

std::int64_t backupDays(const Design& design, const Block& block)
{
    // Unsaid is one day in AWS; nobody who runs a product means that.
    if (block.property("backup-retention-days").isNull()) return design.isProduction() ? 7 : 1;
    return std::clamp<std::int64_t>(design.integer(block, "backup-retention-days", 7), 0, 35);
}

Expression deletionProtection(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    if (const model::Value& said = block.property("deletion-protection"); said.isBool())
        return Expression::boolean(said.toBool());
    out.addVariable("deletion_protection", hcl::Block("variable", {"deletion_protection"})
                                               .set("description", design.message("variable.deletion-protection"))
                                               .refer("type", "bool")
                                               .set("default", design.isProduction()));
    return Expression::raw("var.deletion_protection");
}

void keepLogs(Configuration& out, const Block& block, const std::string& path, const std::vector<std::string>& types,
              hcl::Block& database)
{
    std::vector<Expression> groups;
    for (const std::string& type : types) {
        const std::string name = out.claim("aws_cloudwatch_log_group", out.design().name(block) + "_" + type);
        compute::logGroup(out, block, name, "\"" + path + "/" + type + "\"");
        groups.push_back(Expression::raw("aws_cloudwatch_log_group." + name));
    }
    database.set("depends_on", Expression::list(std::move(groups)));
}

void mapRdsInstance(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    if (!design.inDefaultVpc(block) && design.subnetsOf(block).empty())
        return out.leaveOut(block.id.text(), "no-subnet");
    const std::string name = design.name(block);
    out.addOnce(Concern::Data, block,
                hcl::Block::resource("aws_db_subnet_group", name)
                    .refer("name", identifier(design, block))
                    .set("subnet_ids", storeSubnets(design, block))
                    .set("tags", nameTag(block)));
    hcl::Block instance = hcl::Block::resource("aws_db_instance", name);
    instance.refer("identifier", identifier(design, block)).set("engine", engineOf(design, block));
    if (const std::string version = engineVersion(design, block); !version.empty())
        instance.set("engine_version", version);
    if (design.text(block, "engine") == "oracle" || design.text(block, "engine") == "sqlserver")
        instance.set("license_model", "license-included");
    instance.set("instance_class", nodeClass(design, block, "db.", "db.t4g.micro"))
        .set("allocated_storage", std::clamp<std::int64_t>(design.integer(block, "storage-gb", 20), 20, 65536))
        .set("storage_type", "gp3")
        .set("storage_encrypted", true);
    if (const std::string key = keyArn(out, block); !key.empty()) instance.refer("kms_key_id", key);
    setPassword(out, block, instance);
    instance.refer("db_subnet_group_name", "aws_db_subnet_group." + name + ".name")
        .set("vpc_security_group_ids", security::groupIds(out, block))
        .set("publicly_accessible", design.flag(block, "publicly-accessible"))
        .set("multi_az", design.flag(block, "multi-az"));
    // A single-zone instance stays in the zone it is drawn in; RDS chooses both zones of a multi-zone one.
    if (const Block* subnet = design.container(block, "subnet"); subnet && !design.flag(block, "multi-az"))
        instance.refer("availability_zone", design.attribute(*subnet, "availability_zone"));
    const std::vector<std::string> logs = logTypes(design, block);
    instance.set("enabled_cloudwatch_logs_exports", Expression::texts(logs));
    instance
        .set("backup_retention_period",
             std::max<std::int64_t>(backupDays(design, block), hasReplica(design, block) ? 1 : 0))
        .set("copy_tags_to_snapshot", true)
        .set("deletion_protection", deletionProtection(out, block))
        .set("skip_final_snapshot", false)
        .refer("final_snapshot_identifier", "\"${local.name_prefix}-" + design.awsName(block, 30) + "-final\"")
        .set("tags", nameTag(block));
    keepLogs(out, block, "/aws/rds/instance/${local.name_prefix}-" + design.awsName(block, 30), logs, instance);
    out.add(Concern::Data, block, std::move(instance));
    out.addOutput(name + "_endpoint", design.message("output.endpoint", {{"name", hcl::oneLine(block.label())}}),
                  "aws_db_instance." + name + ".endpoint");
}

void mapReadReplica(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const Block* source = design.reference(block, "source");
    if (!source || !out.isExported(*source)) return out.leaveOut(block.id.text(), "no-source");
    hcl::Block replica = hcl::Block::resource("aws_db_instance", design.name(block));
    replica.refer("identifier", identifier(design, block))
        .refer("replicate_source_db", design.attribute(*source, "identifier"))
        .set("instance_class", nodeClass(design, block, "db.", nodeClass(design, *source, "db.", "db.t4g.micro")))
        .set("storage_type", "gp3")
        .set("storage_encrypted", true)
        .set("vpc_security_group_ids", security::groupIds(out, block))
        .set("publicly_accessible", design.flag(block, "publicly-accessible"))
        .set("multi_az", design.flag(block, "multi-az"));
    if (const Block* subnet = design.container(block, "subnet"); subnet && !design.flag(block, "multi-az"))
        replica.refer("availability_zone", design.attribute(*subnet, "availability_zone"));
    replica.set("copy_tags_to_snapshot", true)
        .set("deletion_protection", deletionProtection(out, block))
        .set("skip_final_snapshot", true)
        .set("tags", nameTag(block));
    out.add(Concern::Data, block, std::move(replica));
    out.tie(*source, block);
}

}  // namespace lintel::exporters::terraform::data
