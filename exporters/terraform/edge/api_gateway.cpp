#include "exporters/terraform/compute/compute.h"
#include "exporters/terraform/edge/edge.h"
#include "exporters/terraform/integration/integration.h"
#include "exporters/terraform/security/security.h"

#include <algorithm>

namespace lintel::exporters::terraform::edge {

using hcl::Expression;
using model::Block;

namespace {

std::string pairName(const Design& design, const Block& api, const Block& to)
{
    return design.name(api) + "_" + design.name(to);
}

/// The first backend takes what no other path takes; the others take the paths below their names.
void addRoute(Configuration& out, const Block& api, const Block& to, bool first)
{
    const Design& design = out.design();
    const std::string name = pairName(design, api, to);
    out.add(Concern::Edge, api,
            hcl::Block::resource("aws_apigatewayv2_route", name)
                .refer("api_id", design.attribute(api, "id"))
                .set("route_key", first ? std::string("$default") : "ANY /" + design.awsName(to, 60) + "/{proxy+}")
                .refer("target", "\"integrations/${aws_apigatewayv2_integration." + name + ".id}\""));
}

void addFunction(Configuration& out, const Block& api, const Block& function, bool first)
{
    const Design& design = out.design();
    out.add(Concern::Edge, api,
            hcl::Block::resource("aws_apigatewayv2_integration", pairName(design, api, function))
                .refer("api_id", design.attribute(api, "id"))
                .set("integration_type", "AWS_PROXY")
                .refer("integration_uri", design.attribute(function, "invoke_arn"))
                .set("payload_format_version", "2.0"));
    integration::allowInvoke(out, function, api, "apigateway.amazonaws.com",
                             "\"${" + design.attribute(api, "execution_arn") + "}/*\"");
    addRoute(out, api, function, first);
    out.tie(api, function);
}

/// Into the VPC by a private link, to the first listener of the load balancer.
bool addBalancer(Configuration& out, const Block& api, const Block& balancer, bool first)
{
    const Design& design = out.design();
    const std::string listener = firstListener(out, balancer);
    if (listener.empty()) return false;
    const std::string name = pairName(design, api, balancer);
    out.add(Concern::Edge, api,
            hcl::Block::resource("aws_apigatewayv2_vpc_link", name)
                .refer("name", design.scopedName(api, 60))
                .set("subnet_ids", compute::placement(out, balancer))
                .set("security_group_ids", security::groupIds(out, balancer))
                .set("tags", nameTag(api)));
    out.add(Concern::Edge, api,
            hcl::Block::resource("aws_apigatewayv2_integration", name)
                .refer("api_id", design.attribute(api, "id"))
                .set("integration_type", "HTTP_PROXY")
                .set("integration_method", "ANY")
                .refer("integration_uri", listener)
                .set("connection_type", "VPC_LINK")
                .refer("connection_id", "aws_apigatewayv2_vpc_link." + name + ".id"));
    addRoute(out, api, balancer, first);
    out.tie(api, balancer);
    return true;
}

}  // namespace

void mapApiGateway(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::string name = design.name(block);
    const std::string logs = out.claim("aws_cloudwatch_log_group", name);
    compute::logGroup(out, block, logs, "\"/aws/apigateway/${local.name_prefix}-" + design.awsName(block, 60) + "\"");
    out.add(Concern::Edge, block,
            hcl::Block::resource("aws_apigatewayv2_api", name)
                .refer("name", design.scopedName(block, 60))
                .set("description", hcl::oneLine(block.label()))
                .set("protocol_type", "HTTP")
                .set("tags", nameTag(block)));
    const Expression format =
        Expression::call("jsonencode", Expression::object({{"requestId", Expression::text("$context.requestId")},
                                                           {"ip", Expression::text("$context.identity.sourceIp")},
                                                           {"routeKey", Expression::text("$context.routeKey")},
                                                           {"status", Expression::text("$context.status")}}));
    out.add(Concern::Edge, block,
            hcl::Block::resource("aws_apigatewayv2_stage", name)
                .refer("api_id", design.attribute(block, "id"))
                .set("name", "$default")
                .set("auto_deploy", true)
                .set("tags", nameTag(block))
                .add(hcl::Block("access_log_settings")
                         .refer("destination_arn", "aws_cloudwatch_log_group." + logs + ".arn")
                         .set("format", format)));
    bool first = true;
    for (const model::Connection* connection : design.connectionsFrom(block)) {
        const Block* to = design.block(connection->to.text());
        if (!to || !out.isExported(*to) || out.isTied(block, *to)) continue;
        if (design.isKind(*to, "lambda"))
            addFunction(out, block, *to, first);
        else if (!(design.isKind(*to, "alb") || design.isKind(*to, "nlb")) || !addBalancer(out, block, *to, first))
            continue;
        first = false;
    }
    if (first) out.leaveOut(block.id.text(), "no-backend");
    if (design.reference(block, "web-acl")) out.leaveOut(block.id.text(), "http-api-web-acl");
    if (const std::string type = design.text(block, "endpoint-type", "regional"); type == "edge" || type == "private")
        out.leaveOut(block.id.text(), "http-api-endpoint");
    out.addOutput(name + "_url", design.message("output.url", {{"name", hcl::oneLine(block.label())}}),
                  design.attribute(block, "api_endpoint"));
}

}  // namespace lintel::exporters::terraform::edge
