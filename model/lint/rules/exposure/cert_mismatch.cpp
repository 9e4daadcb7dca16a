#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <map>

namespace lintel::model::lint::rules {

namespace {

/// CloudFront and its web ACLs live in this region, wherever the rest is.
constexpr const char* kCloudFrontRegion = "us-east-1";

/// The region's name where the block is drawn; empty when nobody says.
std::string regionOf(const Context& context, const BlockId& id)
{
    return context.graph.value(context.graph.ancestorOfKind(id, "region"), "region").toString();
}

std::string certificateRegion(const Context& context, const BlockId& certificate)
{
    const std::string& said = context.graph.value(certificate, "region").toString();
    return said.empty() ? regionOf(context, certificate) : said;
}

/// `*.a.example` covers one label: neither a.example nor b.c.a.example.
bool covers(const std::string& domain, const std::string& host)
{
    if (domain == host) return true;
    if (!domain.starts_with("*.")) return false;
    const std::size_t dot = host.find('.');
    return dot != std::string::npos && dot > 0 && host.substr(dot) == domain.substr(1);
}

bool coversHost(const Context& context, const BlockId& certificate, const std::string& host)
{
    const Value::List& domains = context.graph.value(certificate, "domains").toList();
    return std::any_of(domains.begin(), domains.end(),
                       [&](const Value& domain) { return covers(domain.toString(), host); });
}

/// What one load balancer or distribution shows to browsers: host names by the certificate that answers for them.
using Shown = std::map<BlockId, std::vector<std::string>>;

void addHost(const Context& context, Shown& shown, const BlockId& certificate, const std::string& host)
{
    if (!context.graph.isKind(certificate, "acm-certificate")) return;
    std::vector<std::string>& hosts = shown[certificate];
    if (!host.empty() && std::find(hosts.begin(), hosts.end(), host) == hosts.end()) hosts.push_back(host);
}

Shown shownBy(const Context& context, const BlockId& entry)
{
    Shown shown;
    if (context.graph.isKind(entry, "cloudfront")) {
        const BlockId certificate = context.graph.reference(entry, "certificate");
        addHost(context, shown, certificate, {});
        for (const Value& alias : context.graph.value(entry, "aliases").toList())
            addHost(context, shown, certificate, alias.toString());
        return shown;
    }
    // One listener shows several certificates and picks by name: a name is covered when any of them covers it.
    const Value::List& listeners = context.graph.value(entry, "listeners").toList();
    for (const Value& listener : listeners) {
        const std::string& host = listener["host"].toString();
        const bool isCovered = std::any_of(listeners.begin(), listeners.end(), [&](const Value& other) {
            return other["port"] == listener["port"] &&
                   coversHost(context, BlockId(other["certificate"].toString()), host);
        });
        addHost(context, shown, BlockId(listener["certificate"].toString()), isCovered ? std::string() : host);
    }
    return shown;
}

void checkNames(const Context& context, const BlockId& entry, const BlockId& certificate,
                const std::vector<std::string>& hosts, Report& report)
{
    // A certificate that does not say its names yet is not judged.
    if (context.graph.value(certificate, "domains").toList().empty()) return;
    std::string missing;
    Value::List domains = context.graph.value(certificate, "domains").toList();
    for (const std::string& host : hosts) {
        if (coversHost(context, certificate, host)) continue;
        missing += (missing.empty() ? "" : ", ") + host;
        domains.emplace_back(host);
    }
    if (missing.empty()) return;
    const std::string name = labelOf(context.graph, certificate);
    edit::Transaction transaction(context.document);
    transaction.setProperty(certificate, "domains", Value(std::move(domains)));
    report.add({entry.text(), certificate.text()})
        .with("hosts", missing)
        .with("certificate", name)
        .with("name", labelOf(context.graph, entry))
        .fix("add-names", true,
             transaction.finish({"rule.cert-mismatch.fix.names", {{"hosts", missing}, {"certificate", name}}}));
}

void checkRegion(const Context& context, const BlockId& entry, const BlockId& certificate, Report& report)
{
    const bool isCloudFront = context.graph.isKind(entry, "cloudfront");
    const std::string wanted = isCloudFront ? kCloudFrontRegion : regionOf(context, entry);
    const std::string own = certificateRegion(context, certificate);
    if (wanted.empty() || own.empty() || own == wanted) return;
    const std::string name = labelOf(context.graph, certificate);
    report.add({entry.text(), certificate.text()})
        .variant(isCloudFront ? "cloudfront-region" : "region")
        .with("certificate", name)
        .with("region", own)
        .with("wanted", wanted)
        .with("name", labelOf(context.graph, entry));
}

/// A web ACL is made for CloudFront or for a region, and fits only there.
void checkWebAcl(const Context& context, const BlockId& entry, Report& report)
{
    const BlockId acl = context.graph.reference(entry, "web-acl");
    const std::string& scope = context.graph.value(acl, "scope").toString();
    const std::string wanted = context.graph.isKind(entry, "cloudfront") ? "cloudfront" : "regional";
    if (scope.empty() || scope == wanted) return;
    report.add({entry.text(), acl.text()})
        .variant("web-acl")
        .with("name", labelOf(context.graph, entry))
        .with("acl", labelOf(context.graph, acl));
}

void check(const Context& context, Report& report)
{
    for (const char* kind : {"cloudfront", "alb", "nlb"})
        for (const BlockId& entry : context.graph.blocksOfKind(kind)) {
            for (const auto& [certificate, hosts] : shownBy(context, entry)) {
                checkNames(context, entry, certificate, hosts, report);
                checkRegion(context, entry, certificate, report);
            }
            checkWebAcl(context, entry, report);
        }
}

}  // namespace

Rule certMismatch() { return {"cert-mismatch", "exposure", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
