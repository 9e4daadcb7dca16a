#include "model/catalogue/catalogue_codec.h"

#include "model/base/byte_stream.h"

namespace lintel::model::catalogue {

using model::ByteReader;
using model::ByteWriter;

namespace {

// Each pair of functions mirrors the other; a list is its length and then its items.

template <class Items, class WriteItem>
void writeList(ByteWriter& out, const Items& items, const WriteItem& writeItem)
{
    out.number(static_cast<std::int64_t>(items.size()));
    for (const auto& item : items) writeItem(item);
}

template <class Item, class ReadItem>
std::vector<Item> readList(ByteReader& in, const ReadItem& readItem)
{
    std::vector<Item> items;
    const std::int64_t size = in.number();
    items.reserve(static_cast<std::size_t>(size));
    for (std::int64_t i = 0; i < size; ++i) items.push_back(readItem());
    return items;
}

enum class Type { Null, Bool, Integer, Real, Text, List, Map };

void write(ByteWriter& out, const Value& value)
{
    const auto tag = [&](Type type) { out.number(static_cast<int>(type)); };
    if (value.isBool())
        tag(Type::Bool), out.number(value.toBool());
    else if (value.isInteger())
        tag(Type::Integer), out.number(value.toInteger());
    else if (value.isNumber())
        tag(Type::Real), out.real(value.toNumber());
    else if (value.isString())
        tag(Type::Text), out.text(value.toString());
    else if (value.isList())
        tag(Type::List), writeList(out, value.toList(), [&](const Value& item) { write(out, item); });
    else if (value.isMap()) {
        tag(Type::Map);
        writeList(out, value.toMap(), [&](const ValueEntry& entry) {
            out.text(entry.key);
            write(out, entry.value);
        });
    } else
        tag(Type::Null);
}

Value readValue(ByteReader& in)
{
    switch (static_cast<Type>(in.number())) {
        case Type::Bool: return Value(in.number() != 0);
        case Type::Integer: return Value(in.number());
        case Type::Real: return Value(in.real());
        case Type::Text: return Value(in.text());
        case Type::List: return Value(readList<Value>(in, [&] { return readValue(in); }));
        case Type::Map:
            return Value(readList<ValueEntry>(in, [&] {
                auto key = in.text();
                return ValueEntry{key, readValue(in)};
            }));
        case Type::Null: break;
    }
    return Value();
}

void write(ByteWriter& out, const Translated& text)
{
    out.text(text.en);
    out.text(text.ko);
}
Translated readTranslated(ByteReader& in)
{
    auto en = in.text();
    return {en, in.text()};
}

void write(ByteWriter& out, const Properties& properties)
{
    writeList(out, properties, [&](const auto& entry) {
        out.text(entry.first);
        write(out, entry.second);
    });
}

Properties readProperties(ByteReader& in)
{
    Properties properties;
    for (std::int64_t left = in.number(); left > 0; --left) {
        std::string key = in.text();
        properties.emplace(std::move(key), readValue(in));
    }
    return properties;
}

void write(ByteWriter& out, const Property& property)
{
    out.text(property.key);
    out.number(static_cast<int>(property.type));
    write(out, property.title);
    write(out, property.help);
    out.text(property.group);
    write(out, property.defaultValue);
    writeList(out, property.values, [&](const EnumValue& value) {
        out.text(value.value);
        write(out, value.title);
    });
    writeList(out, property.kinds, [&](const KindId& kind) { out.text(kind.text()); });
    writeList(out, property.columns, [&](const Property& column) { write(out, column); });
}

Property readProperty(ByteReader& in)
{
    Property property;
    property.key = in.text();
    property.type = static_cast<PropertyType>(in.number());
    property.title = readTranslated(in);
    property.help = readTranslated(in);
    property.group = in.text();
    property.defaultValue = readValue(in);
    property.values = readList<EnumValue>(in, [&] {
        auto value = in.text();
        return EnumValue{value, readTranslated(in)};
    });
    property.kinds = readList<KindId>(in, [&] { return KindId(in.text()); });
    property.columns = readList<Property>(in, [&] { return readProperty(in); });
    return property;
}

void write(ByteWriter& out, const Kind& kind)
{
    out.text(kind.id.text());
    out.text(kind.category);
    write(out, kind.title);
    write(out, kind.summary);
    writeList(out, kind.keywords, [&](const std::string& word) { out.text(word); });
    out.number(static_cast<int>(kind.shape));
    writeList(out, kind.parents, [&](const std::string& parent) { out.text(parent); });
    write(out, kind.facts);
    writeList(out, kind.properties, [&](const Property& property) { write(out, property); });
    write(out, kind.initial);
    writeList(out, kind.next, [&](const NextKind& next) {
        out.text(next.kind.text());
        out.text(next.port);
    });
    writeList(out, kind.presets, [&](const Preset& preset) {
        out.text(preset.id);
        write(out, preset.title);
        write(out, preset.properties);
    });
    out.text(kind.terraform);
}

Kind readKind(ByteReader& in)
{
    const auto readText = [&] { return in.text(); };
    Kind kind;
    kind.id = KindId(in.text());
    kind.category = in.text();
    kind.title = readTranslated(in);
    kind.summary = readTranslated(in);
    kind.keywords = readList<std::string>(in, readText);
    kind.shape = static_cast<Shape>(in.number());
    kind.parents = readList<std::string>(in, readText);
    kind.facts = readProperties(in);
    kind.properties = readList<Property>(in, [&] { return readProperty(in); });
    kind.initial = readProperties(in);
    kind.next = readList<NextKind>(in, [&] {
        auto id = KindId(in.text());
        return NextKind{id, in.text()};
    });
    kind.presets = readList<Preset>(in, [&] {
        Preset preset;
        preset.id = in.text();
        preset.title = readTranslated(in);
        preset.properties = readProperties(in);
        return preset;
    });
    kind.terraform = in.text();
    return kind;
}

}  // namespace

std::string encode(const Catalogue& catalogue)
{
    ByteWriter out;
    writeList(out, catalogue.kinds(), [&](const Kind& kind) { write(out, kind); });
    return out.take();
}

Catalogue decode(std::string_view bytes)
{
    ByteReader in(bytes);
    return Catalogue(readList<Kind>(in, [&] { return readKind(in); }));
}

}  // namespace lintel::model::catalogue
