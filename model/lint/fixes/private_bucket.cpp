#include "model/lint/fixes/private_bucket.h"

#include "model/edit/transaction.h"

namespace lintel::model::lint::fixes {

namespace {

/// Origin access control needs the bucket's own endpoint, which speaks HTTPS.
void readPrivately(Connection connection, edit::Transaction& transaction)
{
    connection.properties["origin-access"] = Value("oac");
    connection.protocol = "https";
    connection.ports = "443";
    transaction.put(std::move(connection));
}

BlockId newDistribution(const Context& context, const BlockId& bucket, edit::Transaction& transaction)
{
    Block distribution;
    distribution.id = BlockId(transaction.freeId("cdn", "cloudfront"));
    distribution.kind = KindId("cloudfront");
    distribution.parent = context.graph.ancestorOfKind(bucket, "account");
    distribution.properties["viewer-protocol"] = Value("redirect-to-https");
    if (context.graph.value(bucket, "website").toBool())
        distribution.properties["default-root-object"] = Value("index.html");
    transaction.put(distribution);
    return distribution.id;
}

bool isVisitor(const Context& context, const BlockId& from)
{
    const std::string& role = context.graph.fact(from, "role");
    return role == "client" || role == "internet" || role == "dns";
}

}  // namespace

std::vector<BlockId> distributionsOf(const Context& context, const BlockId& bucket)
{
    std::vector<BlockId> distributions;
    for (const ConnectionId& link : context.graph.incoming(bucket))
        if (const BlockId& from = context.graph.connection(link)->from; context.graph.isKind(from, "cloudfront"))
            distributions.push_back(from);
    return distributions;
}

edit::ChangeSet readThroughCloudFront(const Context& context, const BlockId& bucket, Message caption)
{
    edit::Transaction transaction(context.document);
    transaction.setProperty(bucket, "public-access", "blocked");
    transaction.setProperty(bucket, "website", Value());
    const bool isNew = distributionsOf(context, bucket).empty();
    const BlockId made = isNew ? newDistribution(context, bucket, transaction) : BlockId();
    for (const ConnectionId& link : context.graph.incoming(bucket)) {
        Connection connection = *context.graph.connection(link);
        if (context.graph.isKind(connection.from, "cloudfront")) {
            readPrivately(std::move(connection), transaction);
        } else if (isNew && isVisitor(context, connection.from)) {
            connection.to = made;
            if (connection.isNetworkTraffic()) {
                connection.protocol = "https";
                connection.ports = "443";
            }
            transaction.put(std::move(connection));
        }
    }
    if (isNew) {
        for (const BlockId& record : context.graph.referrers(bucket, "target"))
            transaction.setProperty(record, "target", made.text());
        Connection reads;
        reads.id = ConnectionId(transaction.freeId(made.text() + "-" + bucket.text(), "cdn-bucket"));
        reads.from = made;
        reads.to = bucket;
        readPrivately(std::move(reads), transaction);
    }
    return transaction.finish(std::move(caption));
}

}  // namespace lintel::model::lint::fixes
