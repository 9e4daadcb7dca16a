#include "exporters/terraform/compute/compute.h"
#include "exporters/terraform/edge/edge.h"
#include "exporters/terraform/security/permissions.h"
#include "exporters/terraform/security/roles.h"

#include <array>

namespace lintel::exporters::terraform::edge {

using hcl::Expression;
using model::Block;

namespace {

const Block* poolOf(const Configuration& out, const Block& api)
{
    for (const Block* pool : out.design().connected(api, "cognito")) {
        if (out.isExported(*pool)) return pool;
    }
    return nullptr;
}

/// Functions and tables are data sources of their own; what they answer is in the resolvers.
void addSource(Configuration& out, const Block& api, const Block& to)
{
    const Design& design = out.design();
    const bool function = design.isKind(to, "lambda");
    const std::string name = design.name(api) + "_" + design.name(to);
    const std::string role = out.claim("aws_iam_role", name);
    security::serviceRole(out, api, role, "appsync.amazonaws.com");
    const std::vector<std::string> actions =
        function ? std::vector<std::string>{"lambda:InvokeFunction"}
                 : std::vector<std::string>{"dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem",
                                            "dynamodb:Query", "dynamodb:UpdateItem"};
    security::grant(
        out, api, role, "source",
        std::array<security::Statement, 1>{security::Statement{"Source", actions, {design.attribute(to, "arn")}}});
    std::string shown = design.name(to);
    if (shown[0] >= '0' && shown[0] <= '9') shown = "n" + shown;
    hcl::Block source = hcl::Block::resource("aws_appsync_datasource", name);
    source.refer("api_id", design.attribute(api, "id"))
        .set("name", shown)
        .set("type", function ? "AWS_LAMBDA" : "AMAZON_DYNAMODB")
        .refer("service_role_arn", "aws_iam_role." + role + ".arn");
    if (function)
        source.add(hcl::Block("lambda_config").refer("function_arn", design.attribute(to, "arn")));
    else
        source.add(hcl::Block("dynamodb_config").refer("table_name", design.attribute(to, "name")));
    out.add(Concern::Edge, api, std::move(source));
    out.tie(api, to);
}

/// Who may ask: the members of the pool, who has the key, or who signs with IAM.
std::string signIn(Configuration& out, const Block& block, const Block* pool)
{
    const std::string wish = out.design().text(block, "authentication", "iam");
    if (wish == "cognito" && pool) return "AMAZON_COGNITO_USER_POOLS";
    if (wish == "cognito") out.leaveOut(block.id.text(), "no-user-pool");
    return wish == "api-key" ? "API_KEY" : "AWS_IAM";
}

}  // namespace

void mapGraphql(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::string name = design.name(block);
    const std::string logs = out.claim("aws_iam_role", name + "_logs");
    security::serviceRole(out, block, logs, "appsync.amazonaws.com");
    const std::string group = out.claim("aws_cloudwatch_log_group", name);
    compute::logGroup(out, block, group, "\"/aws/appsync/apis/${" + design.attribute(block, "id") + "}\"");
    security::grant(out, block, logs, "api",
                    std::array<security::Statement, 1>{
                        security::Statement{"Logs",
                                            {"logs:CreateLogStream", "logs:PutLogEvents"},
                                            {"\"${aws_cloudwatch_log_group." + group + ".arn}:*\""}}});
    hcl::Block api = hcl::Block::resource("aws_appsync_graphql_api", name);
    const Block* pool = poolOf(out, block);
    const std::string type = signIn(out, block, pool);
    api.refer("name", design.scopedName(block, 35)).set("authentication_type", type).set("tags", nameTag(block));
    if (type == "AMAZON_COGNITO_USER_POOLS") {
        api.add(hcl::Block("user_pool_config")
                    .refer("user_pool_id", design.attribute(*pool, "id"))
                    .set("default_action", "ALLOW"));
        out.tie(block, *pool);
    }
    out.add(Concern::Edge, block,
            api.add(hcl::Block("log_config")
                        .refer("cloudwatch_logs_role_arn", "aws_iam_role." + logs + ".arn")
                        .set("field_log_level", "ERROR")));
    for (const model::Connection* connection : design.connectionsFrom(block)) {
        const Block* to = design.block(connection->to.text());
        if (to && out.isExported(*to) && !out.isTied(block, *to) &&
            (design.isKind(*to, "lambda") || design.isKind(*to, "dynamodb")))
            addSource(out, block, *to);
    }
    if (const Block* acl = design.reference(block, "web-acl");
        acl && out.isExported(*acl) && design.text(*acl, "scope", "regional") == "regional") {
        out.add(Concern::Edge, block,
                hcl::Block::resource("aws_wafv2_web_acl_association", out.claim("aws_wafv2_web_acl_association", name))
                    .refer("resource_arn", design.attribute(block, "arn"))
                    .refer("web_acl_arn", design.attribute(*acl, "arn")));
        out.tie(block, *acl);
    }
    out.leaveOut(block.id.text(), "graphql-schema");
    out.addOutput(name + "_url", design.message("output.url", {{"name", hcl::oneLine(block.label())}}),
                  "lookup(" + design.attribute(block, "uris") + ", \"GRAPHQL\", null)");
}

}  // namespace lintel::exporters::terraform::edge
