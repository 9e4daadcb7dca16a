#include "model/edit/transaction.h"
#include "model/lint/fixes/service_endpoints.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"
#include "model/lint/services.h"

#include <algorithm>

namespace lintel::model::lint::rules {

namespace {

bool hasSharedFiles(const Context& context, const Service& service)
{
    const std::vector<BlockId> called = calledBy(context.graph, service);
    return std::any_of(called.begin(), called.end(),
                       [&](const BlockId& id) { return context.graph.isKind(id, "efs"); });
}

/// S3 is outside of the VPC: servers without a way out get the endpoint that leads there, which is free.
void leadToS3(const Context& context, const Service& service, edit::Transaction& transaction)
{
    std::vector<BlockId> closed;
    for (const BlockId& id : service.blocks)
        for (const BlockId& subnet : context.graph.subnetsOf(id)) {
            const bool isClosed = context.routes.egress(subnet, false).kind == analysis::Egress::Kind::None;
            const bool isKnown = std::find(closed.begin(), closed.end(), subnet) != closed.end();
            if (isClosed && !isKnown) closed.push_back(subnet);
        }
    if (!closed.empty()) fixes::addServiceEndpoints(context, closed, {"s3"}, transaction);
}

/// The upload bucket that is drawn, else a new one, with a connection from every instance that has none.
edit::ChangeSet keepInBucket(const Context& context, const Service& service, const std::string& names)
{
    edit::Transaction transaction(context.document);
    BlockId bucket;
    for (const BlockId& drawn : context.graph.blocksOfKind("s3-bucket"))
        if (context.graph.value(drawn, "purpose").toString() == "upload") bucket = drawn;
    if (bucket.isEmpty()) {
        Block block{BlockId(transaction.freeId("uploads", "uploads")),
                    KindId("s3-bucket"),
                    {},
                    {},
                    {{"public-access", "blocked"}, {"purpose", "upload"}}};
        block.parent = context.graph.ancestorOfKind(service.units.front(), "region");
        bucket = block.id;
        transaction.put(std::move(block));
    }
    for (const BlockId& id : service.blocks) {
        if (context.graph.value(id, "file-storage").toString() == "local-disk")
            transaction.setProperty(id, "file-storage", "s3");
        const std::vector<BlockId> called = calledBy(context.graph, {{id}, {id}, 1});
        const bool isHost = context.graph.hostOf(id) == id && !context.graph.isKind(id, "auto-scaling-group");
        if (!isHost || std::find(called.begin(), called.end(), bucket) != called.end()) continue;
        const ConnectionId link(transaction.freeId(id.text() + "-" + bucket.text(), "upload"));
        transaction.put(Connection{link, id, bucket, {}, {}, "https", "443", {}});
    }
    leadToS3(context, service, transaction);
    return transaction.finish({"rule.local-disk-state.fix.s3", {{"names", names}}});
}

void check(const Context& context, Report& report)
{
    for (const Service& service : servicesIfSaid(context.graph, "file-storage")) {
        if (service.copies < 2 || !says(context.graph, service, "file-storage", "local-disk") ||
            hasSharedFiles(context, service))
            continue;
        const std::string names = labelsOf(context.graph, service.units);
        report.add(texts(service.units))
            .with("names", names)
            .with("count", std::to_string(service.copies))
            .fix("bucket", false, keepInBucket(context, service, names));
    }
}

}  // namespace

Rule localDiskState() { return {"local-disk-state", "scaling", Severity::Error, Softening::InLearning, check}; }

}  // namespace lintel::model::lint::rules
