#include "exporters/terraform/integration/integration.h"

namespace lintel::exporters::terraform::integration {

using hcl::Expression;
using model::Block;

namespace {

constexpr int kFourteenDays = 1209600;

std::string serviceOf(const Design& design, const Block& block)
{
    if (design.isKind(block, "sns")) return "sns.amazonaws.com";
    return design.isKind(block, "eventbridge") ? "events.amazonaws.com" : std::string();
}

/// Functions send with their roles; topics and rules are let in by the queue.
void letIn(Configuration& out, const Block& block, const std::string& queue)
{
    const Design& design = out.design();
    const std::string service = serviceOf(design, block);
    if (service.empty()) return;
    out.add(
        Concern::Integration, block,
        hcl::Block::data("aws_iam_policy_document", queue)
            .add(hcl::Block("statement")
                     .set("actions", Expression::texts({"sqs:SendMessage"}))
                     .set("resources", Expression::list({Expression::raw("aws_sqs_queue." + queue + ".arn")}))
                     .add(hcl::Block("principals")
                              .set("type", "Service")
                              .set("identifiers", Expression::texts({service})))
                     .add(hcl::Block("condition")
                              .set("test", "ArnEquals")
                              .set("variable", "aws:SourceArn")
                              .set("values", Expression::list({Expression::raw(design.attribute(block, "arn"))})))));
    out.add(Concern::Integration, block,
            hcl::Block::resource("aws_sqs_queue_policy", queue)
                .refer("queue_url", "aws_sqs_queue." + queue + ".id")
                .refer("policy", "data.aws_iam_policy_document." + queue + ".json"));
}

}  // namespace

std::string failedEvents(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    if (design.text(block, "failed-events") != "kept") return {};
    const std::string name = out.claim("aws_sqs_queue", design.name(block) + "_failed");
    const bool fifo = design.isKind(block, "sns") && design.flag(block, "fifo");
    hcl::Block queue = hcl::Block::resource("aws_sqs_queue", name);
    queue.refer("name", "\"${local.name_prefix}-" + design.awsName(block, 36) + "-failed" + (fifo ? ".fifo\"" : "\""));
    if (fifo) queue.set("fifo_queue", true);
    queue.set("message_retention_seconds", kFourteenDays).set("sqs_managed_sse_enabled", true);
    out.add(Concern::Integration, block, queue.set("tags", nameTag(block)));
    letIn(out, block, name);
    return "aws_sqs_queue." + name;
}

}  // namespace lintel::exporters::terraform::integration
