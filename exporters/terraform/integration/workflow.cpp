#include "exporters/terraform/edge/edge.h"
#include "exporters/terraform/integration/integration.h"
#include "exporters/terraform/names.h"
#include "exporters/terraform/security/permissions.h"
#include "exporters/terraform/security/roles.h"

#include <array>

namespace lintel::exporters::terraform::integration {

using hcl::Expression;
using model::Block;

namespace {

/// One task after the other for the functions that the machine is joined to: a skeleton to fill in.
Expression definition(Configuration& out, const Block& machine)
{
    const Design& design = out.design();
    std::vector<const Block*> functions;
    for (const model::Connection* connection : design.connectionsFrom(machine)) {
        const Block* to = design.block(connection->to.text());
        if (to && design.isKind(*to, "lambda")) functions.push_back(to);
    }
    std::vector<Expression::Entry> states;
    for (std::size_t i = 0; i < functions.size(); ++i) {
        out.addShared(Concern::Security, hcl::Block::data("aws_partition", "current"));
        std::vector<Expression::Entry> state{
            {"Type", Expression::text("Task")},
            {"Resource", Expression::raw("\"arn:${data.aws_partition.current.partition}:states:::lambda:invoke\"")},
            {"Parameters",
             Expression::object({{"FunctionName", Expression::raw(design.attribute(*functions[i], "arn"))},
                                 {"Payload.$", Expression::text("$")}})}};
        if (i + 1 < functions.size())
            state.emplace_back("Next", Expression::text(design.name(*functions[i + 1])));
        else
            state.emplace_back("End", Expression::boolean(true));
        states.emplace_back(design.name(*functions[i]), Expression::object(std::move(state)));
    }
    const std::string first = functions.empty() ? "start" : design.name(*functions.front());
    if (functions.empty())
        states.emplace_back(
            first, Expression::object({{"Type", Expression::text("Pass")}, {"End", Expression::boolean(true)}}));
    return Expression::call("jsonencode",
                            Expression::object({{"Comment", Expression::text(design.message("comment.state-machine"))},
                                                {"StartAt", Expression::text(first)},
                                                {"States", Expression::object(std::move(states))}}));
}

}  // namespace

void mapStateMachine(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::string role = security::workloadRole(out, block, "states.amazonaws.com");
    out.add(Concern::Integration, block,
            hcl::Block::resource("aws_sfn_state_machine", design.name(block))
                .refer("name", design.scopedName(block, 50))
                .refer("role_arn", "aws_iam_role." + role + ".arn")
                .set("definition", definition(out, block))
                .set("tags", nameTag(block))
                .add(hcl::Block("lifecycle").set("ignore_changes", Expression::list({Expression::raw("definition")}))));
    out.leaveOut(block.id.text(), "state-machine");
}

void mapMail(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::string domain = edge::domainFrom(design.text(block, "domain"));
    if (domain.empty() || domain.starts_with("*")) return out.leaveOut(block.id.text(), "no-domain");
    const std::string name = design.name(block);
    out.add(Concern::Integration, block,
            hcl::Block::resource("aws_sesv2_email_identity", name)
                .set("email_identity", domain)
                .set("tags", nameTag(block)));
    out.leaveOut(block.id.text(), "mail-sandbox");
    const Block* zone = edge::zoneFor(design, domain);
    if (!zone) return out.leaveOut(block.id.text(), "mail-records", {{"domain", domain}});
    out.add(
        Concern::Integration, block,
        hcl::Block::resource("aws_ses_domain_dkim", name).refer("domain", design.attribute(block, "email_identity")));
    const std::string tokens = "aws_ses_domain_dkim." + name + ".dkim_tokens[count.index]";
    const std::string shown = design.attribute(block, "email_identity");
    out.add(Concern::Integration, block,
            hcl::Block::resource("aws_route53_record", out.claim("aws_route53_record", name + "_dkim"))
                .set("count", 3)
                .refer("zone_id", design.attribute(*zone, "zone_id"))
                .refer("name", "\"${" + tokens + "}._domainkey.${" + shown + "}\"")
                .set("type", "CNAME")
                .set("ttl", 1800)
                .set("records", Expression::list({Expression::raw("\"${" + tokens + "}.dkim.amazonses.com\"")})));
}

void mapMediaConvert(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    out.add(Concern::Integration, block,
            hcl::Block::resource("aws_media_convert_queue", design.name(block))
                .refer("name", design.scopedName(block, 60))
                .set("pricing_plan", "ON_DEMAND")
                .set("tags", nameTag(block)));
    // Jobs read and write buckets with a role of their own.
    std::vector<security::Statement> statements;
    for (const Block* bucket : design.connected(block, "s3-bucket")) {
        const std::string arn = design.attribute(*bucket, "arn");
        statements.push_back({"Bucket" + std::to_string(statements.size() + 1),
                              {"s3:GetObject", "s3:PutObject"},
                              {"\"${" + arn + "}/*\""}});
        for (const model::Connection* connection : design.connectionsTo(block)) {
            if (connection->from == bucket->id && connection->relation == "event")
                out.leaveOut(connection->id.text(), "media-jobs", {{"bucket", bucket->label()}});
        }
        for (const model::Connection* connection : design.connectionsFrom(block)) {
            if (connection->to == bucket->id) out.markBuilt(connection->id);
        }
    }
    if (statements.empty()) return;
    const std::string role = out.claim("aws_iam_role", design.name(block) + "_jobs");
    security::serviceRole(out, block, role, "mediaconvert.amazonaws.com");
    security::grant(out, block, role, "buckets", statements);
}

}  // namespace lintel::exporters::terraform::integration
