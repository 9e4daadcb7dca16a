#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>

namespace lintel::model::lint::rules {

namespace {

bool isAttached(const Context& context, const BlockId& address)
{
    if (!context.graph.referrers(address, "elastic-ip").empty()) return true;
    const auto attaches = [&](const ConnectionId& link) {
        return context.graph.connection(link)->relation == "attach";
    };
    const auto& outgoing = context.graph.outgoing(address);
    const auto& incoming = context.graph.incoming(address);
    return std::any_of(outgoing.begin(), outgoing.end(), attaches) ||
           std::any_of(incoming.begin(), incoming.end(), attaches);
}

/// Other addresses are attached, so the author has come to attaching them.
bool isSomeAttached(const Context& context)
{
    const auto& all = context.graph.blocksOfKind("elastic-ip");
    return std::any_of(all.begin(), all.end(), [&](const BlockId& id) { return isAttached(context, id); });
}

edit::ChangeSet release(const Context& context, const BlockId& address, const std::string& name)
{
    edit::Transaction transaction(context.document);
    for (const auto* links : {&context.graph.outgoing(address), &context.graph.incoming(address)})
        for (const ConnectionId& link : *links) transaction.remove(link);
    transaction.remove(PlacementId(address.text()));
    transaction.remove(address);
    return transaction.finish({"rule.idle-public-ipv4.fix.release", {{"name", name}}});
}

void check(const Context& context, Report& report)
{
    if (!isSomeAttached(context)) return;
    for (const BlockId& address : context.graph.blocksOfKind("elastic-ip")) {
        // A name that points at it is a use, if a strange one.
        if (isAttached(context, address) || !context.graph.referrers(address, "target").empty()) continue;
        const std::string name = labelOf(context.graph, address);
        report.add(address).with("name", name).fix("release", false, release(context, address, name));
    }
}

}  // namespace

Rule idlePublicIpv4() { return {"idle-public-ipv4", "cost", Severity::Info, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
