#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <map>

namespace lintel::model::lint::rules {

namespace {

void check(const Context& context, Report& report)
{
    // A host and the software in it that say the same are one place to repair.
    std::map<BlockId, std::vector<BlockId>> byHost;
    for (const BlockId& id : context.graph.blocksWithProperty("secrets-in"))
        if (context.graph.value(id, "secrets-in").toString() == "environment")
            byHost[context.graph.hostOf(id)].push_back(id);

    for (const auto& [host, blocks] : byHost) {
        const BlockId& named = blocks.size() == 1 ? blocks.front() : host;
        const std::string name = labelOf(context.graph, named);
        edit::Transaction transaction(context.document);
        for (const BlockId& block : blocks) transaction.setProperty(block, "secrets-in", "parameter-store");
        report.add(named)
            .with("name", name)
            .witness(texts(blocks))
            // Only a person can move the secrets themselves.
            .fix("parameter-store", false,
                 transaction.finish({"rule.secret-in-env.fix.parameter-store", {{"name", name}}}));
    }
}

}  // namespace

Rule secretInEnv() { return {"secret-in-env", "identity", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
