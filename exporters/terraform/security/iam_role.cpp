#include "exporters/terraform/names.h"
#include "exporters/terraform/security/permissions.h"
#include "exporters/terraform/security/roles.h"
#include "exporters/terraform/security/security.h"

#include <algorithm>

namespace lintel::exporters::terraform::security {

using hcl::Expression;
using model::Block;

namespace {

/// Who works with the role: blocks that name it or are joined to it.
std::vector<const Block*> usersOf(const Design& design, const Block& role)
{
    std::vector<const Block*> users = design.connected(role, "");
    for (const Block& block : design.document().blocks) {
        if (design.reference(block, "iam-role") == &role &&
            std::find(users.begin(), users.end(), &block) == users.end())
            users.push_back(&block);
    }
    // Pods work with the role of their nodes.
    std::vector<const Block*> pods;
    for (const Block* user : users) {
        if (design.isKind(*user, "eks-node-group")) pods = design.within(*user, "eks-workload");
    }
    users.insert(users.end(), pods.begin(), pods.end());
    // A launch template works for the groups that use it.
    for (const Block* group : design.ofKind("auto-scaling-group")) {
        const Block* launch = design.reference(*group, "launch-template");
        if (launch && std::find(users.begin(), users.end(), launch) != users.end()) users.push_back(group);
    }
    return users;
}

std::string serviceOf(const Block& user)
{
    static const std::map<std::string, std::string, std::less<>> kServices{
        {"ec2-instance", "ec2.amazonaws.com"},
        {"launch-template", "ec2.amazonaws.com"},
        {"auto-scaling-group", "ec2.amazonaws.com"},
        {"eks-node-group", "ec2.amazonaws.com"},
        {"lambda", "lambda.amazonaws.com"},
        {"ecs-service", "ecs-tasks.amazonaws.com"},
        {"batch", "ecs-tasks.amazonaws.com"},
        {"glue", "glue.amazonaws.com"},
        {"codebuild", "codebuild.amazonaws.com"},
        {"codedeploy", "codedeploy.amazonaws.com"},
        {"codepipeline", "codepipeline.amazonaws.com"},
        {"step-functions", "states.amazonaws.com"},
        {"mediaconvert", "mediaconvert.amazonaws.com"}};
    const auto at = kServices.find(user.kind.text());
    return at == kServices.end() ? std::string() : at->second;
}

hcl::Block serviceTrust(const std::vector<std::string>& services)
{
    return hcl::Block("statement")
        .set("actions", Expression::texts({"sts:AssumeRole"}))
        .add(hcl::Block("principals").set("type", "Service").set("identifiers", Expression::texts(services)));
}

/// Whose workflows the role trusts: what the design says, or what whoever applies says.
Expression githubSubject(Configuration& out, const Block& role)
{
    const Design& design = out.design();
    const std::string said = design.text(role, "oidc-subject");
    if (said.starts_with("repo:") && said.find('/') != std::string::npos && said.size() <= 256)
        return Expression::text(said);
    out.askFor("github_repository", design.message("variable.github-repository"),
               "!can(regex(\"://|@\", var.github_repository))", design.message("variable.github-repository-error"));
    out.addVariable("github_subject", hcl::Block("variable", {"github_subject"})
                                          .set("description", design.message("variable.github-subject"))
                                          .refer("type", "string")
                                          .set("default", "ref:refs/heads/main"));
    return Expression::raw("\"repo:${var.github_repository}:${var.github_subject}\"");
}

/// GitHub's workflows sign in by OIDC, so that no access key exists.
hcl::Block githubTrust(Configuration& out, const Block& role)
{
    constexpr const char* kIssuer = "token.actions.githubusercontent.com";
    hcl::Block provider = hcl::Block::resource("aws_iam_openid_connect_provider", "github");
    provider.comment(out.design().message("comment.github-provider"));
    out.addShared(Concern::Security, provider.set("url", std::string("https://") + kIssuer)
                                         .set("client_id_list", Expression::texts({"sts.amazonaws.com"})));
    return hcl::Block("statement")
        .set("actions", Expression::texts({"sts:AssumeRoleWithWebIdentity"}))
        .add(hcl::Block("principals")
                 .set("type", "Federated")
                 .set("identifiers", Expression::list({Expression::raw("aws_iam_openid_connect_provider.github.arn")})))
        .add(hcl::Block("condition")
                 .set("test", "StringEquals")
                 .set("variable", std::string(kIssuer) + ":aud")
                 .set("values", Expression::texts({"sts.amazonaws.com"})))
        .add(hcl::Block("condition")
                 .set("test", "StringLike")
                 .set("variable", std::string(kIssuer) + ":sub")
                 .set("values", Expression::list({githubSubject(out, role)})));
}

/// People of the account, with their second factor.
hcl::Block peopleTrust(Configuration& out)
{
    out.addShared(Concern::Security, hcl::Block::data("aws_caller_identity", "current"));
    return hcl::Block("statement")
        .set("actions", Expression::texts({"sts:AssumeRole"}))
        .add(
            hcl::Block("principals")
                .set("type", "AWS")
                .set("identifiers", Expression::list({Expression::raw("data.aws_caller_identity.current.account_id")})))
        .add(hcl::Block("condition")
                 .set("test", "Bool")
                 .set("variable", "aws:MultiFactorAuthPresent")
                 .set("values", Expression::texts({"true"})));
}

hcl::Block trust(Configuration& out, const Block& role, const std::vector<const Block*>& users)
{
    const Design& design = out.design();
    std::set<std::string> services;
    bool github = false;
    bool people = false;
    for (const Block* user : users) {
        if (const std::string service = serviceOf(*user); !service.empty()) services.insert(service);
        if (design.isKind(*user, "github-actions")) github = true;
        if (design.isKind(*user, "users") || design.isKind(*user, "iam-user")) people = true;
        if (github || people) out.tie(role, *user);
    }
    hcl::Block document = hcl::Block::data("aws_iam_policy_document", design.name(role) + "_trust");
    if (!services.empty()) document.add(serviceTrust({services.begin(), services.end()}));
    if (github) document.add(githubTrust(out, role));
    if (people || (services.empty() && !github)) document.add(peopleTrust(out));
    return document;
}

bool isPolicyName(const std::string& text)
{
    return !text.empty() && text.size() <= 128 &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_/+=,.@") ==
               std::string::npos;
}

}  // namespace

void mapIamRole(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::string name = design.name(block);
    const std::vector<const Block*> users = usersOf(design, block);
    out.add(Concern::Security, block, trust(out, block, users));
    out.add(Concern::Security, block,
            hcl::Block::resource("aws_iam_role", name)
                .refer("name", design.scopedName(block, 34))
                .refer("assume_role_policy", "data.aws_iam_policy_document." + name + "_trust.json")
                .set("tags", nameTag(block)));
    for (const std::string& policy : design.texts(block, "policies")) {
        if (!isPolicyName(policy))
            out.leaveOut(block.id.text(), "policy-name", {{"policy", policy}});
        else if (isNarrowed(design, policy, users))
            out.leaveOut(block.id.text(), "policy-narrowed", {{"policy", policy}});
        else
            attachManagedPolicy(out, block, name, policy);
    }
    // Who may do everything needs nothing by the piece.
    const std::vector<Statement> needs = drawnPermissions(out, users);
    const std::vector<std::string> policies = design.texts(block, "policies");
    if (std::find(policies.begin(), policies.end(), "AdministratorAccess") == policies.end())
        grant(out, block, name, "connections", needs);
}

}  // namespace lintel::exporters::terraform::security
