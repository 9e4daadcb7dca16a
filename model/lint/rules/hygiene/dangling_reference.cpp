#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>

namespace lintel::model::lint::rules {

namespace {

using catalogue::Property;
using catalogue::PropertyType;

bool isReference(const Property& property)
{
    return property.type == PropertyType::Reference || property.type == PropertyType::References;
}

/// Names something, and there is no such block.
bool dangles(const Context& context, const Value& value)
{
    return !value.toString().empty() && !context.graph.block(BlockId(value.toString()));
}

/// Names of one property that lead nowhere, and the property without them.
struct Loose {
    std::vector<std::string> names;
    Value rest;
};

Loose looseInList(const Context& context, const Value& value)
{
    Loose loose;
    if (!value.isList()) {
        if (dangles(context, value)) loose.names.push_back(value.toString());
        return loose;
    }
    Value::List kept;
    for (const Value& one : value.toList()) {
        if (dangles(context, one))
            loose.names.push_back(one.toString());
        else
            kept.push_back(one);
    }
    if (!kept.empty()) loose.rest = Value(std::move(kept));
    return loose;
}

Loose looseInTable(const Context& context, const Property& property, const Value& value)
{
    Loose loose;
    Value::List rows;
    for (const Value& row : value.toList()) {
        Value::Map cells;
        for (const ValueEntry& cell : row.toMap()) {
            const auto column = std::find_if(property.columns.begin(), property.columns.end(),
                                             [&](const Property& one) { return one.key == cell.key; });
            const bool isLoose =
                column != property.columns.end() && isReference(*column) && dangles(context, cell.value);
            if (isLoose)
                loose.names.push_back(cell.value.toString());
            else
                cells.push_back(cell);
        }
        rows.emplace_back(std::move(cells));
    }
    loose.rest = Value(std::move(rows));
    return loose;
}

/// A route without its target is a blackhole: that is said about routes.
bool isJudgedElsewhere(const Block& block, const std::string& key)
{
    return block.kind.text() == "route-table" && key == "routes";
}

void checkBlock(const Context& context, const Block& block, const catalogue::Kind& kind, Report& report)
{
    std::string missing;
    Properties mended;
    for (const auto& [key, value] : block.properties) {
        const Property* property = kind.property(key);
        if (!property || isJudgedElsewhere(block, key)) continue;
        Loose loose;
        if (property->type == PropertyType::Table)
            loose = looseInTable(context, *property, value);
        else if (isReference(*property))
            loose = looseInList(context, value);
        for (const std::string& name : loose.names) missing += (missing.empty() ? "" : ", ") + key + ": " + name;
        if (!loose.names.empty()) mended[key] = std::move(loose.rest);
    }
    if (missing.empty()) return;
    edit::Transaction transaction(context.document);
    for (auto& [key, rest] : mended) transaction.setProperty(block.id, key, std::move(rest));
    // More often it is a slip of the pen than one name too many: somebody has to look.
    report.add(block.id)
        .with("name", block.label())
        .with("missing", missing)
        .fix("drop-reference", false,
             transaction.finish({"rule.dangling-reference.fix.drop", {{"name", block.label()}, {"missing", missing}}}));
}

void check(const Context& context, Report& report)
{
    for (const Block& block : context.document.blocks)
        if (const catalogue::Kind* kind = context.catalogue.kindOf(block)) checkBlock(context, block, *kind, report);
}

}  // namespace

Rule danglingReference() { return {"dangling-reference", "hygiene", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
