#include "model/analysis/pod_limits.h"
#include "model/edit/transaction.h"
#include "model/lint/environments.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <map>
#include <string_view>

namespace lintel::model::lint::rules {

namespace {

/// The family that AWS itself names as the upgrade of a previous-generation one ("Previous Generation Instances").
const std::map<std::string_view, std::string_view> kNewer{
    {"t1", "t3"}, {"t2", "t3"}, {"m1", "m5"}, {"m2", "r5"}, {"m3", "m5"}, {"m4", "m5"},
    {"c1", "c5"}, {"c3", "c5"}, {"c4", "c5"}, {"r3", "r5"}, {"r4", "r5"}, {"i2", "i3"},
};

/// `db.t2.micro` in its parts: what stands before, the family, the size.
struct InstanceType {
    std::string prefix;
    std::string family;
    std::string size;

    std::string text() const { return prefix + family + "." + size; }
};

InstanceType partsOf(const std::string& type)
{
    InstanceType parts;
    std::string_view rest = type;
    for (const std::string_view prefix : {"db.", "cache."})
        if (rest.starts_with(prefix)) {
            parts.prefix = prefix;
            rest.remove_prefix(prefix.size());
        }
    const std::size_t dot = rest.find('.');
    if (dot == std::string_view::npos) return {};
    parts.family = rest.substr(0, dot);
    parts.size = rest.substr(dot + 1);
    return parts;
}

/// The same size of the newer family, where AWS sells one (m4.10xlarge has no twin in m5).
edit::ChangeSet renew(const Context& context, const Block& block, const InstanceType& newer)
{
    if (!analysis::podLimitOf(newer.family + "." + newer.size)) return {};
    edit::Transaction transaction(context.document);
    transaction.setProperty(block.id, "type", newer.text());
    return transaction.finish({"rule.old-or-burstable.fix.newer", {{"name", block.label()}, {"type", newer.text()}}});
}

void reportOld(const Context& context, const Block& block, const InstanceType& type, std::string_view family,
               Report& report)
{
    const InstanceType newer{type.prefix, std::string(family), type.size};
    report.add(block.id)
        .with("name", block.label())
        .with("type", type.text())
        .with("newer", newer.prefix + newer.family)
        .fix("newer-type", true, renew(context, block, newer));
}

/// Stores of production on burstable types, told once: one decision for all of them.
void reportBurstable(const Context& context, const std::vector<BlockId>& stores, Report& report)
{
    if (stores.empty()) return;
    report.add(texts(stores))
        .variant("burstable")
        .with("names", labelsOf(context.graph, stores))
        .with("count", std::to_string(stores.size()));
}

void check(const Context& context, Report& report)
{
    std::vector<BlockId> burstable;
    for (const Block& block : context.document.blocks) {
        const std::string& said = block.property("type").toString();
        if (said.empty()) continue;
        const InstanceType type = partsOf(said);
        if (const auto newer = kNewer.find(type.family); newer != kNewer.end())
            reportOld(context, block, type, newer->second, report);
        const bool isDatabase = type.prefix == "db." && context.graph.reference(block.id, "cluster").isEmpty() &&
                                context.graph.reference(block.id, "source").isEmpty();
        const bool isForUsers =
            context.profile == Profile::Production && !isForTrials(environmentOf(context.graph, block.id));
        if (isDatabase && isForUsers && type.family.starts_with('t')) burstable.push_back(block.id);
    }
    reportBurstable(context, burstable, report);
}

}  // namespace

Rule oldOrBurstable() { return {"old-or-burstable", "cost", Severity::Info, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
