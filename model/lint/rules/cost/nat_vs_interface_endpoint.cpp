#include "model/analysis/service_endpoints.h"
#include "model/edit/transaction.h"
#include "model/lint/fixes/service_endpoints.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"
#include "model/lint/service_calls.h"

#include <algorithm>
#include <set>

namespace lintel::model::lint::rules {

Rule natVsInterfaceEndpoint();

namespace {

/// Used without being drawn: by agents, container runtimes, SDKs and the platform itself.
const std::set<std::string, std::less<>> kSilentlyUsed{"ecr.api",    "ecr.dkr",        "kms", "lambda", "logs",
                                                       "monitoring", "secretsmanager", "ssm"};

/// The kind of the catalogue that the endpoint leads to, where only drawn arrows use it; empty for all others.
std::string kindBehind(const Context& context, const std::string& service)
{
    if (kSilentlyUsed.contains(service)) return {};
    for (const catalogue::Kind& kind : context.catalogue.kinds()) {
        const auto services = analysis::endpointServicesOf(kind.id.text());
        if (std::find(services.begin(), services.end(), service) != services.end()) return kind.id.text();
    }
    return {};
}

/// (VPC, kind of service) -> somebody there is drawn with it.
using Uses = std::set<std::pair<BlockId, std::string>>;

Uses drawnUses(const Context& context, const std::set<std::string>& kinds)
{
    Uses uses;
    for (const std::string& kind : kinds)
        for (const BlockId& service : context.graph.blocksOfKind(kind)) {
            for (const ConnectionId& link : context.graph.incoming(service))
                uses.insert({context.graph.vpcOf(context.graph.hostOf(context.graph.connection(link)->from)), kind});
            for (const ConnectionId& link : context.graph.outgoing(service))
                uses.insert({context.graph.vpcOf(context.graph.hostOf(context.graph.connection(link)->to)), kind});
        }
    return uses;
}

void reportIdle(const Context& context, Report& report)
{
    std::vector<std::pair<BlockId, std::string>> endpoints;  // with the kind behind them
    std::set<std::string> kinds;
    for (const BlockId& endpoint : context.graph.blocksOfKind("vpc-endpoint-interface")) {
        std::string kind = kindBehind(context, context.graph.value(endpoint, "service").toString());
        const bool isDrawnAsUsed =
            !context.graph.incoming(endpoint).empty() || !context.graph.outgoing(endpoint).empty();
        // Before the service itself is drawn, nobody can be drawn using it.
        if (kind.empty() || isDrawnAsUsed || context.graph.blocksOfKind(kind).empty()) continue;
        kinds.insert(kind);
        endpoints.emplace_back(endpoint, std::move(kind));
    }
    const Uses uses = drawnUses(context, kinds);
    for (const auto& [endpoint, kind] : endpoints)
        if (!uses.contains({context.graph.vpcOf(endpoint), kind}))
            report.add(endpoint).variant("idle").with("name", labelOf(context.graph, endpoint));
}

bool usesInterfaceEndpoints(const Context& context, const BlockId& vpc)
{
    const auto& endpoints = context.graph.blocksOfKind("vpc-endpoint-interface");
    return std::any_of(endpoints.begin(), endpoints.end(),
                       [&](const BlockId& id) { return context.graph.vpcOf(id) == vpc; });
}

void check(const Context& context, Report& report)
{
    reportIdle(context, report);
    const std::int64_t breakEven = natVsInterfaceEndpoint().parameter(context, "gigabytes");
    for (const NatCalls& calls : callsThroughNat(context, EndpointSort::Interface)) {
        // NAT alone is a fine answer. Where others have an endpoint already, the one that is missing is a question.
        if (!usesInterfaceEndpoints(context, calls.vpc)) continue;
        std::set<std::string> zones;
        for (const BlockId& subnet : calls.subnets) zones.insert(context.graph.zoneOf(subnet));
        std::string services;
        for (const std::string& service : calls.services) services += (services.empty() ? "" : ", ") + service;
        std::vector<std::string> witness;
        for (const ConnectionId& link : calls.links) witness.push_back(link.text());
        edit::Transaction transaction(context.document);
        fixes::addServiceEndpoints(context, calls.subnets, calls.services, transaction);
        report.add(calls.vpc)
            .with("name", labelOf(context.graph, calls.vpc))
            .with("services", services)
            .with("gigabytes",
                  std::to_string(breakEven * static_cast<std::int64_t>(calls.services.size() * zones.size())))
            .witness(std::move(witness))
            .fix("interface-endpoint", false,
                 transaction.finish({"rule.nat-vs-interface-endpoint.fix.endpoint", {{"services", services}}}));
    }
}

}  // namespace

Rule natVsInterfaceEndpoint()
{
    Rule rule{"nat-vs-interface-endpoint", "cost", Severity::Info, Softening::Never, check, Nature::TradeOff};
    // From where on an interface endpoint is cheaper than a NAT gateway that is there anyway: 7.30 USD a month and zone
    // against 0.035 USD a gigabyte less (us-east-1: AWS PrivateLink and VPC pricing). The ratio is alike elsewhere.
    rule.parameters = {{"gigabytes", 200}};
    return rule;
}

}  // namespace lintel::model::lint::rules
