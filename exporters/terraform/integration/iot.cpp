#include "exporters/terraform/integration/integration.h"
#include "exporters/terraform/names.h"
#include "exporters/terraform/security/permissions.h"
#include "exporters/terraform/security/roles.h"

#include <algorithm>

namespace lintel::exporters::terraform::integration {

using model::Block;

namespace {

constexpr const char* kEverything = "#";

/// An MQTT topic filter; what has another letter in it would end the quoted name in the SQL.
std::string topicOf(const Design& design, const Block& block)
{
    const std::string topic = design.text(block, "topic");
    const bool legal =
        !topic.empty() && topic.size() <= 256 &&
        topic.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/_+#$.:-") ==
            std::string::npos;
    return legal ? topic : kEverything;
}

/// How the rule hands a message to a block of the kind, and what its role may do for it; no action: it cannot.
struct Action {
    hcl::Block block;
    std::string permission;
};

Action actionFor(const Design& design, const Block& to)
{
    if (design.isKind(to, "lambda"))
        return {hcl::Block("lambda").refer("function_arn", design.attribute(to, "arn")), {}};
    if (design.isKind(to, "sqs"))
        return {hcl::Block("sqs").refer("queue_url", design.attribute(to, "url")).set("use_base64", false),
                "sqs:SendMessage"};
    if (design.isKind(to, "sns"))
        return {hcl::Block("sns").refer("target_arn", design.attribute(to, "arn")).set("message_format", "RAW"),
                "sns:Publish"};
    if (design.isKind(to, "kinesis"))
        return {
            hcl::Block("kinesis").refer("stream_name", design.attribute(to, "name")).set("partition_key", "${topic()}"),
            "kinesis:PutRecord"};
    if (design.isKind(to, "firehose"))
        return {
            hcl::Block("firehose").refer("delivery_stream_name", design.attribute(to, "name")).set("separator", "\n"),
            "firehose:PutRecord"};
    if (design.isKind(to, "dynamodb"))
        return {hcl::Block("dynamodbv2").add(hcl::Block("put_item").refer("table_name", design.attribute(to, "name"))),
                "dynamodb:PutItem"};
    if (design.isKind(to, "s3-bucket"))
        return {
            hcl::Block("s3").refer("bucket_name", design.attribute(to, "id")).set("key", "${topic()}/${timestamp()}"),
            "s3:PutObject"};
    return {hcl::Block("none"), {}};
}

}  // namespace

void mapIotRule(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::string name = design.name(block);
    hcl::Block rule = hcl::Block::resource("aws_iot_topic_rule", name);
    rule.refer("name", "\"${replace(local.name_prefix, \"-\", \"_\")}_" + slug(design.awsName(block, 60), '_') + "\"")
        .set("description", hcl::oneLine(block.label()))
        .set("enabled", true)
        .set("sql", "SELECT * FROM '" + topicOf(design, block) + "'")
        .set("sql_version", "2016-03-23")
        .set("tags", nameTag(block));
    const std::string role = out.claim("aws_iam_role", name + "_rule");
    std::vector<security::Statement> needs;
    bool any = false;
    for (const model::Connection* connection : design.connectionsFrom(block)) {
        const Block* to = design.block(connection->to.text());
        if (!to || !out.isExported(*to) || out.isTied(block, *to)) continue;
        Action action = actionFor(design, *to);
        if (action.block.type() == "none") continue;
        if (!action.permission.empty()) {
            const std::string arn = design.attribute(*to, "arn");
            needs.push_back({"Target" + std::to_string(needs.size() + 1),
                             {action.permission},
                             {design.isKind(*to, "s3-bucket") ? "\"${" + arn + "}/*\"" : arn}});
            action.block.refer("role_arn", "aws_iam_role." + role + ".arn");
        } else {
            allowInvoke(out, *to, block, "iot.amazonaws.com", design.attribute(block, "arn"));
        }
        rule.add(std::move(action.block));
        out.tie(block, *to);
        any = true;
    }
    if (!needs.empty()) {
        security::serviceRole(out, block, role, "iot.amazonaws.com");
        security::grant(out, block, role, "targets", needs);
    }
    out.add(Concern::Integration, block, std::move(rule));
    if (!any) out.leaveOut(block.id.text(), "rule-target");
    out.leaveOut(block.id.text(), "iot-devices");
}

}  // namespace lintel::exporters::terraform::integration
