#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

namespace lintel::model::lint::rules {

namespace {

/// Off is what AWS does for several kinds, but few drawings go into it: only what is said counts.
bool isSaidToBeClear(const Context& context, const BlockId& id)
{
    const Value& said = context.graph.block(id)->property("encrypted");
    // AWS encrypts every bucket, whatever anybody says.
    return said.isBool() && !said.toBool() && !context.graph.isKind(id, "s3-bucket");
}

/// Copies of what is kept elsewhere, gone when the node restarts.
bool isPlainCache(const Context& context, const BlockId& id)
{
    return context.graph.isKind(id, "elasticache") && context.graph.value(id, "usage").toString() == "cache";
}

void check(const Context& context, Report& report)
{
    for (const BlockId& id : context.graph.blocksWithProperty("encrypted")) {
        if (!isSaidToBeClear(context, id) || isPlainCache(context, id)) continue;
        const std::string name = labelOf(context.graph, id);
        edit::Transaction transaction(context.document);
        transaction.setProperty(id, "encrypted", true);
        auto finding = report.add(id);
        finding.with("name", name);
        if (context.graph.isKind(id, "opensearch")) finding.variant("in-place");
        // A suggestion: what runs already is not encrypted by a word, it is made anew.
        finding.fix("encrypt", false, transaction.finish({"rule.rest-encryption.fix.encrypt", {{"name", name}}}));
    }
}

}  // namespace

Rule restEncryption() { return {"rest-encryption", "data", Severity::Warning, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
