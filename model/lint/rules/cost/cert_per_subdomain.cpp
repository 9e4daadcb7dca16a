#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace lintel::model::lint::rules {

namespace {

/// The zone that all names of a certificate are direct children of; nothing for wildcards and names of several zones.
std::optional<std::string> parentDomain(const Context& context, const BlockId& certificate)
{
    std::optional<std::string> parent;
    for (const Value& domain : context.graph.value(certificate, "domains").toList()) {
        const std::string& name = domain.toString();
        const std::size_t dot = name.find('.');
        if (dot == std::string::npos || name.starts_with('*')) return std::nullopt;
        const std::string above = name.substr(dot + 1);
        if (above.find('.') == std::string::npos || (parent && *parent != above)) return std::nullopt;
        parent = above;
    }
    return parent;
}

std::string regionOf(const Context& context, const BlockId& certificate)
{
    const std::string& own = context.graph.value(certificate, "region").toString();
    return own.empty() ? context.graph.value(context.graph.ancestorOfKind(certificate, "region"), "region").toString()
                       : own;
}

/// Certificates of one region and account for siblings under one domain.
std::map<std::string, std::vector<BlockId>> siblings(const Context& context)
{
    std::map<std::string, std::vector<BlockId>> groups;
    for (const BlockId& certificate : context.graph.blocksOfKind("acm-certificate")) {
        const std::optional<std::string> parent = parentDomain(context, certificate);
        const std::string region = regionOf(context, certificate);
        if (parent && !region.empty())
            groups[context.graph.ancestorOfKind(certificate, "account").text() + "\n" + region + "\n" + *parent]
                .push_back(certificate);
    }
    return groups;
}

/// Whoever used one of the others uses the one that is kept.
void repoint(const Context& context, const std::set<std::string>& gone, const BlockId& kept,
             edit::Transaction& transaction)
{
    for (const Block& block : context.document.blocks) {
        if (gone.contains(block.property("certificate").toString()))
            transaction.setProperty(block.id, "certificate", kept.text());
        Value::List listeners = block.property("listeners").toList();
        bool isTouched = false;
        for (Value& listener : listeners) {
            if (!gone.contains(listener["certificate"].toString())) continue;
            Value::Map cells = listener.toMap();
            for (ValueEntry& cell : cells)
                if (cell.key == "certificate") cell.value = Value(kept.text());
            listener = Value(std::move(cells));
            isTouched = true;
        }
        if (isTouched) transaction.setProperty(block.id, "listeners", Value(std::move(listeners)));
    }
    for (const Connection& drawn : context.document.connections) {
        if (!gone.contains(drawn.from.text())) continue;
        Connection moved = drawn;
        moved.from = kept;
        transaction.put(std::move(moved));
    }
}

edit::ChangeSet mergeCertificates(const Context& context, const std::vector<BlockId>& certificates, Message caption)
{
    edit::Transaction transaction(context.document);
    Value::List domains = context.graph.value(certificates.front(), "domains").toList();
    std::set<std::string> gone;
    for (std::size_t at = 1; at < certificates.size(); ++at) {
        for (const Value& domain : context.graph.value(certificates[at], "domains").toList())
            if (std::find(domains.begin(), domains.end(), domain) == domains.end()) domains.push_back(domain);
        gone.insert(certificates[at].text());
    }
    transaction.setProperty(certificates.front(), "domains", Value(std::move(domains)));
    repoint(context, gone, certificates.front(), transaction);
    for (const Connection& drawn : context.document.connections)
        if (gone.contains(drawn.to.text())) transaction.remove(drawn.id);
    for (const std::string& id : gone) {
        transaction.remove(PlacementId(id));
        transaction.remove(BlockId(id));
    }
    return transaction.finish(std::move(caption));
}

void check(const Context& context, Report& report)
{
    for (const auto& [key, certificates] : siblings(context)) {
        if (certificates.size() < 2) continue;
        const std::string count = std::to_string(certificates.size());
        report.add(texts(certificates))
            .with("names", labelsOf(context.graph, certificates))
            .with("domain", key.substr(key.rfind('\n') + 1))
            .with("count", count)
            .fix("one-certificate", false,
                 mergeCertificates(context, certificates,
                                   {"rule.cert-per-subdomain.fix.one",
                                    {{"name", labelOf(context.graph, certificates.front())}, {"count", count}}}));
    }
}

}  // namespace

Rule certPerSubdomain()
{
    return {"cert-per-subdomain", "cost", Severity::Info, Softening::Never, check, Nature::TradeOff};
}

}  // namespace lintel::model::lint::rules
