#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>

namespace lintel::model::lint::rules {

namespace {

/// What is said, not what is left open: a protocol that nobody names may well be encrypted.
bool isPlainHttp(const Connection& drawn)
{
    return drawn.protocol == "http" || (drawn.protocol.empty() && drawn.ports == "80");
}

bool listensEncrypted(const Context& context, const BlockId& origin)
{
    const Value::List& listeners = context.graph.value(origin, "listeners").toList();
    return std::any_of(listeners.begin(), listeners.end(),
                       [](const Value& row) { return row["protocol"].toString() == "HTTPS"; });
}

/// The origin listens for HTTPS already: CloudFront has only to use it.
void addFix(const Context& context, const Connection& drawn, FindingBuilder& finding)
{
    if (!listensEncrypted(context, drawn.to)) return;
    edit::Transaction transaction(context.document);
    Connection encrypted = drawn;
    encrypted.protocol = "https";
    encrypted.ports = "443";
    transaction.put(std::move(encrypted));
    finding.fix("https", false,
                transaction.finish({"rule.transit-clear.fix.https", {{"name", labelOf(context.graph, drawn.to)}}}));
}

/// CloudFront gets to an ordinary origin over the internet; to a VPC origin it does not.
void checkOrigins(const Context& context, Report& report)
{
    for (const BlockId& cdn : context.graph.blocksOfKind("cloudfront"))
        for (const ConnectionId& link : context.graph.outgoing(cdn)) {
            const Connection& drawn = *context.graph.connection(link);
            const bool isPrivate = drawn.property("origin-access").toString() == "vpc-origin";
            if (!drawn.isNetworkTraffic() || !isPlainHttp(drawn) || isPrivate) continue;
            if (context.graph.isKind(drawn.to, "s3-bucket")) continue;  // s3-website-origin speaks of those
            auto finding = report.add({link.text(), cdn.text(), drawn.to.text()});
            finding.with("cdn", labelOf(context.graph, cdn))
                .with("name", labelOf(context.graph, drawn.to))
                .witness({cdn.text(), link.text(), drawn.to.text()});
            addFix(context, drawn, finding);
        }
}

/// Somebody in particular outside of AWS. `The internet` may be a package mirror, which signs what it sends, and what
/// is drawn in an office's network is reached through its line.
bool isPartner(const Context& context, const BlockId& id)
{
    const std::string& role = context.graph.fact(id, "role");
    const bool isOutside = context.graph.isKind(id, "generic-external") || context.graph.isKind(id, "external-cloud") ||
                           !context.graph.ancestorOfKind(id, "external-cloud").isEmpty();
    return isOutside && role != "client" && role != "internet" &&
           context.graph.ancestorOfKind(id, "external-network").isEmpty();
}

void checkPartners(const Context& context, Report& report)
{
    for (const Connection& drawn : context.graph.connections()) {
        if (!drawn.isNetworkTraffic() || drawn.protocol != "http" || !isPartner(context, drawn.to)) continue;
        if (context.graph.vpcOf(drawn.from).isEmpty()) continue;
        report.add({drawn.id.text(), drawn.from.text(), drawn.to.text()})
            .variant("partner")
            .with("from", labelOf(context.graph, drawn.from))
            .with("name", labelOf(context.graph, drawn.to))
            .witness({drawn.from.text(), drawn.id.text(), drawn.to.text()});
    }
}

/// Inside a VPC it is a matter of how much the service is worth, and of what auditors ask.
void checkCaches(const Context& context, Report& report)
{
    if (context.profile != Profile::Production) return;
    for (const BlockId& cache : context.graph.blocksOfKind("elasticache")) {
        const Value& said = context.graph.value(cache, "transit-encryption");
        if (!said.isBool() || said.toBool()) continue;
        const std::string name = labelOf(context.graph, cache);
        edit::Transaction transaction(context.document);
        transaction.setProperty(cache, "transit-encryption", true);
        report.add(cache)
            .variant("cache")
            .severity(Severity::Info)
            .with("name", name)
            .fix("transit", false, transaction.finish({"rule.transit-clear.fix.transit", {{"name", name}}}));
    }
}

void check(const Context& context, Report& report)
{
    checkOrigins(context, report);
    checkPartners(context, report);
    checkCaches(context, report);
}

}  // namespace

Rule transitClear() { return {"transit-clear", "data", Severity::Warning, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
