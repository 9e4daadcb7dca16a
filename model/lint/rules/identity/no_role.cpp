#include "model/analysis/service_endpoints.h"
#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/roles.h"
#include "model/lint/rule.h"

#include <map>
#include <set>

namespace lintel::model::lint::rules {

namespace {

/// What of AWS a block calls, by the block whose role would allow it.
using Calls = std::map<BlockId, std::set<BlockId>>;

bool isCompute(const Context& context, const BlockId& id)
{
    const std::string& role = context.graph.fact(id, "role");
    return role == "compute" || role == "function";
}

/// Pulling images and writing logs is the platform's business, with its own role.
bool wantsRole(const Context& context, const BlockId& service)
{
    const Block* block = context.graph.block(service);
    return block && !context.graph.isKind(service, "ecr") && !context.graph.isKind(service, "cloudwatch-logs") &&
           !context.graph.isKind(service, "lambda") && !analysis::endpointServicesOf(block->kind.text()).empty();
}

Calls callsWithoutRole(const Context& context)
{
    Calls calls;
    for (const Connection& drawn : context.document.connections) {
        if (drawn.relation != "event" && !drawn.isNetworkTraffic()) continue;
        const BlockId caller = context.graph.hostOf(drawn.from);
        if (!context.graph.block(caller) || !isCompute(context, caller) || !wantsRole(context, drawn.to)) continue;
        if (roleOf(context.graph, drawn.from).isEmpty()) calls[caller].insert(drawn.to);
    }
    return calls;
}

edit::ChangeSet drawRole(const Context& context, const BlockId& caller, const std::string& name)
{
    edit::Transaction transaction(context.document);
    Block role;
    role.id = BlockId(transaction.freeId("role-" + caller.text(), "role"));
    role.kind = KindId("iam-role");
    role.parent = context.graph.ancestorOfKind(caller, "account");
    const BlockId id = role.id;
    transaction.put(std::move(role));
    const BlockId launch =
        context.graph.reference(context.graph.reference(caller, "auto-scaling-group"), "launch-template");
    const BlockId carrier = launch.isEmpty() ? caller : launch;
    const catalogue::Kind* kind = context.catalogue.kindOf(*context.graph.block(carrier));
    if (kind && kind->property("iam-role")) {
        transaction.setProperty(carrier, "iam-role", id.text());
    } else {
        const ConnectionId link(transaction.freeId(id.text() + "-" + carrier.text(), "role"));
        transaction.put(Connection{link, id, carrier, "attach", {}, {}, {}, {}});
    }
    return transaction.finish({"rule.no-role.fix.role", {{"name", name}}});
}

void check(const Context& context, Report& report)
{
    // Roles are left out of most drawings. Where some are drawn, a missing one was forgotten.
    if (context.graph.blocksOfKind("iam-role").empty()) return;
    for (const auto& [caller, services] : callsWithoutRole(context)) {
        const std::vector<BlockId> called(services.begin(), services.end());
        const std::string name = labelOf(context.graph, caller);
        report.add(caller)
            .with("name", name)
            .with("services", labelsOf(context.graph, called))
            .witness(texts(called))
            // What it may do there is for a person to say.
            .fix("role", false, drawRole(context, caller, name));
    }
}

}  // namespace

Rule noRole() { return {"no-role", "identity", Severity::Warning, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
