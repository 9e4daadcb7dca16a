#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <map>
#include <set>

namespace lintel::model::lint::rules {

namespace {

/// By host, as a host and the software on it are one place to repair: who holds keys, and the users they belong to.
struct Holder {
    std::set<BlockId> blocks;
    std::vector<std::string> witness;
};

bool runsCode(const Context& context, const BlockId& id)
{
    const Block* block = context.graph.block(id);
    const catalogue::Kind* kind = block ? context.catalogue.kindOf(*block) : nullptr;
    return kind && kind->property("aws-credentials");
}

std::map<BlockId, Holder> holders(const Context& context)
{
    std::map<BlockId, Holder> found;
    for (const Block& block : context.document.blocks)
        if (block.property("aws-credentials").toString() == "access-key")
            found[context.graph.hostOf(block.id)].blocks.insert(block.id);
    for (const BlockId& user : context.graph.blocksOfKind("iam-user")) {
        if (!context.graph.value(user, "access-keys").toBool()) continue;
        for (const auto* links : {&context.graph.outgoing(user), &context.graph.incoming(user)})
            for (const ConnectionId& link : *links) {
                const Connection& drawn = *context.graph.connection(link);
                const BlockId& other = drawn.from == user ? drawn.to : drawn.from;
                if (!runsCode(context, other)) continue;
                Holder& holder = found[context.graph.hostOf(other)];
                holder.witness.insert(holder.witness.end(), {user.text(), link.text(), other.text()});
            }
    }
    return found;
}

edit::ChangeSet takeRole(const Context& context, const Holder& holder, const std::string& name)
{
    edit::Transaction transaction(context.document);
    for (const BlockId& block : holder.blocks) transaction.setProperty(block, "aws-credentials", "role");
    for (const std::string& id : holder.witness)
        if (transaction.connection(ConnectionId(id))) transaction.remove(ConnectionId(id));
    return transaction.finish({"rule.static-keys.fix.role", {{"name", name}}});
}

void check(const Context& context, Report& report)
{
    for (const auto& [host, holder] : holders(context)) {
        const BlockId& named = holder.blocks.size() == 1 && holder.witness.empty() ? *holder.blocks.begin() : host;
        const std::string name = labelOf(context.graph, named);
        report.add(named)
            .with("name", name)
            .witness(holder.witness)
            // Keys have to be taken out of the code and revoked by a person.
            .fix("role", false, takeRole(context, holder, name));
    }
}

}  // namespace

Rule staticKeys() { return {"static-keys", "identity", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
