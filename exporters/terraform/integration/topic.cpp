#include "exporters/terraform/data/data.h"
#include "exporters/terraform/integration/integration.h"
#include "exporters/terraform/integration/senders.h"

namespace lintel::exporters::terraform::integration {

using hcl::Expression;
using model::Block;

namespace {

/// Other services cannot publish to a topic that the managed key of SNS encrypts; roles of the account can.
bool hearsServices(const Design& design, const Block& topic)
{
    static const std::set<std::string, std::less<>> kWithRoles{
        "ec2-instance",   "auto-scaling-group", "lambda",         "ecs-service",
        "eks-cluster",    "eks-workload",       "eks-node-group", "batch",
        "step-functions", "iot-core",           "iam-role",       "users",
        "glue",           "launch-template"};
    for (const Block* alarm : design.ofKind("cloudwatch-alarm")) {
        if (design.reference(*alarm, "action") == &topic) return true;
    }
    for (const model::Connection* connection : design.connectionsTo(topic)) {
        const Block* from = design.block(connection->from.text());
        if (from && kWithRoles.count(design.host(*from).kind.text()) == 0) return true;
    }
    return false;
}

}  // namespace

void mapTopic(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const bool fifo = design.flag(block, "fifo");
    hcl::Block topic = hcl::Block::resource("aws_sns_topic", design.name(block));
    topic.refer("name", "\"${local.name_prefix}-" + design.awsName(block, 60) + (fifo ? ".fifo\"" : "\""));
    if (fifo) topic.set("fifo_topic", true);
    if (const std::string key = data::keyArn(out, block); !key.empty())
        topic.refer("kms_master_key_id", key);
    else if (!hearsServices(design, block))
        topic.set("kms_master_key_id", "alias/aws/sns");
    out.add(Concern::Integration, block, topic.set("tags", nameTag(block)));
    if (addSenderPolicy(out, block, "sns:Publish")) {
        out.add(Concern::Integration, block,
                hcl::Block::resource("aws_sns_topic_policy", design.name(block))
                    .refer("arn", design.attribute(block, "arn"))
                    .refer("policy", "data.aws_iam_policy_document." + senderPolicy(design, block) + ".json"));
    }
    for (const model::Connection* connection : design.connectionsFrom(block)) {
        const Block* to = design.block(connection->to.text());
        if (to && (design.isKind(*to, "apns") || design.isKind(*to, "fcm")))
            out.leaveOut(connection->id.text(), "push-credentials", {{"to", to->label()}});
    }
}

void mapStream(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::int64_t shards = design.integer(block, "shards", 0);
    hcl::Block stream = hcl::Block::resource("aws_kinesis_stream", design.name(block));
    stream.refer("name", design.scopedName(block, 60));
    if (shards > 0) stream.set("shard_count", std::min<std::int64_t>(shards, 500));
    stream.set("retention_period", 24).set("encryption_type", "KMS");
    const std::string key = data::keyArn(out, block);
    if (key.empty())
        stream.set("kms_key_id", "alias/aws/kinesis");
    else
        stream.refer("kms_key_id", key);
    stream.set("tags", nameTag(block))
        .add(hcl::Block("stream_mode_details").set("stream_mode", shards > 0 ? "PROVISIONED" : "ON_DEMAND"));
    out.add(Concern::Integration, block, std::move(stream));
}

}  // namespace lintel::exporters::terraform::integration
