#include "exporters/terraform/security/roles.h"

#include "exporters/terraform/names.h"
#include "exporters/terraform/security/permissions.h"

#include <array>
#include <map>

namespace lintel::exporters::terraform::security {

using hcl::Expression;
using model::Block;

namespace {

constexpr const char* kSessionManager = "AmazonSSMManagedInstanceCore";

/// Where AWS keeps the managed policies that are not at the root.
std::string policyPath(const std::string& policy)
{
    static const std::map<std::string, std::string> kPaths{{"AWSLambdaBasicExecutionRole", "service-role/"},
                                                           {"AWSLambdaVPCAccessExecutionRole", "service-role/"},
                                                           {"AWSLambdaSQSQueueExecutionRole", "service-role/"},
                                                           {"AWSLambdaKinesisExecutionRole", "service-role/"},
                                                           {"AWSLambdaDynamoDBExecutionRole", "service-role/"},
                                                           {"AmazonECSTaskExecutionRolePolicy", "service-role/"},
                                                           {"AmazonEC2ContainerServiceforEC2Role", "service-role/"},
                                                           {"AWSCodeDeployRole", "service-role/"},
                                                           {"AmazonEBSCSIDriverPolicy", "service-role/"},
                                                           {"AmazonRDSEnhancedMonitoringRole", "service-role/"},
                                                           {"AmazonAPIGatewayPushToCloudWatchLogs", "service-role/"},
                                                           {"AWSBackupServiceRolePolicyForBackup", "service-role/"},
                                                           {"AWSBackupServiceRolePolicyForRestores", "service-role/"},
                                                           {"AWSGlueServiceRole", "service-role/"},
                                                           {"AWSAppSyncPushToCloudWatchLogs", "service-role/"},
                                                           {"DatabaseAdministrator", "job-function/"},
                                                           {"NetworkAdministrator", "job-function/"},
                                                           {"SystemAdministrator", "job-function/"},
                                                           {"SupportUser", "job-function/"},
                                                           {"Billing", "job-function/"},
                                                           {"DataScientist", "job-function/"},
                                                           {"ViewOnlyAccess", "job-function/"}};
    const auto at = kPaths.find(policy);
    return at == kPaths.end() ? std::string() : at->second;
}

hcl::Block attachment(Configuration& out, const std::string& name, const std::string& role, const std::string& policy)
{
    out.addShared(Concern::Security, hcl::Block::data("aws_partition", "current"));
    return hcl::Block::resource("aws_iam_role_policy_attachment", name)
        .refer("role", "aws_iam_role." + role + ".name")
        .refer("policy_arn",
               "\"arn:${data.aws_partition.current.partition}:iam::aws:policy/" + policyPath(policy) + policy + "\"");
}

/// A role that is there only so that Session Manager reaches the machines.
void sessionManagerRole(Configuration& out, const std::string& name)
{
    hcl::Block document = hcl::Block::data("aws_iam_policy_document", name + "_trust");
    document.comment(out.design().message("comment.session-manager"));
    document.add(hcl::Block("statement")
                     .set("actions", Expression::texts({"sts:AssumeRole"}))
                     .add(hcl::Block("principals")
                              .set("type", "Service")
                              .set("identifiers", Expression::texts({"ec2.amazonaws.com"}))));
    out.addShared(Concern::Security, std::move(document));
    hcl::Block role = hcl::Block::resource("aws_iam_role", name);
    role.comment(out.design().message("comment.session-manager"));
    out.addShared(Concern::Security,
                  role.refer("name", "\"${local.name_prefix}-session-manager\"")
                      .refer("assume_role_policy", "data.aws_iam_policy_document." + name + "_trust.json"));
}

}  // namespace

std::string trustDocument(Configuration& out, const Block* subject, const std::string& name,
                          const std::vector<std::string>& services)
{
    hcl::Block document = hcl::Block::data("aws_iam_policy_document", name);
    hcl::Block statement("statement");
    statement.set("actions", services.size() == 1 && services.front() == "pods.eks.amazonaws.com"
                                 ? Expression::texts({"sts:AssumeRole", "sts:TagSession"})
                                 : Expression::texts({"sts:AssumeRole"}));
    statement.add(hcl::Block("principals").set("type", "Service").set("identifiers", Expression::texts(services)));
    document.add(std::move(statement));
    if (subject)
        out.add(Concern::Security, *subject, std::move(document));
    else
        out.addShared(Concern::Security, std::move(document));
    return "data.aws_iam_policy_document." + name + ".json";
}

void serviceRole(Configuration& out, const Block& subject, const std::string& name, const std::string& service)
{
    const std::string trust = trustDocument(out, &subject, name + "_trust", {service});
    const std::string& own = out.design().name(subject);
    std::string shown = out.design().awsName(subject, 22) +
                        (name.starts_with(own) ? name.substr(own.size(), 12) : "-" + name.substr(0, 11));
    for (char& c : shown) c = c == '_' ? '-' : c;
    out.add(Concern::Security, subject,
            hcl::Block::resource("aws_iam_role", name)
                .refer("name", "\"${local.name_prefix}-" + shown + "\"")
                .refer("assume_role_policy", trust)
                .set("tags", nameTag(subject)));
}

const Block* drawnRole(const Design& design, const Block& workload)
{
    const Block* named = design.reference(workload, "iam-role");
    if (named && design.isKind(*named, "iam-role")) return named;
    for (const model::Connection* connection : design.connectionsTo(workload)) {
        const Block* from = design.block(connection->from.text());
        if (from && design.isKind(*from, "iam-role") && connection->relation == "attach") return from;
    }
    return nullptr;
}

std::string workloadRole(Configuration& out, const Block& workload, const std::string& service)
{
    if (const Block* drawn = drawnRole(out.design(), workload)) {
        out.tie(workload, *drawn);
        return out.design().name(*drawn);
    }
    const std::string name = out.claim("aws_iam_role", out.design().name(workload));
    out.setRole(workload, name);
    serviceRole(out, workload, name, service);
    const std::array<const Block*, 1> workloads{&workload};
    grant(out, workload, name, "connections", drawnPermissions(out, workloads));
    return name;
}

std::string managedPolicyAttachment(const std::string& role, const std::string& policy)
{
    return "aws_iam_role_policy_attachment." + role + "_" + snakeCase(policy);
}

void attachManagedPolicy(Configuration& out, const Block& subject, const std::string& role, const std::string& policy)
{
    out.addOnce(Concern::Security, subject, attachment(out, role + "_" + snakeCase(policy), role, policy));
}

std::string instanceProfile(Configuration& out, const Block& machine)
{
    const Design& design = out.design();
    const Block* drawn = drawnRole(design, machine);
    const std::array<const Block*, 1> workloads{&machine};
    std::string name = "session_manager";
    if (drawn) {
        name = design.name(*drawn);
        out.tie(machine, *drawn);
    } else if (!drawnPermissions(out, workloads).empty()) {
        name = workloadRole(out, machine, "ec2.amazonaws.com");
    } else {
        sessionManagerRole(out, name);
    }
    // A second caller finds both there already.
    for (hcl::Block part : {attachment(out, name + "_session_manager", name, kSessionManager),
                            hcl::Block::resource("aws_iam_instance_profile", name)
                                .refer("name_prefix", "\"${local.name_prefix}-\"")
                                .refer("role", "aws_iam_role." + name + ".name")}) {
        if (name == "session_manager")
            out.addShared(Concern::Security, part.comment(design.message("comment.session-manager")));
        else
            out.addOnce(Concern::Security, drawn ? *drawn : machine, std::move(part));
    }
    return "aws_iam_instance_profile." + name + ".name";
}

}  // namespace lintel::exporters::terraform::security
