#include "exporters/markdown/sections.h"

#include <map>

namespace lintel::exporters::markdown {

namespace {

using model::Block;
using model::catalogue::Property;

// From the reader's side of the system to its back.
constexpr const char* kTiers[] = {"client",   "external",    "dns",      "edge",          "entry",    "public",  "application",
                                  "data",     "endpoint",    "regional", "integration",   "delivery", "observability",
                                  "security", "network"};
constexpr const char* kOther = "other";

std::string tierOf(const Source& source, const Block& block)
{
    const std::string& tier = source.graph.catalogue().fact(block, "tier");
    for (const char* known : kTiers)
        if (tier == known) return tier;
    return kOther;
}

// The containers from the outside in, without the ones everything sits in.
std::string place(const Source& source, const Block& block)
{
    std::string path;
    for (const model::BlockId& ancestor : source.graph.containment().ancestors(block.id)) {
        if (source.graph.isKind(ancestor, "account") || source.graph.isKind(ancestor, "region")) continue;
        path = source.name(ancestor) + (path.empty() ? "" : " / " + path);
    }
    return path;
}

std::string valueText(const Source& source, const Property& property, const model::Value& value)
{
    for (const model::catalogue::EnumValue& known : property.values)
        if (known.value == value.scalarText()) return escaped(known.title.in(model::text::codeOf(source.language)));
    if (value.isBool()) return source.text(value.toBool() ? "yes" : "no");
    return escaped(value.scalarText());
}

// What is said about the block in single values; rule tables, routes and references have their own sections.
std::string details(const Source& source, const Block& block)
{
    const model::catalogue::Kind* kind = source.graph.catalogue().kindOf(block);
    std::string text;
    if (!kind) return text;
    for (const Property& property : kind->properties) {
        const model::Value& value = block.property(property.key);
        const bool isReference = property.type == model::catalogue::PropertyType::Reference;
        if (value.isNull() || value.isList() || value.isMap() || isReference) continue;
        const std::string title = escaped(property.title.in(model::text::codeOf(source.language)));
        text += (text.empty() ? "" : "; ") + title + ": " + valueText(source, property, value);
    }
    return text;
}

}  // namespace

std::string inventorySection(const Source& source)
{
    std::map<std::string, std::vector<const Block*>> byTier;
    for (const Block& block : source.document().blocks) byTier[tierOf(source, block)].push_back(&block);
    if (byTier.empty()) return {};

    std::string text = source.heading("inventory.title");
    std::vector<std::string> order(std::begin(kTiers), std::end(kTiers));
    order.emplace_back(kOther);
    for (const std::string& tier : order) {
        const auto found = byTier.find(tier);
        if (found == byTier.end()) continue;
        text += "### " + source.text("tier." + tier) + "\n\n";
        MarkdownTable table({source.text("column.name"), source.text("column.kind"), source.text("column.place"),
                             source.text("column.details")});
        for (const Block* block : found->second)
            table.add({source.name(block->id), source.kindTitle(*block), place(source, *block), details(source, *block)});
        text += table.text();
    }
    return text;
}

}  // namespace lintel::exporters::markdown
