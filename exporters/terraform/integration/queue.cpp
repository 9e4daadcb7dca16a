#include "exporters/terraform/data/data.h"
#include "exporters/terraform/integration/integration.h"
#include "exporters/terraform/integration/senders.h"

#include <algorithm>

namespace lintel::exporters::terraform::integration {

using hcl::Expression;
using model::Block;

namespace {

const Block* deadLetterQueue(const Design& design, const Block& queue)
{
    const Block* named = design.reference(queue, "dead-letter-queue");
    return named && design.isKind(*named, "sqs") && named != &queue ? named : nullptr;
}

/// The queues whose failures end up here.
std::vector<const Block*> sourcesOf(const Design& design, const Block& queue)
{
    std::vector<const Block*> sources;
    for (const Block* source : design.ofKind("sqs")) {
        // Every queue asks every other one: the text first, it seldom fits.
        if (source->property("dead-letter-queue").toString() == queue.id.text() &&
            deadLetterQueue(design, *source) == &queue)
            sources.push_back(source);
    }
    return sources;
}

/// A FIFO queue fails into a FIFO queue only.
bool isFifo(const Design& design, const Block& queue, const std::vector<const Block*>& sources)
{
    return design.flag(queue, "fifo") || std::any_of(sources.begin(), sources.end(),
                                                     [&](const Block* source) { return design.flag(*source, "fifo"); });
}

}  // namespace

void mapQueue(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::vector<const Block*> sources = sourcesOf(design, block);
    const bool fifo = isFifo(design, block, sources);
    hcl::Block queue = hcl::Block::resource("aws_sqs_queue", design.name(block));
    queue.refer("name", "\"${local.name_prefix}-" + design.awsName(block, 44) + (fifo ? ".fifo\"" : "\""));
    if (fifo) queue.set("fifo_queue", true);
    queue.set("visibility_timeout_seconds",
              std::clamp<std::int64_t>(design.integer(block, "visibility-timeout-seconds", 30), 0, 43200));
    if (!sources.empty()) queue.set("message_retention_seconds", 1209600);
    if (const std::string key = data::keyArn(out, block); !key.empty())
        queue.refer("kms_master_key_id", key);
    else
        queue.set("sqs_managed_sse_enabled", true);
    if (const Block* dead = deadLetterQueue(design, block)) {
        queue.set("redrive_policy",
                  Expression::call("jsonencode", Expression::object({{"deadLetterTargetArn",
                                                                      Expression::raw(design.attribute(*dead, "arn"))},
                                                                     {"maxReceiveCount", Expression::number(5)}})));
        out.tie(block, *dead);
    }
    out.add(Concern::Integration, block, queue.set("tags", nameTag(block)));
    if (!sources.empty()) {
        out.add(
            Concern::Integration, block,
            hcl::Block::resource("aws_sqs_queue_redrive_allow_policy", design.name(block))
                .refer("queue_url", design.attribute(block, "id"))
                .set("redrive_allow_policy",
                     Expression::call("jsonencode",
                                      Expression::object({{"redrivePermission", Expression::text("byQueue")},
                                                          {"sourceQueueArns", attributes(design, sources, "arn")}}))));
    }
    if (addSenderPolicy(out, block, "sqs:SendMessage")) {
        out.add(Concern::Integration, block,
                hcl::Block::resource("aws_sqs_queue_policy", design.name(block))
                    .refer("queue_url", design.attribute(block, "id"))
                    .refer("policy", "data.aws_iam_policy_document." + senderPolicy(design, block) + ".json"));
    }
}

}  // namespace lintel::exporters::terraform::integration
