#include "exporters/terraform/integration/integration.h"
#include "exporters/terraform/security/permissions.h"
#include "exporters/terraform/security/roles.h"

#include <array>
#include <map>

namespace lintel::exporters::terraform::integration {

using hcl::Expression;
using model::Block;

namespace {

std::string pairName(const Design& design, const Block& from, const Block& to)
{
    return design.name(from) + "_" + design.name(to);
}

/// A function polls queues and streams itself, so its role must read them.
void addEventSource(Configuration& out, const Block& source, const Block& function)
{
    const Design& design = out.design();
    const std::string name = out.claim("aws_lambda_event_source_mapping", pairName(design, source, function));
    const bool queue = design.isKind(source, "sqs");
    const bool table = design.isKind(source, "dynamodb");
    const std::string arn = design.attribute(source, table ? "stream_arn" : "arn");
    hcl::Block mapping = hcl::Block::resource("aws_lambda_event_source_mapping", name);
    mapping.refer("event_source_arn", arn)
        .refer("function_name", design.attribute(function, "arn"))
        .set("batch_size", queue ? 10 : 100);
    if (!queue)
        mapping.set("starting_position", "LATEST")
            .set("bisect_batch_on_function_error", true)
            .set("maximum_retry_attempts", 5);
    const security::Statement read =
        queue   ? security::Statement{"ReadQueue",
                                    {"sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"},
                                    {arn}}
        : table ? security::Statement{"ReadStream",
                                      {"dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"},
                                      {arn}}
                : security::Statement{"ReadStream",
                                      {"kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:GetRecords",
                                       "kinesis:GetShardIterator", "kinesis:ListShards"},
                                      {arn}};
    const Block* drawn = security::drawnRole(design, function);
    const std::string role = drawn ? design.name(*drawn) : out.roleOf(function);
    security::grant(out, function, role, pairName(design, source, function), std::array<security::Statement, 1>{read});
    out.add(Concern::Integration, source, std::move(mapping));
    out.tie(source, function);
}

void addSubscription(Configuration& out, const Block& topic, const Block& to, const std::string& failed)
{
    const Design& design = out.design();
    const bool function = design.isKind(to, "lambda");
    hcl::Block subscription = hcl::Block::resource(
        "aws_sns_topic_subscription", out.claim("aws_sns_topic_subscription", pairName(design, topic, to)));
    subscription.refer("topic_arn", design.attribute(topic, "arn"))
        .set("protocol", function ? "lambda" : "sqs")
        .refer("endpoint", design.attribute(to, "arn"));
    if (!function) subscription.set("raw_message_delivery", true);
    if (!failed.empty())
        subscription.set(
            "redrive_policy",
            Expression::call("jsonencode",
                             Expression::object({{"deadLetterTargetArn", Expression::raw(failed + ".arn")}})));
    out.add(Concern::Integration, topic, std::move(subscription));
    if (function) allowInvoke(out, to, topic, "sns.amazonaws.com", design.attribute(topic, "arn"));
    out.tie(topic, to);
}

/// What a rule needs a role for, and what it does there; empty where the target lets the rule in itself.
std::string targetAction(const Design& design, const Block& to)
{
    if (design.isKind(to, "step-functions")) return "states:StartExecution";
    if (design.isKind(to, "kinesis")) return "kinesis:PutRecord";
    if (design.isKind(to, "firehose")) return "firehose:PutRecord";
    return design.isKind(to, "batch") ? "batch:SubmitJob" : std::string();
}

void addRuleTarget(Configuration& out, const Block& rule, const Block& to, const std::string& failed)
{
    const Design& design = out.design();
    hcl::Block target = hcl::Block::resource("aws_cloudwatch_event_target",
                                             out.claim("aws_cloudwatch_event_target", pairName(design, rule, to)));
    target.refer("rule", design.attribute(rule, "name")).refer("arn", design.attribute(to, "arn"));
    if (const std::string action = targetAction(design, to); !action.empty()) {
        const std::string role = out.claim("aws_iam_role", pairName(design, rule, to));
        const std::string job = "aws_batch_job_definition." + design.name(to);
        security::Statement may{"Target", {action}, {design.attribute(to, "arn")}};
        if (design.isKind(to, "batch")) may.resources.push_back(job + ".arn");
        security::serviceRole(out, rule, role, "events.amazonaws.com");
        security::grant(out, rule, role, "target", std::array<security::Statement, 1>{std::move(may)});
        target.refer("role_arn", "aws_iam_role." + role + ".arn");
        if (design.isKind(to, "batch"))
            target.add(hcl::Block("batch_target")
                           .refer("job_definition", job + ".arn")
                           .set("job_name", design.awsName(to, 60)));
    }
    if (!failed.empty()) target.add(hcl::Block("dead_letter_config").refer("arn", failed + ".arn"));
    out.add(Concern::Integration, rule, std::move(target));
    if (design.isKind(to, "lambda")) allowInvoke(out, to, rule, "events.amazonaws.com", design.attribute(rule, "arn"));
    out.tie(rule, to);
}

/// A bucket has one notification configuration: all its receivers are in it.
void addNotifications(Configuration& out, const Block& bucket, const std::vector<const Block*>& receivers)
{
    const Design& design = out.design();
    hcl::Block notification = hcl::Block::resource("aws_s3_bucket_notification", design.name(bucket));
    notification.refer("bucket", design.attribute(bucket, "id"));
    std::vector<Expression> permissions;
    for (const Block* to : receivers) {
        const bool function = design.isKind(*to, "lambda");
        const bool queue = design.isKind(*to, "sqs");
        notification.add(hcl::Block(function ? "lambda_function"
                                    : queue  ? "queue"
                                             : "topic")
                             .refer(function ? "lambda_function_arn"
                                    : queue  ? "queue_arn"
                                             : "topic_arn",
                                    design.attribute(*to, "arn"))
                             .set("events", Expression::texts({"s3:ObjectCreated:*"})));
        if (function) allowInvoke(out, *to, bucket, "s3.amazonaws.com", design.attribute(bucket, "arn"));
        const std::string permission =
            function ? "aws_lambda_permission." + pairName(design, bucket, *to)
                     : std::string(queue ? "aws_sqs_queue_policy." : "aws_sns_topic_policy.") + design.name(*to);
        permissions.push_back(Expression::raw(permission));
        out.tie(bucket, *to);
    }
    // S3 tries the receivers when it is told of them.
    notification.set("depends_on", Expression::list(std::move(permissions)));
    out.add(Concern::Integration, bucket, std::move(notification));
}

bool isReceiver(const Design& design, const Block& block)
{
    return design.isKind(block, "lambda") || design.isKind(block, "sqs") || design.isKind(block, "sns");
}

/// What is wired between blocks, one connection after the other.
class Wiring {
public:
    explicit Wiring(Configuration& out) : m_out(out) {}

    void join(const Block& from, const Block& to)
    {
        const Design& design = m_out.design();
        const bool toFunction = design.isKind(to, "lambda");
        if (design.isKind(from, "s3-bucket") && isReceiver(design, to)) m_notified[from.id].push_back(&to);
        if (toFunction &&
            (design.isKind(from, "sqs") || design.isKind(from, "kinesis") || design.isKind(from, "dynamodb")))
            addEventSource(m_out, from, to);
        if (design.isKind(from, "sns") && (toFunction || design.isKind(to, "sqs")))
            addSubscription(m_out, from, to, failedOf(from));
        if (design.isKind(from, "eventbridge") && (isReceiver(design, to) || !targetAction(design, to).empty()))
            addRuleTarget(m_out, from, to, failedOf(from));
    }

    void notify()
    {
        for (const auto& [id, receivers] : m_notified)
            addNotifications(m_out, *m_out.design().block(id.text()), receivers);
    }

private:
    /// One queue for all that a topic or a rule cannot deliver.
    const std::string& failedOf(const Block& from)
    {
        const auto known = m_failed.find(from.id);
        return known != m_failed.end() ? known->second
                                       : m_failed.emplace(from.id, failedEvents(m_out, from)).first->second;
    }

    Configuration& m_out;
    std::map<model::BlockId, std::vector<const Block*>> m_notified;
    std::map<model::BlockId, std::string> m_failed;
};

}  // namespace

void allowInvoke(Configuration& out, const Block& function, const Block& source, const std::string& service,
                 const std::string& sourceArn)
{
    const Design& design = out.design();
    hcl::Block permission = hcl::Block::resource("aws_lambda_permission", pairName(design, source, function));
    permission.refer("function_name", design.attribute(function, "function_name"))
        .set("action", "lambda:InvokeFunction")
        .set("principal", service)
        .refer("source_arn", sourceArn);
    if (service == "s3.amazonaws.com") {
        // The ARN of a bucket names no account, and a name that was given up may be taken by anybody.
        out.addShared(Concern::Security, hcl::Block::data("aws_caller_identity", "current"));
        permission.refer("source_account", "data.aws_caller_identity.current.account_id");
    }
    out.addOnce(Concern::Compute, function, std::move(permission));
}

void wireEvents(Configuration& out)
{
    const Design& design = out.design();
    Wiring wiring(out);
    std::set<std::pair<model::BlockId, model::BlockId>> wired;
    for (const model::Connection& connection : design.document().connections) {
        const Block* from = design.block(connection.from.text());
        const Block* to = design.block(connection.to.text());
        if (!from || !to || !out.isExported(*from) || !out.isExported(*to) || connection.relation == "deploy" ||
            connection.relation == "observe")
            continue;
        if (wired.insert({from->id, to->id}).second) wiring.join(*from, *to);
    }
    wiring.notify();
}

}  // namespace lintel::exporters::terraform::integration
