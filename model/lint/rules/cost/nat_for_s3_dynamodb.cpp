#include "model/edit/transaction.h"
#include "model/lint/fixes/service_endpoints.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"
#include "model/lint/service_calls.h"

namespace lintel::model::lint::rules {

namespace {

std::string namesOf(const std::set<std::string>& services)
{
    std::string names;
    for (const std::string& service : services)
        names += (names.empty() ? "" : ", ") + std::string(service == "s3" ? "S3" : "DynamoDB");
    return names;
}

void check(const Context& context, Report& report)
{
    for (const NatCalls& calls : callsThroughNat(context, EndpointSort::Gateway)) {
        const std::string services = namesOf(calls.services);
        std::vector<std::string> witness;
        for (const ConnectionId& link : calls.links) witness.push_back(link.text());
        edit::Transaction transaction(context.document);
        fixes::addServiceEndpoints(context, calls.subnets, calls.services, transaction);
        report.add(calls.vpc)
            .with("name", labelOf(context.graph, calls.vpc))
            .with("services", services)
            .with("subnets", labelsOf(context.graph, calls.subnets))
            .witness(std::move(witness))
            .fix("gateway-endpoint", true,
                 transaction.finish({"rule.nat-for-s3-dynamodb.fix.endpoint", {{"services", services}}}));
    }
}

}  // namespace

Rule natForS3Dynamodb() { return {"nat-for-s3-dynamodb", "cost", Severity::Info, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
