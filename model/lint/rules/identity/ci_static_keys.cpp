#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

namespace lintel::model::lint::rules {

namespace {

bool isAws(const Context& context, const BlockId& id)
{
    const Block* block = context.graph.block(id);
    const catalogue::Kind* kind = block ? context.catalogue.kindOf(*block) : nullptr;
    return kind && kind->flag("aws", true);
}

/// Where its keys open a door.
std::vector<BlockId> reached(const Context& context, const BlockId& pipeline)
{
    std::vector<BlockId> doors;
    for (const ConnectionId& link : context.graph.outgoing(pipeline))
        if (const BlockId& to = context.graph.connection(link)->to; isAws(context, to)) doors.push_back(to);
    return doors;
}

bool hasRole(const Context& context, const std::vector<BlockId>& doors)
{
    for (const BlockId& door : doors)
        if (context.graph.isKind(door, "iam-role")) return true;
    return false;
}

/// GitHub signs in with a token of its own; other servers need more than a drawing can do for them.
edit::ChangeSet signInWithToken(const Context& context, const BlockId& pipeline, const std::vector<BlockId>& doors,
                                const std::string& name)
{
    if (!context.graph.isKind(pipeline, "github-actions")) return {};
    edit::Transaction transaction(context.document);
    transaction.setProperty(pipeline, "auth", "oidc");
    if (!hasRole(context, doors)) {
        Block role;
        role.id = BlockId(transaction.freeId("role-" + pipeline.text(), "role-deploy"));
        role.kind = KindId("iam-role");
        role.parent = context.graph.ancestorOfKind(doors.front(), "account");
        const ConnectionId link(transaction.freeId(pipeline.text() + "-" + role.id.text(), "oidc"));
        transaction.put(Connection{link, pipeline, role.id, "manage", "OIDC", {}, {}, {}});
        transaction.put(std::move(role));
    }
    return transaction.finish({"rule.ci-static-keys.fix.oidc", {{"name", name}}});
}

void check(const Context& context, Report& report)
{
    for (const char* kind : {"ci-server", "github-actions"})
        for (const BlockId& pipeline : context.graph.blocksOfKind(kind)) {
            if (context.graph.value(pipeline, "auth").toString() != "access-key") continue;
            const std::vector<BlockId> doors = reached(context, pipeline);
            if (doors.empty()) continue;
            const std::string name = labelOf(context.graph, pipeline);
            report.add(pipeline)
                .with("name", name)
                .with("targets", labelsOf(context.graph, doors))
                .fix("oidc", false, signInWithToken(context, pipeline, doors, name));
        }
}

}  // namespace

Rule ciStaticKeys() { return {"ci-static-keys", "identity", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
