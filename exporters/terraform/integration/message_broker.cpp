#include "exporters/terraform/data/data.h"
#include "exporters/terraform/integration/integration.h"
#include "exporters/terraform/security/security.h"

#include <algorithm>

namespace lintel::exporters::terraform::integration {

using hcl::Expression;
using model::Block;

namespace {

struct Deployment {
    const char* mode;
    std::size_t subnets;
};

Deployment deploymentOf(const Design& design, const Block& block, std::size_t subnets)
{
    if (!design.flag(block, "multi-az") || subnets < 2) return {"SINGLE_INSTANCE", 1};
    return design.text(block, "engine", "rabbitmq") == "activemq" ? Deployment{"ACTIVE_STANDBY_MULTI_AZ", 2}
                                                                  : Deployment{"CLUSTER_MULTI_AZ", subnets};
}

std::string versionOf(const Design& design, const Block& block, bool active)
{
    const std::string version = design.text(block, "version");
    const bool legal = !version.empty() && version.size() < 12 &&
                       version.find_first_not_of("0123456789.") == std::string::npos && version.front() != '.' &&
                       version.back() != '.';
    return legal ? version : active ? "5.18" : "3.13";
}

std::string passwordVariable(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::string variable = design.name(block) + "_password";
    out.addVariable(variable, hcl::Block("variable", {variable})
                                  .set("description", design.message("variable.broker-password",
                                                                     {{"name", hcl::oneLine(block.label())}}))
                                  .refer("type", "string")
                                  .set("sensitive", true)
                                  .add(hcl::Block("validation")
                                           .refer("condition", "length(var." + variable + ") >= 12")
                                           .set("error_message", design.message("variable.broker-password-error"))));
    return "var." + variable;
}

}  // namespace

void mapMessageBroker(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    std::vector<const Block*> subnets = design.subnetsOf(block);
    if (subnets.empty()) return out.leaveOut(block.id.text(), "no-subnet");
    const Deployment deployment = deploymentOf(design, block, subnets.size());
    subnets.resize(deployment.subnets);
    const bool active = design.text(block, "engine", "rabbitmq") == "activemq";
    hcl::Block broker = hcl::Block::resource("aws_mq_broker", design.name(block));
    broker.refer("broker_name", design.scopedName(block, 20))
        .set("engine_type", active ? "ActiveMQ" : "RabbitMQ")
        .set("engine_version", versionOf(design, block, active))
        .set("host_instance_type", data::nodeClass(design, block, "mq.", "mq.m5.large"))
        .set("deployment_mode", deployment.mode)
        .set("publicly_accessible", false)
        .set("auto_minor_version_upgrade", true)
        .set("subnet_ids", attributes(design, subnets, "id"))
        .set("security_groups", security::groupIds(out, block))
        .set("tags", nameTag(block));
    if (const std::string key = data::keyArn(out, block); !key.empty())
        broker.add(hcl::Block("encryption_options").set("use_aws_owned_key", false).refer("kms_key_id", key));
    hcl::Block logs("logs");
    logs.set("general", true);
    if (active) logs.set("audit", true);
    broker.add(std::move(logs))
        .add(hcl::Block("user").set("username", "app").refer("password", passwordVariable(out, block)));
    out.add(Concern::Integration, block, std::move(broker));
    out.leaveOut(block.id.text(), "broker-password");
}

}  // namespace lintel::exporters::terraform::integration
