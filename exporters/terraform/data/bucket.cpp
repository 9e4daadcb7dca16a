#include "exporters/terraform/data/data.h"

namespace lintel::exporters::terraform::data {

using hcl::Expression;
using model::Block;

namespace {

hcl::Block part(const Design& design, const Block& bucket, const std::string& type)
{
    hcl::Block block = hcl::Block::resource(type, design.name(bucket));
    return block.refer("bucket", design.attribute(bucket, "id"));
}

/// Unsaid is off in AWS; in production nobody who keeps files means that.
bool keepsVersions(const Design& design, const Block& bucket)
{
    return bucket.property("versioning").isNull() ? design.isProduction() && design.text(bucket, "purpose") != "log"
                                                  : design.flag(bucket, "versioning");
}

hcl::Block encryption(Configuration& out, const Block& bucket)
{
    const std::string key = keyArn(out, bucket);
    hcl::Block usual("apply_server_side_encryption_by_default");
    if (key.empty()) return hcl::Block("rule").add(usual.set("sse_algorithm", "AES256"));
    return hcl::Block("rule")
        .set("bucket_key_enabled", true)
        .add(usual.set("sse_algorithm", "aws:kms").refer("kms_master_key_id", key));
}

void mapLifecycle(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::int64_t days = design.integer(block, "lifecycle-days", 0);
    const bool versions = keepsVersions(design, block);
    hcl::Block rule("rule");
    rule.set("id", "expire")
        .set("status", "Enabled")
        .add(hcl::Block("filter"))
        .add(hcl::Block("abort_incomplete_multipart_upload").set("days_after_initiation", 7));
    if (days > 0) rule.add(hcl::Block("expiration").set("days", days));
    if (versions) rule.add(hcl::Block("noncurrent_version_expiration").set("noncurrent_days", 90));
    out.add(Concern::Data, block, part(design, block, "aws_s3_bucket_lifecycle_configuration").add(std::move(rule)));
}

}  // namespace

void mapBucket(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::string access = design.text(block, "public-access", "blocked");
    const bool isPublic = access != "blocked";
    out.addShared(Concern::Security, hcl::Block::data("aws_caller_identity", "current"));
    out.add(Concern::Data, block,
            hcl::Block::resource("aws_s3_bucket", design.name(block))
                .refer("bucket", "\"${local.name_prefix}-" + design.awsName(block, 16) +
                                     "-${data.aws_caller_identity.current.account_id}\"")
                .set("tags", nameTag(block)));
    hcl::Block guard = part(design, block, "aws_s3_bucket_public_access_block");
    guard.set("block_public_acls", true)
        .set("block_public_policy", !isPublic)
        .set("ignore_public_acls", true)
        .set("restrict_public_buckets", !isPublic);
    out.add(Concern::Data, block, std::move(guard));
    out.add(Concern::Data, block,
            part(design, block, "aws_s3_bucket_ownership_controls")
                .add(hcl::Block("rule").set("object_ownership", "BucketOwnerEnforced")));
    out.add(Concern::Data, block,
            part(design, block, "aws_s3_bucket_server_side_encryption_configuration").add(encryption(out, block)));
    out.add(Concern::Data, block,
            part(design, block, "aws_s3_bucket_versioning")
                .add(hcl::Block("versioning_configuration")
                         .set("status", keepsVersions(design, block) ? "Enabled" : "Disabled")));
    mapLifecycle(out, block);
    if (design.flag(block, "website")) {
        out.add(Concern::Data, block,
                part(design, block, "aws_s3_bucket_website_configuration")
                    .add(hcl::Block("index_document").set("suffix", "index.html"))
                    .add(hcl::Block("error_document").set("key", "index.html")));
    }
    if (access == "public-write") out.leaveOut(block.id.text(), "public-write");
    out.addOutput(design.name(block) + "_bucket",
                  design.message("output.bucket", {{"name", hcl::oneLine(block.label())}}),
                  design.attribute(block, "id"));
}

}  // namespace lintel::exporters::terraform::data
