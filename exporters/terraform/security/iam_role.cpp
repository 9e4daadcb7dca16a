#include "exporters/terraform/names.h"
#include "exporters/terraform/security/security.h"

namespace lintel::exporters::terraform::security {

using hcl::Expression;
using model::Block;

namespace {

/// Who may take the role: the kinds of the blocks that name it.
std::vector<std::string> services(const Design& design, const Block& role)
{
    bool machines = false;
    bool functions = false;
    bool tasks = false;
    for (const Block& block : design.document().blocks) {
        if (design.reference(block, "iam-role") != &role) continue;
        if (design.isKind(block, "lambda")) functions = true;
        else if (design.isKind(block, "ecs-service")) tasks = true;
        else machines = true;
    }
    std::vector<std::string> names;
    if (machines) names.push_back("ec2.amazonaws.com");
    if (tasks) names.push_back("ecs-tasks.amazonaws.com");
    if (functions) names.push_back("lambda.amazonaws.com");
    return names;
}

hcl::Block trust(const std::string& name, const std::vector<std::string>& principals)
{
    hcl::Block document = hcl::Block::data("aws_iam_policy_document", name);
    hcl::Block statement("statement");
    statement.set("actions", Expression::texts({"sts:AssumeRole"}));
    hcl::Block who("principals");
    if (principals.empty()) {
        who.set("type", "AWS").set("identifiers", Expression::list({Expression::raw("data.aws_caller_identity.current.account_id")}));
    } else {
        who.set("type", "Service").set("identifiers", Expression::texts(principals));
    }
    statement.add(std::move(who));
    return document.add(std::move(statement));
}

void attachPolicy(Configuration& out, const Block* subject, const std::string& role, const std::string& policy)
{
    const std::string name = out.claim("aws_iam_role_policy_attachment", role + "_" + slug(policy, '_'));
    hcl::Block attachment = hcl::Block::resource("aws_iam_role_policy_attachment", name);
    attachment.refer("role", "aws_iam_role." + role + ".name")
        .refer("policy_arn", "\"arn:${data.aws_partition.current.partition}:iam::aws:policy/" + policy + "\"");
    out.addShared(Concern::Security, hcl::Block::data("aws_partition", "current"));
    if (subject) out.add(Concern::Security, *subject, std::move(attachment));
    else out.addShared(Concern::Security, std::move(attachment));
}

bool isPolicyName(const std::string& text)
{
    return !text.empty() && text.size() <= 128
           && text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_/+=,.@") == std::string::npos;
}

constexpr const char* kSessionManager = "AmazonSSMManagedInstanceCore";

}  // namespace

void mapIamRole(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::string name = design.name(block);
    const std::vector<std::string> principals = services(design, block);
    if (principals.empty()) out.addShared(Concern::Security, hcl::Block::data("aws_caller_identity", "current"));
    out.add(Concern::Security, block, trust(name + "_trust", principals));
    out.add(Concern::Security, block, hcl::Block::resource("aws_iam_role", name)
        .refer("name", "\"${local.name_prefix}-" + design.awsName(block, 34) + "\"")
        .refer("assume_role_policy", "data.aws_iam_policy_document." + name + "_trust.json").set("tags", nameTag(block)));
    for (const std::string& policy : design.texts(block, "policies")) {
        if (isPolicyName(policy)) attachPolicy(out, &block, name, policy);
        else out.leaveOut(block.id.text(), "policy-name", {{"policy", policy}});
    }
}

std::string instanceProfile(Configuration& out, const Block& machine)
{
    const Design& design = out.design();
    const Block* role = design.reference(machine, "iam-role");
    const bool own = role && design.isKind(*role, "iam-role");
    const std::string name = own ? design.name(*role) : "session_manager";
    if (own) out.tie(machine, *role);
    hcl::Block profile = hcl::Block::resource("aws_iam_instance_profile", name);
    profile.refer("name_prefix", "\"${local.name_prefix}-\"").refer("role", "aws_iam_role." + name + ".name");
    if (!own) {
        hcl::Block assumed = trust(name + "_trust", {"ec2.amazonaws.com"});
        out.addShared(Concern::Security, assumed.comment(design.message("comment.session-manager")));
        out.addShared(Concern::Security, hcl::Block::resource("aws_iam_role", name)
            .refer("name", "\"${local.name_prefix}-session-manager\"")
            .refer("assume_role_policy", "data.aws_iam_policy_document." + name + "_trust.json"));
    }
    // A second caller finds the attachment there already.
    const std::string attachment = name + "_session_manager";
    out.addShared(Concern::Security, hcl::Block::data("aws_partition", "current"));
    out.addShared(Concern::Security, hcl::Block::resource("aws_iam_role_policy_attachment", attachment)
        .refer("role", "aws_iam_role." + name + ".name")
        .refer("policy_arn", std::string("\"arn:${data.aws_partition.current.partition}:iam::aws:policy/") + kSessionManager + "\""));
    out.addShared(Concern::Security, std::move(profile));
    return "aws_iam_instance_profile." + name + ".name";
}

}  // namespace lintel::exporters::terraform::security
