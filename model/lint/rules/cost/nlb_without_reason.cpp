#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>

namespace lintel::model::lint::rules {

namespace {

bool isHttp(const std::string& protocol)
{
    return protocol == "http" || protocol == "https" || protocol == "HTTP" || protocol == "HTTPS";
}

/// Somebody said that requests are HTTP: the protocol of a group or an arrow, or a path to ask for its health.
bool speaksHttp(const Context& context, const BlockId& balancer)
{
    for (const graph::Target& target : context.graph.targetsOf(balancer))
        if (isHttp(context.graph.value(target.group, "protocol").toString()) ||
            context.graph.value(target.group, "health-check").toString().starts_with('/'))
            return true;
    const auto& links = context.graph.outgoing(balancer);
    return std::any_of(links.begin(), links.end(),
                       [&](const ConnectionId& link) { return isHttp(context.graph.connection(link)->protocol); });
}

/// TLS and UDP are reasons, and so is port 443 that passes through.
bool listensToPlainTcp(const Context& context, const BlockId& balancer)
{
    const Value::List& listeners = context.graph.value(balancer, "listeners").toList();
    return !listeners.empty() && std::all_of(listeners.begin(), listeners.end(), [](const Value& listener) {
        const std::string& protocol = listener["protocol"].toString();
        return (protocol.empty() || protocol == "TCP") && listener["port"].toInteger() != 443;
    });
}

/// A fixed address, PrivateLink, an API gateway or an ALB behind it: only a network load balancer can do that.
bool hasDrawnReason(const Context& context, const BlockId& balancer)
{
    const std::string& said = context.graph.value(balancer, "reason").toString();
    if (!said.empty() && said != "none") return true;
    for (const ConnectionId& link : context.graph.incoming(balancer)) {
        const BlockId& from = context.graph.connection(link)->from;
        for (const char* kind : {"elastic-ip", "vpc-endpoint-interface", "api-gateway"})
            if (context.graph.isKind(from, kind)) return true;
    }
    const std::vector<graph::Target> targets = context.graph.targetsOf(balancer);
    return std::any_of(targets.begin(), targets.end(),
                       [&](const graph::Target& target) { return context.graph.isKind(target.block, "alb"); });
}

edit::ChangeSet becomeApplicationLoadBalancer(const Context& context, const BlockId& balancer, const std::string& name)
{
    edit::Transaction transaction(context.document);
    Block swapped = *context.graph.block(balancer);
    swapped.kind = KindId("alb");
    swapped.properties.erase("reason");
    swapped.properties.erase("idle-timeout-seconds");
    Value::List listeners;
    for (const Value& listener : swapped.property("listeners").toList()) {
        Value::Map cells = listener.toMap();
        for (ValueEntry& cell : cells)
            if (cell.key == "protocol") cell.value = Value("HTTP");
        listeners.emplace_back(std::move(cells));
    }
    swapped.properties["listeners"] = Value(std::move(listeners));
    transaction.put(std::move(swapped));
    for (const graph::Target& target : context.graph.targetsOf(balancer))
        if (!target.group.isEmpty()) transaction.setProperty(target.group, "protocol", "HTTP");
    return transaction.finish({"rule.nlb-without-reason.fix.alb", {{"name", name}}});
}

void check(const Context& context, Report& report)
{
    for (const BlockId& balancer : context.graph.blocksOfKind("nlb")) {
        if (!listensToPlainTcp(context, balancer) || !speaksHttp(context, balancer) ||
            hasDrawnReason(context, balancer))
            continue;
        const std::string name = labelOf(context.graph, balancer);
        report.add(balancer)
            .with("name", name)
            .fix("alb", false, becomeApplicationLoadBalancer(context, balancer, name));
    }
}

}  // namespace

Rule nlbWithoutReason() { return {"nlb-without-reason", "cost", Severity::Info, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
