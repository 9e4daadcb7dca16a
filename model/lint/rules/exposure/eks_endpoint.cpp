#include "model/analysis/firewall.h"
#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>

namespace lintel::model::lint::rules {

namespace {

/// AWS admits everybody until somebody lists addresses.
bool isOpenToEverybody(const Context& context, const BlockId& cluster)
{
    const Value::List& ranges = context.graph.value(cluster, "public-access-cidrs").toList();
    return ranges.empty() || std::any_of(ranges.begin(), ranges.end(), [](const Value& range) {
               const auto read = analysis::parseCidr(range.toString());
               return read && analysis::isInternetWide(*read);
           });
}

void check(const Context& context, Report& report)
{
    for (const BlockId& cluster : context.graph.blocksOfKind("eks-cluster")) {
        const std::string& access = context.graph.value(cluster, "endpoint-access").toString();
        if (access != "public" && access != "public-and-private") continue;
        const std::string name = labelOf(context.graph, cluster);
        const bool isOpen = isOpenToEverybody(context, cluster);
        auto finding = report.add(cluster);
        finding.with("name", name);
        if (!isOpen) {
            // A list of addresses guards it; without private access, nodes still leave the VPC to reach it.
            const bool leaves = access == "public";
            finding.variant(leaves ? "nodes-leave" : "listed").severity(leaves ? Severity::Warning : Severity::Info);
        }
        edit::Transaction transaction(context.document);
        const bool addsPrivate = !isOpen && access == "public";
        transaction.setProperty(cluster, "endpoint-access", addsPrivate ? "public-and-private" : "private");
        // Who runs kubectl from outside needs another way in first; and a public endpoint stays one.
        finding.fix(addsPrivate ? "add-private" : "private-only", false,
                    transaction.finish({addsPrivate ? "rule.eks-endpoint.fix.both" : "rule.eks-endpoint.fix.private",
                                        {{"name", name}}}));
    }
}

}  // namespace

Rule eksEndpoint() { return {"eks-endpoint", "exposure", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
