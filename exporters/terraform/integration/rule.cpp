#include "exporters/terraform/integration/integration.h"
#include "exporters/terraform/integration/json_value.h"

namespace lintel::exporters::terraform::integration {

using hcl::Expression;
using model::Block;

namespace {

bool isSchedule(const std::string& text)
{
    return (text.starts_with("rate(") || text.starts_with("cron(")) && text.ends_with(")") && text.size() <= 256 &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789()*?,-/#L ") ==
               std::string::npos;
}

/// The source that the events of a block carry, for a rule that says nothing itself.
std::string sourceFrom(const Design& design, const Block& rule)
{
    for (const model::Connection* connection : design.connectionsTo(rule)) {
        const Block* from = design.block(connection->from.text());
        if (!from) continue;
        const std::string& kind = from->kind.text();
        if (kind == "s3-bucket") return "aws.s3";
        if (kind == "ecs-service" || kind == "ecs-cluster") return "aws.ecs";
        if (kind == "ec2-instance") return "aws.ec2";
        if (kind == "auto-scaling-group") return "aws.autoscaling";
        for (const char* same : {"mediaconvert", "codebuild", "codedeploy", "codepipeline", "ecr"}) {
            if (kind == same) return std::string("aws.") + same;
        }
    }
    return {};
}

}  // namespace

void mapRule(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::string text = design.text(block, "pattern");
    const auto pattern = expressionFromJson(text);
    const std::string source = sourceFrom(design, block);
    hcl::Block rule = hcl::Block::resource("aws_cloudwatch_event_rule", design.name(block));
    rule.refer("name", design.scopedName(block, 35)).set("description", hcl::oneLine(block.label()));
    if (isSchedule(text))
        rule.set("schedule_expression", text);
    else if (pattern)
        rule.set("event_pattern", Expression::call("jsonencode", *pattern));
    else if (!source.empty())
        rule.set("event_pattern",
                 Expression::call("jsonencode", Expression::object({{"source", Expression::texts({source})}})));
    else
        return out.leaveOut(block.id.text(), "no-pattern");
    out.add(Concern::Integration, block, rule.set("tags", nameTag(block)));
    // Rules read the account's own bus: what sends events there needs no wire.
    for (const model::Connection* connection : design.connectionsTo(block)) {
        const Block* from = design.block(connection->from.text());
        if (from && connection->relation == "event" && design.kindOf(*from) && design.kindOf(*from)->flag("aws", true))
            out.tie(*from, block);
    }
}

}  // namespace lintel::exporters::terraform::integration
