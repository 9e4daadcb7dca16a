#include "exporters/terraform/integration/senders.h"

#include "exporters/terraform/names.h"

#include <map>

namespace lintel::exporters::terraform::integration {

using hcl::Expression;
using model::Block;

namespace {

const std::map<std::string, std::string, std::less<>>& services()
{
    static const std::map<std::string, std::string, std::less<>> kServices{
        {"s3-bucket", "s3.amazonaws.com"}, {"sns", "sns.amazonaws.com"}, {"eventbridge", "events.amazonaws.com"}};
    return kServices;
}

}  // namespace

std::set<std::string> sendingServices(const Design& design, const Block& receiver)
{
    std::set<std::string> sending;
    for (const model::Connection* connection : design.connectionsTo(receiver)) {
        const Block* from = design.block(connection->from.text());
        const auto service = from ? services().find(from->kind.text()) : services().end();
        if (service != services().end() && connection->relation != "deploy" &&
            design.kindOf(*from) != design.kindOf(receiver))
            sending.insert(service->second);
    }
    return sending;
}

std::string senderPolicy(const Design& design, const Block& receiver)
{
    return design.name(receiver) + "_" + slug(receiver.kind.text(), '_') + "_senders";
}

bool addSenderPolicy(Configuration& out, const Block& receiver, const std::string& action)
{
    const Design& design = out.design();
    std::map<std::string, std::vector<Expression>> arns;
    for (const model::Connection* connection : design.connectionsTo(receiver)) {
        const Block* from = design.block(connection->from.text());
        const auto service = from ? services().find(from->kind.text()) : services().end();
        if (service == services().end() || connection->relation == "deploy" ||
            design.kindOf(*from) == design.kindOf(receiver))
            continue;
        arns[service->second].push_back(Expression::raw(design.attribute(*from, "arn")));
    }
    if (arns.empty()) return false;
    hcl::Block document = hcl::Block::data("aws_iam_policy_document", senderPolicy(design, receiver));
    for (auto& [service, sources] : arns) {
        hcl::Block statement("statement");
        statement.set("actions", Expression::texts({action}))
            .set("resources", Expression::list({Expression::raw(design.attribute(receiver, "arn"))}))
            .add(hcl::Block("principals").set("type", "Service").set("identifiers", Expression::texts({service})))
            .add(hcl::Block("condition")
                     .set("test", "ArnEquals")
                     .set("variable", "aws:SourceArn")
                     .set("values", Expression::list(std::move(sources))));
        if (service == "s3.amazonaws.com") {
            // The ARN of a bucket names no account.
            out.addShared(Concern::Security, hcl::Block::data("aws_caller_identity", "current"));
            statement.add(
                hcl::Block("condition")
                    .set("test", "StringEquals")
                    .set("variable", "aws:SourceAccount")
                    .set("values", Expression::list({Expression::raw("data.aws_caller_identity.current.account_id")})));
        }
        document.add(std::move(statement));
    }
    out.add(Concern::Integration, receiver, std::move(document));
    return true;
}

}  // namespace lintel::exporters::terraform::integration
