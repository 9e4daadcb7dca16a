#include "exporters/terraform/data/data.h"
#include "exporters/terraform/names.h"

namespace lintel::exporters::terraform::data {

using model::Block;

namespace {

/// A Lambda function that the table's changes go to needs a stream.
bool hasReaders(const Design& design, const Block& table)
{
    for (const model::Connection* connection : design.connectionsFrom(table)) {
        const Block* to = design.block(connection->to.text());
        if (to && design.isKind(*to, "lambda")) return true;
    }
    return false;
}

/// Unsaid is off in AWS; in production nobody means that.
bool isRecoverable(const Design& design, const Block& table)
{
    return table.property("point-in-time-recovery").isNull() ? design.isProduction()
                                                             : design.flag(table, "point-in-time-recovery");
}

}  // namespace

void mapDynamoTable(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const bool provisioned = design.text(block, "billing", "on-demand") == "provisioned";
    std::string key = design.text(block, "hash-key");
    if (key.empty() || key.size() > 255) key = "id";
    hcl::Block table = hcl::Block::resource("aws_dynamodb_table", design.name(block));
    table.refer("name", design.scopedName(block, 60))
        .set("billing_mode", provisioned ? "PROVISIONED" : "PAY_PER_REQUEST");
    if (provisioned) table.set("read_capacity", 5).set("write_capacity", 5);
    table.set("hash_key", key).set("deletion_protection_enabled", deletionProtection(out, block));
    if (hasReaders(design, block)) table.set("stream_enabled", true).set("stream_view_type", "NEW_AND_OLD_IMAGES");
    table.set("tags", nameTag(block))
        .add(hcl::Block("attribute").set("name", key).set("type", "S"))
        .add(hcl::Block("point_in_time_recovery").set("enabled", isRecoverable(design, block)));
    hcl::Block encryption("server_side_encryption");
    encryption.set("enabled", true);
    if (const std::string arn = keyArn(out, block); !arn.empty()) encryption.refer("kms_key_arn", arn);
    table.add(std::move(encryption));
    if (provisioned)
        table.add(hcl::Block("lifecycle")
                      .set("ignore_changes", hcl::Expression::list({hcl::Expression::raw("read_capacity"),
                                                                    hcl::Expression::raw("write_capacity")})));
    out.add(Concern::Data, block, std::move(table));
}

}  // namespace lintel::exporters::terraform::data
