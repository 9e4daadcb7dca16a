#include "model/layout/block_text.h"

namespace lintel::model::layout {

namespace {

std::string upper(std::string text)
{
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

void append(std::string& text, const std::string& part, const char* separator)
{
    if (part.empty()) return;
    if (!text.empty()) text += separator;
    text += part;
}

std::string capacityText(const Block& block)
{
    const std::string min = block.property("min").scalarText();
    const std::string max = block.property("max").scalarText();
    return min.empty() || max.empty() ? std::string() : min + "–" + max;
}

/// Enumerated values read better as their titles: `aurora-mysql` is "Aurora MySQL" in every language.
std::string engineText(const Block& block, const catalogue::Catalogue& catalogue)
{
    const std::string engine = block.property("engine").scalarText();
    const catalogue::Kind* kind = catalogue.kindOf(block);
    const catalogue::Property* property = kind ? kind->property("engine") : nullptr;
    if (!property) return engine;
    for (const catalogue::EnumValue& value : property->values)
        if (value.value == engine) return value.title.en;
    return engine;
}

/// The zone's letter, unless the name already ends with it, as "Zone A" does.
std::string zoneText(const Block& block)
{
    const std::string letter = upper(block.property("zone").scalarText());
    const std::string name = upper(block.name);
    return name == letter || name.ends_with(" " + letter) || name.ends_with("-" + letter) ? std::string() : letter;
}

}  // namespace

std::string nameText(const Block& block, const Document& document, const catalogue::Catalogue& catalogue)
{
    if (!block.name.empty()) return block.name;
    const catalogue::Kind* kind = catalogue.kindOf(block);
    return kind ? kind->title.in(document.settings().language) : block.id.text();
}

std::string detailText(const Block& block, const catalogue::Catalogue& catalogue)
{
    for (const char* key : {"cidr", "client-cidr", "region", "domain"}) {
        std::string text = block.property(key).scalarText();
        if (!text.empty() && text != block.name) return text;
    }
    if (!block.property("zone").scalarText().empty()) return zoneText(block);
    std::string text = engineText(block, catalogue);
    append(text, block.property("type").scalarText(), " ");
    append(text, capacityText(block), " ");
    if (text.empty()) text = block.property("service").scalarText();
    return text == block.name ? std::string() : text;
}

std::string connectionText(const Connection& connection)
{
    std::string endpoint = connection.protocol;
    append(endpoint, connection.ports, " ");
    const std::string step = connection.property("step").scalarText();
    std::string text = step.empty() ? std::string() : step + ".";
    append(text, connection.name, " ");
    append(text, endpoint, connection.name.empty() ? " " : " · ");
    return text;
}

}  // namespace lintel::model::layout
