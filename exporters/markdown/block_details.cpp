#include "exporters/markdown/block_details.h"

namespace lintel::exporters::markdown {

namespace {

using model::catalogue::Property;
using model::catalogue::PropertyType;

std::string valueText(const Source& source, const Property& property, const model::Value& value)
{
    for (const model::catalogue::EnumValue& known : property.values)
        if (known.value == value.scalarText())
            return source.written(known.title.in(model::text::codeOf(source.language)));
    if (value.isBool()) return source.text(value.toBool() ? "yes" : "no");
    return source.written(value.scalarText());
}

}  // namespace

std::vector<Detail> detailsOf(const Source& source, const model::Block& block)
{
    std::vector<Detail> details;
    const model::catalogue::Kind* kind = source.graph.catalogue().kindOf(block);
    if (!kind) return details;
    for (const Property& property : kind->properties) {
        const model::Value& value = block.property(property.key);
        const bool isReference = property.type == PropertyType::Reference;
        if (value.isNull() || value.isList() || value.isMap() || isReference || value.scalarText() == block.name)
            continue;
        details.push_back({source.written(property.title.in(model::text::codeOf(source.language))),
                           valueText(source, property, value)});
    }
    return details;
}

}  // namespace lintel::exporters::markdown
