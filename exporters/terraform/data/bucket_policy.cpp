#include "exporters/terraform/data/data.h"

namespace lintel::exporters::terraform::data {

using hcl::Expression;
using model::Block;

namespace {

Expression wholeBucket(const Design& design, const Block& bucket)
{
    const std::string arn = design.attribute(bucket, "arn");
    return Expression::list({Expression::raw(arn), Expression::raw("\"${" + arn + "}/*\"")});
}

hcl::Block everybody()
{
    return hcl::Block("principals").set("type", "*").set("identifiers", Expression::texts({"*"}));
}

bool isPublic(const Design& design, const Block& bucket)
{
    return design.text(bucket, "public-access", "blocked") != "blocked";
}

hcl::Block publicRead(const Design& design, const Block& bucket)
{
    return hcl::Block("statement")
        .set("sid", "PublicRead")
        .set("actions", Expression::texts({"s3:GetObject"}))
        .set("resources", Expression::list({Expression::raw("\"${" + design.attribute(bucket, "arn") + "}/*\"")}))
        .add(everybody());
}

hcl::Block tlsOnly(const Design& design, const Block& bucket)
{
    return hcl::Block("statement")
        .set("sid", "DenyInsecureTransport")
        .set("effect", "Deny")
        .set("actions", Expression::texts({"s3:*"}))
        .set("resources", wholeBucket(design, bucket))
        .add(everybody())
        .add(hcl::Block("condition")
                 .set("test", "Bool")
                 .set("variable", "aws:SecureTransport")
                 .set("values", Expression::texts({"false"})));
}

}  // namespace

void mapBucketPolicy(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    if (!out.isExported(block)) return;
    std::vector<hcl::Block> statements = out.bucketStatements(block);
    if (isPublic(design, block)) statements.push_back(publicRead(design, block));
    // The website endpoint of a bucket speaks plain HTTP only.
    if (!isPublic(design, block) || !design.flag(block, "website")) statements.push_back(tlsOnly(design, block));
    const std::string name = design.name(block) + "_bucket";
    hcl::Block document = hcl::Block::data("aws_iam_policy_document", name);
    for (hcl::Block& statement : statements) document.add(std::move(statement));
    out.add(Concern::Data, block, std::move(document));
    // Amazon S3 refuses two changes of a bucket's access at once, and a public policy while such are blocked.
    out.add(Concern::Data, block,
            hcl::Block::resource("aws_s3_bucket_policy", design.name(block))
                .refer("bucket", design.attribute(block, "id"))
                .refer("policy", "data.aws_iam_policy_document." + name + ".json")
                .set("depends_on",
                     Expression::list({Expression::raw("aws_s3_bucket_public_access_block." + design.name(block))})));
}

}  // namespace lintel::exporters::terraform::data
