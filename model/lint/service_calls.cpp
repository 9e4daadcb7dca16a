#include "model/lint/service_calls.h"

#include "model/analysis/service_endpoints.h"

#include <algorithm>
#include <map>

namespace lintel::model::lint {

namespace {

bool isCompute(const Context& context, const BlockId& id)
{
    const std::string& role = context.graph.fact(id, "role");
    return role == "compute" || role == "function";
}

bool leavesThroughNat(const Context& context, const BlockId& subnet)
{
    const analysis::Egress::Kind kind = context.routes.egress(subnet, false).kind;
    return kind == analysis::Egress::Kind::Nat || kind == analysis::Egress::Kind::NatInstance;
}

void addCall(const Context& context, const Connection& drawn, EndpointSort sort, std::map<BlockId, NatCalls>& byVpc)
{
    for (const BlockId& subnet : context.graph.subnetsOf(context.graph.hostOf(drawn.from))) {
        std::vector<std::string_view> open = analysis::uncoveredServices(context.graph, context.routes, subnet,
                                                                         context.graph.block(drawn.to)->kind.text());
        std::erase_if(open, [&](std::string_view one) {
            return analysis::hasGatewayEndpoint(one) != (sort == EndpointSort::Gateway);
        });
        if (open.empty() || !leavesThroughNat(context, subnet)) continue;
        NatCalls& calls = byVpc[context.graph.vpcOf(subnet)];
        if (calls.links.empty() || calls.links.back() != drawn.id) calls.links.push_back(drawn.id);
        if (std::find(calls.subnets.begin(), calls.subnets.end(), subnet) == calls.subnets.end())
            calls.subnets.push_back(subnet);
        calls.services.insert(open.begin(), open.end());
    }
}

}  // namespace

std::vector<NatCalls> callsThroughNat(const Context& context, EndpointSort sort)
{
    std::map<BlockId, NatCalls> byVpc;
    for (const Connection& drawn : context.document.connections) {
        const Block* service = context.graph.block(drawn.to);
        if (!service || !drawn.isNetworkTraffic() || analysis::endpointServicesOf(service->kind.text()).empty())
            continue;
        if (isCompute(context, context.graph.hostOf(drawn.from))) addCall(context, drawn, sort, byVpc);
    }
    std::vector<NatCalls> all;
    for (auto& [vpc, calls] : byVpc) {
        calls.vpc = vpc;
        all.push_back(std::move(calls));
    }
    return all;
}

}  // namespace lintel::model::lint
