#include "model/analysis/firewall.h"
#include "model/analysis/service_port.h"
#include "model/edit/transaction.h"
#include "model/lint/entrances.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>

namespace lintel::model::lint::rules {

namespace {

using analysis::PortSet;

bool forwardsInClear(const Value& listener)
{
    const std::string& action = listener["action"].toString();
    return listener["protocol"].toString() == "HTTP" && (action.empty() || action == "forward");
}

/// Security groups are drawn, and let nobody but CloudFront or known addresses in.
bool isClosedToInternet(const Context& context, const BlockId& balancer, int port)
{
    const std::vector<BlockId> groups = context.graph.securityGroupsOf(balancer);
    return !groups.empty() && analysis::rowsOpenToInternet(context.graph, groups, PortSet::one(port)).empty();
}

/// Turns plain listeners into redirects. Only where an encrypted one forwards to the same place.
void addFix(const Context& context, const BlockId& balancer, FindingBuilder& finding)
{
    const Value::List& listeners = context.graph.value(balancer, "listeners").toList();
    const auto isServedEncrypted = [&](const Value& plain) {
        return std::any_of(listeners.begin(), listeners.end(), [&](const Value& other) {
            const bool isSamePlace = plain["target"].isNull() || plain["target"] == other["target"];
            return other["protocol"].toString() == "HTTPS" && !other["certificate"].isNull() && isSamePlace;
        });
    };
    Value::List changed;
    for (const Value& listener : listeners) {
        if (!forwardsInClear(listener) ||
            isClosedToInternet(context, balancer, static_cast<int>(listener["port"].toInteger()))) {
            changed.push_back(listener);
            continue;
        }
        if (!isServedEncrypted(listener)) return;
        Value::Map row{{"protocol", Value("HTTP")}};
        if (!listener["port"].isNull()) row.push_back({"port", listener["port"]});
        row.push_back({"action", Value("redirect")});
        if (!listener["host"].isNull()) row.push_back({"host", listener["host"]});
        changed.emplace_back(std::move(row));
    }
    edit::Transaction transaction(context.document);
    transaction.setProperty(balancer, "listeners", Value(std::move(changed)));
    finding.fix(
        "redirect", true,
        transaction.finish({"rule.plaintext-listener.fix.redirect", {{"name", labelOf(context.graph, balancer)}}}));
}

void checkBalancer(const Context& context, const BlockId& balancer, Report& report)
{
    if (!isInternetFacing(context.graph, balancer)) return;
    PortSet ports;
    for (const Value& listener : context.graph.value(balancer, "listeners").toList()) {
        const int port = static_cast<int>(listener["port"].toInteger(80));
        if (forwardsInClear(listener) && !isClosedToInternet(context, balancer, port))
            ports = ports.with(PortSet::one(port));
    }
    if (ports.isEmpty()) return;
    auto finding = report.add(balancer);
    finding.with("name", labelOf(context.graph, balancer)).with("port", ports.text());
    addFix(context, balancer, finding);
}

void checkDistribution(const Context& context, const BlockId& cdn, Report& report)
{
    if (context.graph.value(cdn, "viewer-protocol").toString() != "allow-all") return;
    const std::string name = labelOf(context.graph, cdn);
    edit::Transaction transaction(context.document);
    transaction.setProperty(cdn, "viewer-protocol", "redirect-to-https");
    report.add(cdn)
        .variant("cdn")
        .with("name", name)
        .fix("redirect", true, transaction.finish({"rule.plaintext-listener.fix.cdn", {{"name", name}}}));
}

/// People talk plain HTTP to a server that offers nothing else.
void checkServer(const Context& context, const BlockId& server, Report& report)
{
    if (analysis::servicePorts(context.graph, server).contains(443)) return;
    for (const ConnectionId& link : publicCallsTo(context.graph, server)) {
        const Connection& drawn = *context.graph.connection(link);
        const bool isPlain = drawn.protocol == "http" || (drawn.protocol.empty() && drawn.ports == "80");
        if (!isPlain) continue;
        report.add({server.text(), link.text()})
            .variant("server")
            .with("name", labelOf(context.graph, server))
            .with("from", labelOf(context.graph, drawn.from))
            .witness({drawn.from.text(), link.text(), server.text()});
        return;
    }
}

void check(const Context& context, Report& report)
{
    for (const BlockId& balancer : context.graph.blocksOfKind("alb")) checkBalancer(context, balancer, report);
    for (const BlockId& cdn : context.graph.blocksOfKind("cloudfront")) checkDistribution(context, cdn, report);
    for (const char* kind : {"ec2-instance", "ecs-service"})
        for (const BlockId& server : context.graph.blocksOfKind(kind)) checkServer(context, server, report);
}

}  // namespace

Rule plaintextListener() { return {"plaintext-listener", "exposure", Severity::Warning, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
