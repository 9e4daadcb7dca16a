#include "exporters/terraform/integration/senders.h"
#include "exporters/terraform/security/permissions.h"
#include "exporters/terraform/security/secrets.h"

#include <algorithm>

namespace lintel::exporters::terraform::security {

using hcl::Expression;
using model::Block;

namespace {

hcl::Block principal(const std::string& type, Expression who)
{
    return hcl::Block("principals").set("type", type).set("identifiers", Expression::list({std::move(who)}));
}

/// What the key's own policy must say, whoever may do what by IAM beside.
hcl::Block account(Configuration& out)
{
    out.addShared(Concern::Security, hcl::Block::data("aws_caller_identity", "current"));
    out.addShared(Concern::Security, hcl::Block::data("aws_partition", "current"));
    return hcl::Block("statement")
        .set("sid", "Account")
        .set("actions", Expression::texts({"kms:*"}))
        .set("resources", Expression::texts({"*"}))
        .add(principal("AWS", Expression::raw("\"arn:${data.aws_partition.current.partition}:iam::"
                                              "${data.aws_caller_identity.current.account_id}:root\"")));
}

hcl::Block service(const std::string& id, Expression who, const std::vector<std::string>& actions)
{
    return hcl::Block("statement")
        .set("sid", id)
        .set("actions", Expression::texts(actions))
        .set("resources", Expression::texts({"*"}))
        .add(principal("Service", std::move(who)));
}

hcl::Block ofThisAccount(const char* test, const char* variable, const std::string& code)
{
    return hcl::Block("condition")
        .set("test", test)
        .set("variable", variable)
        .set("values", Expression::list({Expression::raw(code)}));
}

/// CloudWatch Logs encrypts for groups of this account and region.
hcl::Block logs()
{
    return service("CloudWatchLogs", Expression::raw("\"logs.${var.region}.amazonaws.com\""),
                   {"kms:Decrypt*", "kms:Describe*", "kms:Encrypt*", "kms:GenerateDataKey*", "kms:ReEncrypt*"})
        .add(ofThisAccount("ArnLike", "kms:EncryptionContext:aws:logs:arn",
                           "\"arn:${data.aws_partition.current.partition}:logs:${var.region}:"
                           "${data.aws_caller_identity.current.account_id}:*\""));
}

/// The distributions that read the bucket.
void addReaders(const Design& design, const Block& bucket, std::vector<const Block*>& readers)
{
    for (const model::Connection* connection : design.connectionsTo(bucket)) {
        const Block* from = design.block(connection->from.text());
        if (from && design.isKind(*from, "cloudfront") &&
            std::find(readers.begin(), readers.end(), from) == readers.end())
            readers.push_back(from);
    }
}

hcl::Block distributions(const Design& design, const std::vector<const Block*>& readers)
{
    return service("CloudFront", Expression::text("cloudfront.amazonaws.com"), {"kms:Decrypt"})
        .add(hcl::Block("condition")
                 .set("test", "StringEquals")
                 .set("variable", "AWS:SourceArn")
                 .set("values", attributes(design, readers, "arn")));
}

/// Queues and topics get what S3, SNS and EventBridge send encrypted.
hcl::Block sender(const std::string& name)
{
    return service("Service" + statementId(name.substr(0, name.find('.'))), Expression::text(name),
                   {"kms:Decrypt", "kms:GenerateDataKey*"});
}

}  // namespace

void mapKeyPolicy(Configuration& out, const Block& key)
{
    const Design& design = out.design();
    if (!out.isExported(key)) return;
    bool groups = false;
    std::set<std::string> senders;
    std::vector<const Block*> readers;
    for (const Block* user : design.connected(key, "")) {
        if (!out.isExported(*user)) continue;
        groups = groups || design.isKind(*user, "cloudwatch-logs");
        if (design.isKind(*user, "sqs") || design.isKind(*user, "sns"))
            senders.merge(integration::sendingServices(design, *user));
        if (design.isKind(*user, "s3-bucket")) addReaders(design, *user, readers);
    }
    std::erase_if(readers, [&out](const Block* reader) { return !out.isExported(*reader); });
    // The policy that a key has without one is this account's.
    if (!groups && senders.empty() && readers.empty()) return;
    const std::string name = design.name(key) + "_key";
    hcl::Block document = hcl::Block::data("aws_iam_policy_document", name);
    document.add(account(out));
    if (groups) document.add(logs());
    if (!readers.empty()) document.add(distributions(design, readers));
    for (const std::string& service : senders) document.add(sender(service));
    out.add(Concern::Security, key, std::move(document));
    out.add(Concern::Security, key,
            hcl::Block::resource("aws_kms_key_policy", design.name(key))
                .refer("key_id", design.attribute(key, "key_id"))
                .refer("policy", "data.aws_iam_policy_document." + name + ".json"));
}

}  // namespace lintel::exporters::terraform::security
