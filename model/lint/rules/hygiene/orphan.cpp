#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <unordered_map>

namespace lintel::model::lint::rules {

namespace {

/// Things that are nothing by themselves: tables, groups and templates that others name.
constexpr const char* kServants[] = {"acm-certificate", "launch-template", "network-acl", "route-table",
                                     "security-group",  "target-group",    "waf-web-acl"};

/// The servants of the design, and whether anybody names them in a property, a table or an arrow: computed from the
/// design, not from a list of who may name whom.
using Named = std::unordered_map<std::string, bool>;

void markIn(const Value& value, const std::string& self, Named& servants)
{
    if (value.isString() && value.toString() != self)
        if (const auto named = servants.find(value.toString()); named != servants.end()) named->second = true;
    for (const Value& item : value.toList()) markIn(item, self, servants);
    for (const ValueEntry& cell : value.toMap()) markIn(cell.value, self, servants);
}

Named servantsOf(const Context& context)
{
    Named servants;
    for (const char* kind : kServants)
        for (const BlockId& id : context.graph.blocksOfKind(kind)) servants[id.text()] = false;
    if (servants.empty()) return servants;
    for (const Block& block : context.document.blocks)
        for (const auto& [key, value] : block.properties) markIn(value, block.id.text(), servants);
    for (const Connection& drawn : context.document.connections)
        for (const std::string* end : {&drawn.from.text(), &drawn.to.text()})
            if (const auto named = servants.find(*end); named != servants.end()) named->second = true;
    return servants;
}

/// Some of its kind are in use: the author has come to wiring them, and this one was left over.
bool isKindInUse(const Context& context, const char* kind, const Named& servants)
{
    const std::vector<BlockId>& all = context.graph.blocksOfKind(kind);
    return std::any_of(all.begin(), all.end(), [&](const BlockId& id) { return servants.at(id.text()); });
}

/// A main table serves every subnet that names none, and a group drawn as a frame guards what it holds.
bool servesSilently(const Context& context, const BlockId& id)
{
    return context.graph.value(id, "main").toBool() || !context.graph.containment().children(id).empty();
}

edit::ChangeSet removeIt(const Context& context, const BlockId& id, const std::string& name)
{
    edit::Transaction transaction(context.document);
    transaction.remove(PlacementId(id.text()));
    transaction.remove(id);
    return transaction.finish({"rule.orphan.fix.remove", {{"name", name}}});
}

void check(const Context& context, Report& report)
{
    const Named servants = servantsOf(context);
    for (const char* kind : kServants) {
        if (!isKindInUse(context, kind, servants)) continue;
        for (const BlockId& id : context.graph.blocksOfKind(kind)) {
            if (servants.at(id.text()) || servesSilently(context, id)) continue;
            const std::string name = labelOf(context.graph, id);
            report.add(id)
                .with("name", name)
                .withText("kind", std::string("kind.") + kind + ".title")
                .fix("remove", false, removeIt(context, id, name));
        }
    }
}

}  // namespace

Rule orphan() { return {"orphan", "hygiene", Severity::Info, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
