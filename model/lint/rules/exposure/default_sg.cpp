#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <map>

namespace lintel::model::lint::rules {

namespace {

/// AWS calls every VPC's own group `default`, and lets nobody else use the name.
bool isDefault(const Context& context, const BlockId& group)
{
    const Value& said = context.graph.value(group, "default-group");
    return said.isBool() ? said.toBool() : context.graph.block(group)->name == "default";
}

/// Blocks that have nothing but their VPC's default group, by group.
std::map<BlockId, std::vector<BlockId>> sharing(const Context& context)
{
    std::map<BlockId, std::vector<BlockId>> all;
    for (const BlockId& group : context.graph.blocksOfKind("security-group")) {
        if (!isDefault(context, group)) continue;
        for (const BlockId& member : context.graph.referrers(group, "security-groups"))
            if (context.graph.references(member, "security-groups").size() == 1) all[group].push_back(member);
    }
    return all;
}

/// A group of its own for each, with the default group's rules: nothing that worked stops working, and from here on
/// rules can be told apart.
edit::ChangeSet ownGroups(const Context& context, const BlockId& shared, const std::vector<BlockId>& members)
{
    edit::Transaction transaction(context.document);
    std::vector<std::string> made;
    for (const BlockId& member : members) {
        Block group;
        group.id = BlockId(transaction.freeId("sg-" + member.text(), "sg"));
        group.kind = KindId("security-group");
        group.parent = context.graph.vpcOf(shared);
        group.name = "sg-" + member.text();
        transaction.put(group);
        made.push_back(group.id.text());
        transaction.setProperty(member, "security-groups", Value(Value::List{Value(group.id.text())}));
    }
    const Block& old = *context.graph.block(shared);
    for (const std::string& id : made)
        for (const auto& [key, end] : {std::pair{"inbound", "source"}, std::pair{"outbound", "destination"}}) {
            if (old.property(key).isNull()) continue;
            Value::List rows;
            for (const Value& row : old.property(key).toList()) {
                // Rules among the members now name each of them.
                const bool isAmongMembers = row[end].toString() == shared.text();
                for (const std::string& other : isAmongMembers ? made : std::vector<std::string>{row[end].toString()}) {
                    Value::Map cells;
                    for (const ValueEntry& cell : row.toMap())
                        cells.push_back({cell.key, cell.key == end ? Value(other) : cell.value});
                    rows.emplace_back(std::move(cells));
                }
            }
            transaction.setProperty(BlockId(id), key, Value(std::move(rows)));
        }
    return transaction.finish({"rule.default-sg.fix.own", {{"members", labelsOf(context.graph, members)}}});
}

void check(const Context& context, Report& report)
{
    for (const auto& [group, members] : sharing(context)) {
        std::vector<std::string> subjects{group.text()};
        for (const BlockId& member : members) subjects.push_back(member.text());
        report.add(std::move(subjects))
            .with("group", labelOf(context.graph, group))
            .with("members", labelsOf(context.graph, members))
            .fix("own-groups", false, ownGroups(context, group, members));
    }
}

}  // namespace

Rule defaultSg() { return {"default-sg", "exposure", Severity::Info, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
